"""What the examples of the rules about introduced abbreviations cannot say."""

from editkit.checks import load
from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.text.segmenter import segment


def found(rule: str, text: str) -> list[Issue]:
    document = segment(Document.plain(text, lang="en-US", uri="a"))
    return sorted(load(rule)(Setup()).run(document), key=lambda issue: issue.span)


def test_each_introduction_of_a_second_abbreviation_corrects_up_to_the_next_one() -> None:
    text = (
        "The Suhe Exchange (SE) rose, and the Suhe Exchange (SE) fell. SHEX, or the Suhe Exchange "
        "(SHEX), grew; SHEX said so. The Suhe Exchange (SHEX) fell, SHEX said."
    )
    issues = found("conflicting-abbreviation", text)
    edited = [[edit.span.start for edit in issue.fixes[0].edits] for issue in issues]
    places = [at for at in range(len(text)) if text.startswith("SHEX", at)]
    assert edited == [places[:3], places[3:]]


def test_what_has_no_fitting_letters_is_introduced_where_another_bracket_has_the_words() -> None:
    text = "The Suhe Exchange (SE) rose. The old Suhe Exchange (QX) fell."
    [issue] = found("conflicting-abbreviation", text)
    assert issue.message == "“Suhe Exchange” is “QX” here and “SE” elsewhere."


def test_a_use_in_a_heading_of_the_same_block_is_not_too_early() -> None:
    text = "SHF rises\nThe Suhe Harbour Fund (SHF) rose, SHF said."
    assert not found("misplaced-introduction", text)
    assert found("misplaced-introduction", text.replace("rises", "rises."))


def test_the_point_of_a_degree_that_ends_a_sentence_stays() -> None:
    text = "He is a Ph.D. She has a PhD, and Mr Ho a PhD."
    [issue] = found("mixed-abbreviation-style", text)
    assert issue.span.of(text) == "Ph.D"
    assert issue.fixes[0].edits[0].text == "PhD"
