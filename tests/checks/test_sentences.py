"""Sentence rules: flagged places and look-alikes that are not flagged."""

import pytest

from editkit import checks
from editkit.core.context import LintContext
from editkit.core.setup import Setup
from editkit.formats.markdown.format import Markdown
from editkit.formats.plain import Plain
from editkit.text.segmenter import segment


def flagged(name: str, text: str) -> list[str]:
    document = segment(Plain().parse(text.encode(), uri="a.txt", lang="en-US").documents[0])
    context = LintContext(document, Setup())
    issues = sorted(checks.load(name)(context.setup).run(context), key=lambda issue: issue.span)
    return [issue.span.of(document.text) for issue in issues]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge is long, it was built in May.", "long, it"),
        ("But the bridge isn’t long, they will build another.", "long, they"),
        ("Many have crossed it, there is no toll.", "it, there"),
        ("Please tell us your name, our clerks will write it down.", "name, our"),
        ("If you like it, please call, we will answer.", "call, we"),
    ],
)
def test_comma_between_sentences_is_flagged(text: str, found: str) -> None:
    assert flagged("comma-splice", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "When the bridge was long, it was dear.",
        "Every time it is long, it will be dear.",
        "It is at 20 m/s. For tolls on the use of this bridge, please call.",
        "If it is old and Options.BridgeIds is given, the given bridge is used.",
        "Every time a bridge is built, you can see it.",
        "The problem was, the right bridge was going to fall.",
        "By May it was long, it is said.",
        "The bridge is long, and it was dear.",
        "The bridge, long as it is, is dear.",
        "The bridge is long, isn’t it?",
        "He said it was long, he was wrong.",
        "The longer it is, the dearer it was.",
        "Long ago, it was built.",
        "Please tell us, and we will write it down.",
    ],
)
def test_comma_inside_a_sentence_is_not_flagged(text: str) -> None:
    assert flagged("comma-splice", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In May it fell; In June it rose.", ["In"]),
        ("It fell; However, it rose; it fell again.", ["However"]),
        ("It fell; A bridge rose.", ["A"]),
        ("It fell; It’s up again.", ["It’s"]),
        ("It fell; May was wet; Ho left; I stayed; NATO met.", []),
        ("It fell; The Hague did not.", []),
        ("Aims: To rise; To stay; To shine.", []),
    ],
)
def test_capital_after_a_semicolon(text: str, found: list[str]) -> None:
    assert flagged("capital-after-semicolon", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Suhe Speeds up the Building of Its Bridges", ["up"]),
        ("Suhe Mill Turns out to Be Very Old", []),
        ("The Old Mill on the Way up the River", []),
        ("Suhe Bridge and Suhe Mill Come together Again", ["together"]),
        ("Suhe speeds up the building of its bridges", []),
    ],
)
def test_particles_in_headings(text: str, found: list[str]) -> None:
    assert flagged("miscased-heading-word", text) == found


def test_frequent_blank_lines_are_not_flagged() -> None:
    text = "One.\n\n\nTwo.\n\nThree.\n\n\nFour.\n\nFive.\n\nSix."

    assert flagged("repeated-blank-line", text) == []


@pytest.mark.parametrize(
    ("ends", "found"),
    [
        (("stay.”", "go.”", "come”"), ["e”"]),
        (("stay”", "go.”", "come”"), [".”"]),
        (("stay.”", "go”", "come”", "sit.”"), ["o”", "e”"]),
        (("stay.”", "go.”", "come!”"), []),
        (("stay.”", "come”"), []),
    ],
)
def test_standalone_quotations(ends: tuple[str, ...], found: list[str]) -> None:
    text = "\n\n".join(f"“All of the ships will {end}" for end in ends)

    assert flagged("inconsistent-quotation-stop", text) == found


@pytest.mark.parametrize("text", ["Dear all, We are open.", "Good morning, It is late."])
def test_a_salutation_may_come_before_a_capital(text: str) -> None:
    assert flagged("capital-after-comma", text) == []
    assert flagged("capital-after-comma", f"The mill is old{text[text.index(',') :]}") != []


@pytest.mark.parametrize("text", ["They heard all he said.", "Enough said.", "It is what I said."])
def test_a_sentence_about_what_was_said_names_no_speaker(text: str) -> None:
    assert flagged("stop-before-speaker", f"“The mill is old.” {text}") == []


@pytest.mark.parametrize("text", ["They said.", "In May, he said.", "Mr Lee of Aldmere said."])
def test_a_sentence_that_only_names_the_speaker_is_flagged(text: str) -> None:
    [found] = flagged("stop-before-speaker", f"“The mill is old.” {text}")
    assert found == f".” {text.split(maxsplit=1)[0]}"


def test_a_product_of_four_is_no_size() -> None:
    assert flagged("asterisk-for-times", "It is 1 * 2 * 3 * 4 m.") == []
    assert flagged("asterisk-for-times", "It is 2 * 3 * 4 m.") == ["2 * 3 * 4 m"]


def test_a_heading_is_no_sentence_with_an_introduction() -> None:
    source = b"## Also in this release\n\nAlso it rained.\n"
    (document,) = Markdown().parse(source, uri="a.md", lang="en-US").documents
    document = segment(document)
    issues = checks.load("missing-introductory-comma")(Setup()).run(LintContext(document, Setup()))

    assert [issue.span.start for issue in issues] == [document.text.index("Also it")]
