"""Engines' issues about places that one issue of ours mends among others."""

from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue, Origin
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.linting.merge_engine_issues import folded
from editkit.linting.resolve import merged

TEXT = "One  two  three  four."


def issue(rule: str, engine: str, *edits: Edit) -> Issue:
    fixes = (Fix("Mend", edits),) if edits else ()
    span = edits[0].span if edits else Span(0, 3)
    return Issue(rule, span, rule, Family.TYPOGRAPHY, "", fixes=fixes, engine=engine)


OURS = issue("ours", "editkit", *(Edit(Span(at, at + 2), " ") for at in (3, 8, 15)))


def test_an_engine_is_silent_at_each_place_that_ours_mends() -> None:
    theirs = [
        issue("a/SPACES", "a", Edit(Span(8, 10), " ")),
        issue("b/Gap", "b", Edit(Span(6, 17), "wo  three ")),
    ]

    [one] = merged(TEXT, [*theirs, OURS])

    assert one.rule == "ours"
    assert one.also == (Origin("a/SPACES", "a"), Origin("b/Gap", "b"))


def test_an_engine_is_heard_elsewhere() -> None:
    other = issue("a/CASE", "a", Edit(Span(5, 8), "Two"))
    more = issue("a/MORE", "a", Edit(Span(8, 15), " three,"))
    inserts = issue("a/PUT", "a", Edit(Span(9, 9), "and "))
    points = issue("a/NOTE", "a")

    assert folded(TEXT, [other, more, inserts, points, OURS]) == [
        other,
        more,
        inserts,
        points,
        OURS,
    ]


def test_ours_with_one_place_is_left_to_merging() -> None:
    ours = issue("ours", "editkit", Edit(Span(3, 5), " "))
    theirs = issue("a/SPACES", "a", Edit(Span(3, 5), " "))

    assert folded(TEXT, [ours, theirs]) == [ours, theirs]


def test_our_own_issues_stay() -> None:
    ours = issue("other", "editkit", Edit(Span(8, 10), " "))

    assert folded(TEXT, [OURS, ours]) == [OURS, ours]
