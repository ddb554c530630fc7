"""Consistency rules: options, several documents and many places."""

import pytest

from editkit.checks import load
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.errors import InputError
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.taxonomy import Severity
from editkit.text.segmenter import segment


def document(text: str, uri: str = "a", lang: str = "en-US") -> Document:
    return segment(Document.plain(text, lang=lang, uri=uri))


def found(rule: str, text: str, lang: str = "en-US") -> list[Issue]:
    return list(load(rule)(Setup()).run(LintContext(document(text, lang=lang), Setup())))


def fixed(rule: str, text: str) -> str:
    edits = [edit for issue in found(rule, text) for edit in issue.fixes[0].edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ("mixed-spelling", "uk"),
        ("mixed-date-style", "us"),
        ("mixed-currency-style", ("five boats",)),
        ("inconsistent-word", ("boat",)),
    ],
)
def test_invalid_preference_is_an_error(rule: str, wrong: object) -> None:
    with pytest.raises(InputError, match=rule):
        load(rule)(Setup(options={rule: {"prefer": wrong}}))


def test_preference_applies_to_the_majority_style() -> None:
    options = {"mixed-spelling": {"prefer": "gb"}}
    setup = Setup(options=options)
    text = "A colour, a color, a color, to organize and to realise."

    issues = load("mixed-spelling")(setup).run(LintContext(document(text), setup))

    assert [len(issue.fixes[0].edits) for issue in issues] == [2, 1]


def test_other_documents_count_towards_the_majority() -> None:
    check = load("mixed-spelling")(Setup())
    one = LintContext(document("The colour of it.", "one"), Setup())
    other = LintContext(document("A color in the center of colors.", "other"), Setup())
    counts = check.collect(other).merge(check.collect(one))  # type: ignore[attr-defined]

    (issue,) = check.report(one, counts)  # type: ignore[attr-defined]

    assert issue.span.of(one.document.text) == "colour"
    assert {related.uri for related in issue.related} == {"other"}
    assert not list(check.report(other, counts))  # type: ignore[attr-defined]


def test_many_uses_become_one_issue_with_one_review_fix() -> None:
    text = "Colour, labour and favour in the center, the theater, of color, of labor."

    (issue,) = found("mixed-spelling", text)

    assert [edit.text for edit in issue.fixes[0].edits] == ["Color", "labor", "favor"]
    assert issue.fixes[0].safety is Safety.REVIEW


def test_nearly_equal_styles_are_not_flagged() -> None:
    even = "On 5 May, on 6 May, on June 7 and on June 8."

    assert not found("mixed-date-style", even)
    assert found("mixed-date-style", even + " And on 9 May and on 10 May.")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "He left the US. The U.S. and the U.S. fleet.",
            "He left the U.S. The U.S. and the U.S. fleet.",
        ),
        ("He left the U.S. The US and the US fleet.", "He left the US. The US and the US fleet."),
        ("A Ph.D., one PhD, two PhD.", "A PhD, one PhD, two PhD."),
    ],
)
def test_point_that_ends_a_sentence_is_kept(text: str, right: str) -> None:
    assert fixed("mixed-abbreviation-style", text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("From 9 am to 5 pm, then at 6 p.m. He ate.", "From 9 am to 5 pm, then at 6 pm. He ate."),
        (
            "From 9 a.m. to 5 p.m., then at 6 PM. He ate.",
            "From 9 a.m. to 5 p.m., then at 6 p.m. He ate.",
        ),
        ("At 9 a.m. and 5 p.m. and at 00:30.", "At 9 a.m. and 5 p.m. and at 12:30 a.m."),
    ],
)
def test_time_keeps_the_end_of_its_sentence(text: str, right: str) -> None:
    assert fixed("mixed-time-style", text) == right


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        (
            "mixed-date-style",
            "On 4 Sept. it rose, on 5 Sept. and on 6 Sept. too. It fell on 4 September. He left.",
            "On 4 Sept. it rose, on 5 Sept. and on 6 Sept. too. It fell on 4 Sept. He left.",
        ),
        (
            "mixed-abbreviation-style",
            "A Ph.D., a Ph.D. and she. He has a PhD. She left.",
            "A Ph.D., a Ph.D. and she. He has a Ph.D. She left.",
        ),
    ],
)
def test_point_is_not_doubled(rule: str, text: str, right: str) -> None:
    assert fixed(rule, text) == right


def test_one_dollar_is_not_rewritten_as_a_plural() -> None:
    text = "It cost 5 US dollars, 6 US dollars, 7 US dollars, 8 US dollars and US$1."

    (issue,) = found("mixed-currency-style", text)

    assert not issue.fixes


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("mixed-spelling", "The color of the Harbour Centre in “our colour”, see colour.com."),
        ("mixed-spelling", "Labour Party colors. He left. Defence Minister Ho organized it."),
        ("mixed-abbreviation-style", "The US fleet, the U.S. Navy and the U.S.-Suhe Board."),
        ("mixed-time-style", "At 9 a.m., 10 a.m. and 1 p.m. they lost the round at 21:25."),
        ("conflicting-abbreviation", "The Suhe Exchange (SE) and the Suhe Exchange Group (SEG)."),
        (
            "conflicting-abbreviation",
            "The Harbour Organisation (HO) is the Harbor Organization (HO).",
        ),
    ],
)
def test_apparent_mixtures_are_not_flagged(rule: str, text: str) -> None:
    assert not found(rule, text)


def test_glossary_terms_are_not_counted_as_uses_of_a_style() -> None:
    text = "The authorized bank is authorised, authorised, authorised, authorised."
    glossary = Glossary((Concept("1", (Term("authorized bank"),)),))

    assert found("mixed-spelling", text)
    setup = Setup(glossary)
    assert not list(load("mixed-spelling")(setup).run(LintContext(document(text), setup)))


def test_introduction_far_from_the_first_is_not_flagged() -> None:
    once, far = "The Suhe Fund (SF) rose. ", "It went on and on. " * 200

    assert found("misplaced-introduction", once + once)
    assert not found("misplaced-introduction", once + far + once)


@pytest.mark.parametrize(
    ("rule", "usual", "stray"),
    [
        ("mixed-apostrophes", "It’s here. ", "It's here."),
        ("mixed-quotation-marks", "A “new” age. ", 'A "new" age.'),
    ],
)
def test_marks_that_readers_overlook_are_of_no_weight(rule: str, usual: str, stray: str) -> None:
    (seen,) = found(rule, usual * 9 + stray)
    (overlooked,) = found(rule, usual * 10 + stray)

    assert (seen.severity, overlooked.severity) == (Severity.MINOR, Severity.INFO)


def test_the_message_about_one_mark_is_singular() -> None:
    (one,) = found("mixed-apostrophes", "It’s here. It’s there. It's us.")
    (two,) = found("mixed-apostrophes", "It’s here. It’s he. It’s she. It's us. It's you.")

    assert one.message == "Mixed apostrophes: 1 of 3 is straight. Use one style."
    assert two.message == "Mixed apostrophes: 2 of 5 are straight. Use one style."
