"""Tests of the fixes of repeated issues, and of the checks that use them."""

from collections.abc import Iterable

from editkit import checks
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.equal_fixes import with_equal_fixes
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.text.segmenter import segment


def issue_at(at: int, *fixes: Fix) -> Issue:
    return Issue("a-rule", Span(at, at + 1), "It is so.", Family.TYPOGRAPHY, "style", fixes=fixes)


def deletion(at: int, safety: Safety = Safety.SAFE) -> Fix:
    return Fix("Delete", (Edit(Span(at, at + 1), ""),), safety)


def safeties(issues: Iterable[Issue]) -> list[list[Safety]]:
    return [[fix.safety for fix in issue.fixes] for issue in issues]


def test_a_doubtful_place_makes_the_others_doubtful() -> None:
    doubtful = issue_at(5, deletion(5, Safety.REVIEW))
    issues = [issue_at(0, deletion(0)), doubtful, issue_at(9, deletion(9))]

    equal = list(with_equal_fixes(issues))

    assert safeties(equal) == [[Safety.REVIEW]] * 3
    assert [issue.span for issue in equal] == [issue.span for issue in issues]


def test_a_place_without_a_fix_leaves_the_others_without() -> None:
    issues = [issue_at(0, deletion(0)), issue_at(5), issue_at(9, deletion(9))]

    assert safeties(with_equal_fixes(issues)) == [[], [], []]


def test_few_issues_keep_their_fixes() -> None:
    issues = [issue_at(0, deletion(0)), issue_at(5)]

    assert list(with_equal_fixes(issues, min_repeats=3)) == issues


def test_equal_issues_keep_all_their_fixes() -> None:
    issues = [issue_at(at, deletion(at), deletion(at, Safety.REVIEW)) for at in (0, 5, 9)]

    assert list(with_equal_fixes(issues)) == issues


def found(rule: str, text: str) -> list[Issue]:
    context = LintContext(segment(Document.plain(text, lang="en-US")), Setup())
    return list(checks.load(rule)(context.setup).run(context))


def test_mark_alone_in_a_paragraph_closes_the_previous_one() -> None:
    text = "They shouted “Go!\n\n” and “Stay!” at once.\n\nHe asked “why so.\n\n”\n\nIt rained."

    assert found("unbalanced-quotes", text) == []


def test_quotation_closed_by_the_wrong_curly_mark() -> None:
    assert found("unbalanced-quotes", "A “topic“ of long ago, and he said, “Go.\n\nNow. “") == []


def test_many_stray_marks_have_no_fix_unless_each_has_one() -> None:
    text = "\n\n".join(f"The {name}” began to grow." for name in ("plant", "port", "fleet"))
    fixable = "He said, “We grew."

    assert safeties(found("unbalanced-quotes", fixable)) == [[Safety.REVIEW]]
    assert safeties(found("unbalanced-quotes", f"{text}\n\n{fixable}")) == [[]] * 4


MIXED = 'A "new" and "old" way. “I came. ” He said, “I left. ” A “golden” age.'
STRAYS = "\n\nThe plant” grew.\n\nThe port” grew."


def test_mixed_quotation_marks_reports_other_errors_of_the_marks() -> None:
    [issue] = found("mixed-quotation-marks", MIXED + STRAYS)

    assert "2 have a space before them" in issue.message
    assert "2 are unpaired" in issue.message
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
