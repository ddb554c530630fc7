"""One issue for what a text does again and again."""

from editkit import checks
from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.grouping import gathered
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Family


def place(at: int, *fixes: Fix) -> Issue:
    return Issue("a-rule", Span(at, at + 1), "It is so.", Family.TYPOGRAPHY, "style", fixes=fixes)


def cut(at: int, safety: Safety = Safety.SAFE) -> Fix:
    return Fix("Delete", (Edit(Span(at, at + 1), ""),), safety)


def test_few_places_are_told_one_by_one() -> None:
    slips = [place(0), place(5)]

    assert list(gathered(slips, several=3)) == slips


def test_many_places_are_one_issue_that_names_the_others_and_mends_all() -> None:
    [issue] = gathered([place(0, cut(0)), place(5, cut(5)), place(9, cut(9))])

    assert issue.span == Span(0, 1)
    assert [related.span.start for related in issue.related] == [5, 9]
    assert "3 places" in issue.message
    [fix] = issue.fixes
    assert [edit.span.start for edit in fix.edits] == [0, 5, 9]
    assert fix.safety is Safety.SAFE


def test_many_places_are_as_safe_as_the_least_safe_one() -> None:
    [issue] = gathered([place(0, cut(0)), place(5, cut(5, Safety.REVIEW)), place(9, cut(9))])

    assert issue.fixes[0].safety is Safety.REVIEW


def test_many_places_have_no_fix_where_one_has_none() -> None:
    [issue] = gathered([place(0, cut(0)), place(5), place(9, cut(9))])

    assert issue.fixes == ()


def found(rule: str, text: str) -> list[Issue]:
    return list(checks.load(rule)(Setup()).run(Document.plain(text, lang="en-US")))


def test_a_mark_alone_in_its_paragraph_closes_what_the_last_one_opened() -> None:
    text = "They shouted “Go!\n\n” and “Stay!” at once.\n\nHe asked “why so.\n\n”\n\nIt rained."

    assert found("unbalanced-quotes", text) == []


def test_a_quotation_closed_by_the_wrong_curly_mark_has_its_partner() -> None:
    assert found("unbalanced-quotes", "A “topic“ of long ago, and he said, “Go.\n\nNow. “") == []


def test_strays_all_over_a_text_are_one_issue() -> None:
    text = "\n\n".join(f"The {name}” began to grow." for name in ("plant", "port", "fleet"))

    [issue] = found("unbalanced-quotes", text)

    assert len(issue.related) == 2


MIXED = 'A "new" and "old" way. “I came. ” He said, “I left. ” A “golden” age.'
STRAYS = "\n\nThe plant” grew.\n\nThe port” grew."


def test_a_text_that_mixes_its_marks_throughout_is_told_of_all_their_faults_at_once() -> None:
    [issue] = found("mixed-quotation-marks", MIXED + STRAYS)

    assert "A space parts 2" in issue.message
    assert "2 have no partner" in issue.message
    assert found("space-inside-quotes", MIXED + STRAYS) == []
    assert found("unbalanced-quotes", MIXED + STRAYS) == []


def test_the_spaces_of_such_a_text_can_be_closed_up_unasked() -> None:
    [issue] = found("mixed-quotation-marks", MIXED)

    assert [fix.safety for fix in issue.fixes] == [Safety.REVIEW, Safety.SAFE]
    assert all(edit.text == "" for edit in issue.fixes[1].edits)


def test_one_space_or_stray_of_such_a_text_is_told_by_itself() -> None:
    text = MIXED.replace("came. ”", "came.”") + STRAYS[: len(STRAYS) // 2]

    assert len(found("mixed-quotation-marks", text)) == 1
    assert len(found("space-inside-quotes", text)) == 1
    assert len(found("unbalanced-quotes", text)) == 1
