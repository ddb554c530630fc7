"""Tests of merging engine issues into grouped issues."""

from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue, Origin
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.linting.merge_engine_issues import merge_into_groups
from editkit.linting.resolve import merge_duplicates

TEXT = "One  two  three  four."


def issue(rule: str, engine: str, *edits: Edit) -> Issue:
    fixes = (Fix("Replace", edits),) if edits else ()
    span = edits[0].span if edits else Span(0, 3)
    return Issue(rule, span, rule, Family.TYPOGRAPHY, "", fixes=fixes, engine=engine)


GROUPED = issue("own", "editkit", *(Edit(Span(at, at + 2), " ") for at in (3, 8, 15)))


def test_engine_issues_that_a_grouped_issue_fixes_are_dropped() -> None:
    engine_issue = [
        issue("a/SPACES", "a", Edit(Span(8, 10), " ")),
        issue("b/Gap", "b", Edit(Span(6, 17), "wo  three ")),
    ]

    [one] = merge_duplicates(TEXT, [*engine_issue, GROUPED])

    assert one.rule == "own"
    assert one.also == (Origin("a/SPACES", "a"), Origin("b/Gap", "b"))


def test_engine_issues_elsewhere_are_kept() -> None:
    other = issue("a/CASE", "a", Edit(Span(5, 8), "Two"))
    wider = issue("a/MORE", "a", Edit(Span(8, 15), " three,"))
    inserts = issue("a/PUT", "a", Edit(Span(9, 9), "and "))
    points = issue("a/NOTE", "a")

    assert merge_into_groups(TEXT, [other, wider, inserts, points, GROUPED]) == [
        other,
        wider,
        inserts,
        points,
        GROUPED,
    ]


def test_an_issue_with_one_edit_is_not_a_group() -> None:
    own = issue("own", "editkit", Edit(Span(3, 5), " "))
    engine_issue = issue("a/SPACES", "a", Edit(Span(3, 5), " "))

    assert merge_into_groups(TEXT, [own, engine_issue]) == [own, engine_issue]


def test_issues_of_checks_are_kept() -> None:
    own = issue("other", "editkit", Edit(Span(8, 10), " "))

    assert merge_into_groups(TEXT, [GROUPED, own]) == [GROUPED, own]
