"""Abbreviation rules: cases beyond the examples of the rules."""

from editkit.checks import load
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.text.segmenter import segment


def found(rule: str, text: str) -> list[Issue]:
    document = segment(Document.plain(text, lang="en-US", uri="a"))
    return sorted(
        load(rule)(Setup()).run(LintContext(document, Setup())), key=lambda issue: issue.span
    )


def test_fix_of_second_abbreviation_covers_uses_up_to_the_next_introduction() -> None:
    text = (
        "The Suhe Exchange (SE) rose, and the Suhe Exchange (SE) fell. SHEX, or the Suhe Exchange "
        "(SHEX), grew; SHEX said so. The Suhe Exchange (SHEX) fell, SHEX said."
    )
    issues = found("conflicting-abbreviation", text)
    edited = [[edit.span.start for edit in issue.fixes[0].edits] for issue in issues]
    places = [at for at in range(len(text)) if text.startswith("SHEX", at)]
    assert edited == [places[:3], places[3:]]


def test_second_abbreviation_may_have_other_letters_than_the_name() -> None:
    text = "The Suhe Exchange (SE) rose. The old Suhe Exchange (QX) fell."
    [issue] = found("conflicting-abbreviation", text)
    assert issue.message == "Conflicting abbreviation: “QX” here, “SE” elsewhere."


def test_use_in_a_heading_of_the_same_block_is_not_too_early() -> None:
    text = "SHF rises\nThe Suhe Harbour Fund (SHF) rose, SHF said."
    assert not found("misplaced-introduction", text)
    assert found("misplaced-introduction", text.replace("rises", "rises."))


def test_sentence_end_after_a_degree_keeps_its_point() -> None:
    text = "He is a Ph.D. She has a PhD, and Mr Ho a PhD."
    [issue] = found("mixed-abbreviation-style", text)
    assert issue.span.of(text) == "Ph.D"
    assert issue.fixes[0].edits[0].text == "PhD"
