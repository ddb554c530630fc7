"""Tests of grouping repeated issues."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from editkit.core.fix import Safety, Splice
from editkit.core.issue import Related
from editkit.core.result import FileResult, PlacedIssue, RepeatedIssue, SourceFix
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.linting.grouping import with_grouped_issues
from editkit.linting.locate import LineIndex
from tests.file_results import IssueSpec, file_result, placed_issue

RAW = "A tram, the tram;\nour tram and a Tram."


def issue(
    raw: str,
    text: str,
    *fixes: str,
    nth: int = 0,
    family: Family = Family.SPELLING,
    message: str = "“tram” is a misspelling of “bus”.",
    safety: Safety = Safety.REVIEW,
) -> PlacedIssue:
    placed = placed_issue(raw, IssueSpec(text, fixes, nth=nth, safety=safety, message=message))
    return replace(placed, issue=replace(placed.issue, family=family))


def trams(*, fix: str = "bus", family: Family = Family.SPELLING) -> list[PlacedIssue]:
    return [
        *(issue(RAW, "tram", fix, nth=nth, family=family) for nth in range(3)),
        issue(RAW, "Tram", fix.title(), family=family),
    ]


def grouped(issues: Sequence[PlacedIssue], raw: str = RAW) -> tuple[PlacedIssue, ...]:
    return with_grouped_issues(file_result(raw, *issues)).issues


def edits(fix: SourceFix) -> list[tuple[int, str]]:
    return [(splice.span.start, splice.text) for splice in fix.splices]


def test_a_repeated_error_is_one_issue_with_its_places() -> None:
    [one] = grouped(trams())

    assert one.location.span == RawSpan(2, 6)
    assert one.issue.message == "“tram” is a misspelling of “bus”. Found in 4 places."
    assert [related.span.start for related in one.issue.related] == [12, 22, 33]
    assert [at.line for at in one.related] == [1, 2, 2]
    [fix] = one.fixes
    assert edits(fix) == [(2, "bus"), (12, "bus"), (22, "bus"), (33, "Bus")]
    assert fix.safety is Safety.REVIEW


def test_each_place_keeps_its_issue() -> None:
    issues = trams()
    [one] = grouped(issues)

    assert isinstance(one, RepeatedIssue)
    assert one.places == tuple(issues)
    assert issues[0].places == (issues[0],)


def test_two_places_are_one_issue() -> None:
    [one] = grouped(trams()[:2])

    assert one.issue.message.endswith("Found in 2 places.")
    assert grouped(trams()[:1]) == (trams()[0],)


def test_a_message_may_quote_another_word() -> None:
    messages = "Hyphenate it before “car”.", "Hyphenate it before “stop”."
    issues = [issue(RAW, "tram", "bus", nth=nth, message=m) for nth, m in enumerate(messages)]

    [one] = grouped(issues)

    assert one.issue.message == f"{messages[0]} The same kind of error is in 2 places."


@pytest.mark.parametrize("family", [Family.TERM, Family.CONSISTENCY])
def test_each_place_of_a_name_is_an_issue(family: Family) -> None:
    issues = trams(family=family)

    assert grouped(issues) == tuple(issues)


def test_other_issues_keep_their_order() -> None:
    other = issue(RAW, "our", "its", message="“our” is wrong.")

    assert [one.location.span.start for one in grouped([*trams(), other])] == [2, 18]


@pytest.mark.parametrize("other", ["safety", "severity", "confidence", "fix", "message"])
def test_issues_of_several_kinds_are_not_mixed(other: str) -> None:
    first, *rest = trams()[:2]
    if other == "safety":
        first = issue(RAW, "tram", "bus", safety=Safety.SAFE)
    elif other == "severity":
        first = replace(first, issue=replace(first.issue, severity=Severity.INFO))
    elif other == "confidence":
        first = replace(first, issue=replace(first.issue, confidence=Confidence.LOW))
    elif other == "fix":
        first = issue(RAW, "tram", "car")
    else:
        first = issue(RAW, "tram", "bus", message="“tram” is rarely used.")

    assert grouped([first, *rest]) == (first, *rest)


def test_alternatives_of_a_group_are_combined_one_by_one() -> None:
    issues = [issue(RAW, "tram", "bus", "car", nth=nth) for nth in range(3)]

    [one] = grouped(issues)

    assert [{text for _, text in edits(fix)} for fix in one.fixes] == [{"bus"}, {"car"}]


def test_issues_with_other_alternatives_are_not_mixed() -> None:
    alternatives = ("car", "coach")
    issues = [issue(RAW, "tram", "bus", each, nth=nth) for nth, each in enumerate(alternatives)]

    assert grouped(issues) == tuple(issues)


def test_a_place_whose_fix_excludes_another_one_stays_alone() -> None:
    issues = trams()
    rival = issue(RAW, "the tram", "it", message="“the tram” is clumsy.")

    found = grouped([*issues, rival])

    assert [(one.location.span.start, len(one.places)) for one in found] == [
        (2, 3),
        (8, 1),
        (12, 1),
    ]
    assert [start for start, _ in edits(found[0].fixes[0])] == [2, 22, 33]


def test_places_that_all_exclude_the_same_fix_are_grouped() -> None:
    rival = placed_issue(RAW, IssueSpec("tram", ("bus",), message="All four are mixed."))
    rivals = trams()[0].fixes[0].splices + tuple(
        splice for each in trams()[1:] for splice in each.fixes[0].splices
    )
    rival = replace(rival, fixes=(SourceFix("Change all", Safety.REVIEW, rivals),))

    found = grouped([rival, *trams()])

    assert [len(one.places) for one in found] == [1, 4]


MARKS = "One，two（and）three。\nData base, web site, high way."
COMPOUNDS = ("Data base", "web site", "high way")


def mark(text: str, fix: str, nth: int = 0) -> PlacedIssue:
    message = f"“{text}” is full-width; English has “{fix.strip()}”."
    return issue(MARKS, text, fix, nth=nth, family=Family.TYPOGRAPHY, message=message)


def test_marks_of_one_kind_are_one_issue_whichever_they_are() -> None:
    [one] = grouped([mark("，", ", "), mark("（", " ("), mark("）", ") "), mark("。", ".")], MARKS)

    assert one.issue.message.endswith("The same kind of error is in 4 places.")
    [fix] = one.fixes
    assert fix.title == "Correct all of 4 places"
    assert [text for _, text in edits(fix)] == [", ", " (", ") ", "."]


def test_one_mark_is_replaced_equally_in_a_group() -> None:
    raw = "A：b，c：d：`e`，f：g."
    issues = [
        issue(raw, old, new, nth=nth, family=Family.TYPOGRAPHY, message=f"“{old}” is wrong.")
        for old, new, nth in [
            ("：", ": ", 0),
            ("，", ", ", 0),
            ("：", ": ", 1),
            ("：", ":", 2),
            ("，", ", ", 1),
            ("：", ": ", 3),
        ]
    ]

    found = grouped(issues, raw)

    assert [(one.location.span.start, len(one.places)) for one in found] == [(1, 5), (7, 1)]


@pytest.mark.parametrize(
    ("family", "changes"),
    [
        (Family.TYPOGRAPHY, [(each, each.replace(" ", "-")) for each in COMPOUNDS]),
        (Family.GRAMMAR, [("One", "The"), ("two", "the"), ("three", "their")]),
    ],
    ids=["compounds", "words"],
)
def test_different_words_are_different_issues(
    family: Family, changes: list[tuple[str, str]]
) -> None:
    issues = [
        issue(MARKS, old, new, family=family, message=f"Write “{new}”.") for old, new in changes
    ]

    assert grouped(issues, MARKS) == tuple(issues)


def test_related_places_of_all_issues_are_kept() -> None:
    related = (Related(Span(18, 21), "unlike here"),)
    at = (LineIndex(RAW).locate(RawSpan(18, 21)),)
    issues = [
        replace(each, issue=replace(each.issue, related=related), related=at) for each in trams()
    ]

    [one] = grouped(issues)

    assert [each.message for each in one.issue.related] == ["here as well"] * 3 + ["unlike here"]
    assert [each.span.start for each in one.related] == [12, 22, 33, 18]


def test_a_result_without_repeats_is_the_same() -> None:
    result = file_result(RAW, *trams()[:1])

    assert with_grouped_issues(result) is result
    unread = FileResult("a.txt", None, "", 0)
    assert with_grouped_issues(unread) is unread


def test_words_that_a_fix_keeps_make_no_difference() -> None:
    raw = "a , b , c , d"
    issues = [
        issue(raw, " ,", ",", nth=nth, family=Family.TYPOGRAPHY, message="No space.")
        for nth in range(3)
    ]
    [fix] = issues[2].fixes
    claiming = replace(fix, splices=(*fix.splices, Splice(RawSpan(12, 13), "d")))
    issues[2] = replace(issues[2], fixes=(claiming,))

    [one] = grouped(issues, raw)

    assert edits(one.fixes[0]) == [(1, ","), (5, ","), (9, ","), (12, "d")]
