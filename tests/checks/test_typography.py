"""Properties of the typography checks on arbitrary text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editkit import checks
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Safety
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.span import Span

NAMES = (
    "fullwidth-character",
    "invisible-character",
    "missing-sentence-end",
    "mixed-apostrophes",
    "mixed-quotation-marks",
    "repeated-space",
    "repeated-word",
    "space-around-punctuation",
    "space-inside-quotes",
    "unbalanced-brackets",
    "unbalanced-quotes",
    "wrong-ellipsis",
)
SPACES_ONLY = {
    "invisible-character",
    "repeated-space",
    "space-around-punctuation",
    "space-inside-quotes",
}
SAFE_NAMES = (
    "fullwidth-character",
    "repeated-space",
    "space-around-punctuation",
    "space-inside-quotes",
    "stray-apostrophe",
    "unhyphenated-compound",
)
"""Checks whose fixes are mostly applied without a look at them."""
UNTIMED = settings(deadline=None)  # the first wide character imports sacremoses
PIECES = st.sampled_from(
    [
        *"\"“”‘’'()[]（）《》,.;:!?，。：%~5aA \n\t\u00a0\u200b\u200d\u202e\ufffd\ufffc\x92",
        "  ",
        "the ",
        "The ",
        "company",
        "word",
        " the",
        "\n\n",
        " ,",
        "１２",
        "ＢＪ",
        "中文",
        '" word"',
        '"word "',
        "“ word ”",
        "..",
        "……",
        "1.5",
        "...",
        ":)",
        "s' ",
        "it's",
        "👩",
    ]
)
PROSE = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=40)


def found_by(name: str, text: str) -> tuple[Issue, ...]:
    context = LintContext(Document.plain(text, lang="en-US"), Setup())
    return tuple(checks.load(name)(context.setup).run(context))


def fixed(name: str, text: str, *, safe: bool) -> str:
    edits: list[Edit] = []
    for issue in found_by(name, text):
        for fix in issue.fixes[:1]:
            fits = not any(a.span.overlaps(b.span) for a in fix.edits for b in edits)
            if fits and (fix.safety is Safety.SAFE or not safe):
                edits += fix.edits
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def visible(text: str) -> str:
    fillers = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    return "".join(c for c in text if c.isprintable() and not c.isspace() and c not in fillers)


# All rules read the same texts, because making a text takes longer than checking it.
@UNTIMED
@given(text=PROSE)
def test_issues_and_edits_are_inside_the_text(text: str) -> None:
    whole = Span(0, len(text))

    for name in NAMES:
        for issue in found_by(name, text):
            spans = [issue.span, *(r.span for r in issue.related)]
            spans += [edit.span for fix in issue.fixes for edit in fix.edits]
            assert all(whole.covers(span) for span in spans), name
            assert len(issue.span) > 0, name
            assert "\n\n" not in issue.message, name


@UNTIMED
@given(text=PROSE)
def test_safe_fixes_are_idempotent(text: str) -> None:
    for name in NAMES:
        once = fixed(name, text, safe=True)

        assert fixed(name, once, safe=True) == once, name


@pytest.mark.parametrize("name", sorted(SPACES_ONLY))
@UNTIMED
@given(text=PROSE)
def test_safe_spacing_fixes_keep_all_visible_characters(name: str, text: str) -> None:
    assert visible(fixed(name, text, safe=True)) == visible(text)


@pytest.mark.parametrize("name", ["mixed-apostrophes", "mixed-quotation-marks"])
@UNTIMED
@given(text=PROSE)
def test_mixture_is_one_issue_and_none_after_its_fix(name: str, text: str) -> None:
    issues = found_by(name, text)

    assert len(issues) <= 1
    if issues and issues[0].fixes:
        unpaired = sum(related.message == "no partner" for related in issues[0].related)
        assert len(issues[0].fixes[0].edits) == 1 + len(issues[0].related) - unpaired
        assert not found_by(name, fixed(name, text, safe=False))


def test_a_stock_code_after_a_name_has_a_space_before_its_bracket() -> None:
    text = "It owns Suhe Port(00658.HK), f(2021) and size(12345)."

    assert fixed("space-around-punctuation", text, safe=False) == (
        "It owns Suhe Port (00658.HK), f(2021) and size(12345)."
    )


@pytest.mark.parametrize("text", ["tl;dr: it is fast.", "In TL;DR form.", "_Tl;dr_: fast"])
def test_a_mark_of_an_abbreviation_has_no_space(text: str) -> None:
    document = Document.plain(text, lang="en-US")
    setup = Setup()

    assert (
        list(checks.load("space-around-punctuation")(setup).run(LintContext(document, setup)))
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "pip install -e .",
        "Then git add . in it",
        "Gemma: 1 sw : 1 full, 3 local : 1 full",
        "Date:   Thu Jun 22 14:16:13 2023",
        "INFO:     Application startup complete.",
        "修改了census-Income，aliexpress，amazon-beauty by X",
        'prompt = "Compress the sentence into an embedding: "',
        "It is users' own: it's users' money.",
        "They spend most of the time generating answers.",
    ],
)
def test_text_as_a_program_reads_or_prints_it_stays(text: str) -> None:
    assert [each.rule for name in SAFE_NAMES for each in found_by(name, text)] == []


@pytest.mark.parametrize(
    ("text", "fixed_text"),
    [
        ("It was good .", "It was good."),
        ("The price in 2022 : 5 yuan.", "The price in 2022 : 5 yuan."),
        ("Price : 5 yuan.", "Price: 5 yuan."),
        ("The plant  grew: Thu.", "The plant grew: Thu."),
        ("It saw 北京，and left.", "It saw 北京，and left."),
        ("Sales grew，and 北京 fell.", "Sales grew, and 北京 fell."),
        ('The aim "to build ".', 'The aim "to build".'),
        ("The firm and it's users left.", "The firm and its users left."),
        ("A revenue generating unit.", "A revenue-generating unit."),
        ("It makes files; batch related changes.", "It makes files; batch related changes."),
        ("Copy packed diffs to it.", "Copy packed diffs to it."),
        ("Data related issues are here.", "Data-related issues are here."),
        ("Prompt based tasks", "Prompt-based tasks"),
    ],
)
def test_what_is_like_it_is_corrected(text: str, fixed_text: str) -> None:
    for name in SAFE_NAMES:
        text = fixed(name, text, safe=True)
    assert text == fixed_text
