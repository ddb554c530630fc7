"""Tests of grouping repeated issues."""

from editkit import checks
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.grouping import group_repeats
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Family


def issue_at(at: int, *fixes: Fix) -> Issue:
    return Issue("a-rule", Span(at, at + 1), "It is so.", Family.TYPOGRAPHY, "style", fixes=fixes)


def deletion(at: int, safety: Safety = Safety.SAFE) -> Fix:
    return Fix("Delete", (Edit(Span(at, at + 1), ""),), safety)


def test_few_issues_are_not_grouped() -> None:
    issues = [issue_at(0), issue_at(5)]

    assert list(group_repeats(issues, min_repeats=3)) == issues


def test_grouped_issue_fixes_all_places() -> None:
    [issue] = group_repeats(
        [issue_at(0, deletion(0)), issue_at(5, deletion(5)), issue_at(9, deletion(9))]
    )

    assert issue.span == Span(0, 1)
    assert [related.span.start for related in issue.related] == [5, 9]
    assert "3 places" in issue.message
    [fix] = issue.fixes
    assert [edit.span.start for edit in fix.edits] == [0, 5, 9]
    assert fix.safety is Safety.SAFE


def test_grouped_fix_is_as_safe_as_the_least_safe() -> None:
    [issue] = group_repeats(
        [
            issue_at(0, deletion(0)),
            issue_at(5, deletion(5, Safety.REVIEW)),
            issue_at(9, deletion(9)),
        ]
    )

    assert issue.fixes[0].safety is Safety.REVIEW


def test_group_has_no_fix_if_one_issue_has_none() -> None:
    [issue] = group_repeats([issue_at(0, deletion(0)), issue_at(5), issue_at(9, deletion(9))])

    assert issue.fixes == ()


def found(rule: str, text: str) -> list[Issue]:
    context = LintContext(Document.plain(text, lang="en-US"), Setup())
    return list(checks.load(rule)(context.setup).run(context))


def test_mark_alone_in_a_paragraph_closes_the_previous_one() -> None:
    text = "They shouted “Go!\n\n” and “Stay!” at once.\n\nHe asked “why so.\n\n”\n\nIt rained."

    assert found("unbalanced-quotes", text) == []


def test_quotation_closed_by_the_wrong_curly_mark() -> None:
    assert found("unbalanced-quotes", "A “topic“ of long ago, and he said, “Go.\n\nNow. “") == []


def test_stray_marks_are_grouped() -> None:
    text = "\n\n".join(f"The {name}” began to grow." for name in ("plant", "port", "fleet"))

    [issue] = found("unbalanced-quotes", text)

    assert len(issue.related) == 2


MIXED = 'A "new" and "old" way. “I came. ” He said, “I left. ” A “golden” age.'
STRAYS = "\n\nThe plant” grew.\n\nThe port” grew."


def test_mixed_quotation_marks_reports_other_errors_of_the_marks() -> None:
    [issue] = found("mixed-quotation-marks", MIXED + STRAYS)

    assert "A space parts 2" in issue.message
    assert "2 have no partner" in issue.message
    assert found("space-inside-quotes", MIXED + STRAYS) == []
    assert found("unbalanced-quotes", MIXED + STRAYS) == []


def test_spaces_inside_mixed_marks_have_a_safe_fix() -> None:
    [issue] = found("mixed-quotation-marks", MIXED)

    assert [fix.safety for fix in issue.fixes] == [Safety.REVIEW, Safety.SAFE]
    assert all(edit.text == "" for edit in issue.fixes[1].edits)


def test_single_errors_of_mixed_marks_are_reported_separately() -> None:
    text = MIXED.replace("came. ”", "came.”") + STRAYS[: len(STRAYS) // 2]

    assert len(found("mixed-quotation-marks", text)) == 1
    assert len(found("space-inside-quotes", text)) == 1
    assert len(found("unbalanced-quotes", text)) == 1
