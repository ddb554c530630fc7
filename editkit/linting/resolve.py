"""Issue resolution: sorts, filters and merges the issues of checks and engines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TypeVar

from editkit.config import Settings
from editkit.config.settings import PACK_RULE
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Origin
from editkit.core.result import PlacedIssue
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.linting.merge_engine_issues import merge_into_groups
from editkit.text.trim_edit import LETTER, WORD, trim_edit

Level = TypeVar("Level", Severity, Confidence)

MAX_LENGTH_DIFFERENCE = 30
"""Code points by which the spans of two duplicate issues may differ in length."""
_MAX_DISTANCE = 240
"""Code points between the starts of two issues, or covered by two fixes, that are compared."""
_HIGHEST_RANK = Confidence.HIGH.rank


def precedence(placed: PlacedIssue) -> tuple[bool, bool, int, int, str]:
    """Return the sort key of a fix; of overlapping fixes, the one with the lowest key is applied.

    Glossary corrections come first, then safety, confidence and position decide.
    """
    issue = placed.issue
    return (*_rank(issue, placed.fixes[0].safety if placed.fixes else None), issue.rule)


def sort_issues(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues sorted by position, then by rule."""
    by_span = groupby(sorted(issues, key=_span_key), key=_span_key)
    return [issue for _, group in by_span for issue in sorted(group, key=_tie_key)]


def within_thresholds(settings: Settings, issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues that reach the severity and confidence of the settings.

    Without a minimum severity, issues of severity `info` are dropped unless their rule
    or family is selected. Without a minimum confidence, the low-confidence issues of
    engines and packs are dropped unless their rule is selected.
    """
    severities = _from(settings.min_severity or Severity.MINOR)
    confidences = _from(settings.min_confidence or Confidence.LOW)
    by_default_severity = settings.min_severity is None
    by_default_confidence = settings.min_confidence is None
    return [
        issue
        for issue in issues
        if (
            issue.severity in severities or (by_default_severity and _is_selected(settings, issue))
        )
        and issue.confidence in confidences
        and not (
            by_default_confidence
            and issue.rule not in settings.select
            and is_hidden_by_default(issue)
        )
    ]


@cache
def _from(minimum: Level) -> frozenset[Level]:
    """Return the levels that are not lower than `minimum`."""
    return frozenset(level for level in type(minimum) if not level < minimum)


def _is_selected(settings: Settings, issue: Issue) -> bool:
    return issue.rule in settings.select or issue.family.value in settings.select


def is_hidden_by_default(issue: Issue) -> bool:
    """Return whether an issue is a low-confidence one of an engine or a pack."""
    is_external = issue.rule == PACK_RULE or issue.engine != "editkit"
    return is_external and issue.confidence is Confidence.LOW


def merge_duplicates(text: str, issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues, sorted by `sort_issues`, with duplicates merged into one issue.

    The winner keeps its message, lists the others in `also` and appends their other
    fixes to its own, unless its own fix is safe and they are of another family.
    """
    queue = sort_issues(merge_into_groups(text, list(issues)))
    starts = [issue.span.start for issue in queue]
    rules = [(issue.rule, issue.engine) for issue in queue]
    ranks = [_merge_rank(issue) for issue in queue]
    remaining: list[Issue | None] = list(queue)
    for at in sorted(range(len(queue)), key=ranks.__getitem__):
        if (winner := remaining[at]) is None:
            continue
        for other_at in _neighbors(starts, at):
            other = remaining[other_at]
            # For speed: most neighbors are of the same rule, then only equal spans can match.
            if other is None or (rules[at] == rules[other_at] and starts[at] != starts[other_at]):
                continue
            if _is_duplicate(text, winner, other):
                winner = _combine(text, winner, other)
                remaining[other_at] = None
        remaining[at] = winner
    return [issue for issue in remaining if issue is not None]


def _span_key(issue: Issue) -> tuple[int, int]:
    return issue.span.start, issue.span.end


def _tie_key(issue: Issue) -> tuple[object, ...]:
    edits = tuple((edit.span, edit.text) for fix in issue.fixes for edit in fix.edits)
    return (issue.rule, issue.engine, issue.message, issue.family.value, edits)


def _rank(issue: Issue, safety: Safety | None) -> tuple[bool, bool, int, int]:
    return (
        issue.family is not Family.TERM,
        safety is not Safety.SAFE,
        _HIGHEST_RANK - issue.confidence.rank,
        issue.span.start,
    )


def _merge_rank(issue: Issue) -> tuple[object, ...]:
    safety = issue.fixes[0].safety if issue.fixes else None
    is_no_term, is_unsafe, confidence_rank, at = _rank(issue, safety)
    is_engine = issue.engine != "editkit"
    return (is_no_term, is_unsafe, confidence_rank, not issue.fixes, is_engine, at, issue.rule)


def _neighbors(starts: Sequence[int], at: int) -> Iterator[int]:
    """Yield the indices of issues that start near `starts[at]`, nearest first on each side."""
    first = bisect_left(starts, starts[at] - _MAX_DISTANCE, hi=at)
    last = bisect_right(starts, starts[at] + _MAX_DISTANCE, lo=at)
    yield from range(at - 1, first - 1, -1)
    yield from range(at + 1, last)


def _is_duplicate(text: str, winner: Issue, other: Issue) -> bool:
    """Return whether two issues report the same error at the same place."""
    same_span = winner.span == other.span
    same_rule = winner.rule == other.rule and winner.engine == other.engine
    if same_rule and not same_span:
        return False
    best = winner.fixes[0] if winner.fixes else None
    agree = best is not None and any(_same_effect(text, best, fix) for fix in other.fixes)
    if same_rule:
        return agree or (winner.message, winner.fixes) == (other.message, other.fixes)
    if agree or _is_overridden(text, winner, other):
        return True
    is_nested = winner.span.covers(other.span) or other.span.covers(winner.span)
    if winner.family is not other.family or not is_nested:
        return False
    if winner.fixes and other.fixes:
        # Different fixes by two engines are alternatives; by two checks, two errors.
        return same_span and winner.engine != other.engine
    is_similar = abs(len(winner.span) - len(other.span)) <= MAX_LENGTH_DIFFERENCE
    return is_similar and (same_span or winner.engine != other.engine)


def _is_overridden(text: str, winner: Issue, other: Issue) -> bool:
    """Return whether `other` is about text that the winner's fix replaces.

    A glossary correction overrides every issue of another family. A fix of another
    check overrides engine issues about spelling, and those without a fix.
    """
    is_term = winner.family is Family.TERM is not other.family
    is_weak = other.family is Family.SPELLING or (winner.span == other.span and not other.fixes)
    is_weak_engine_issue = is_weak and winner.engine == "editkit" != other.engine
    if not winner.fixes or not (is_term or is_weak_engine_issue):
        return False
    replaced = [trim_edit(text, edit, WORD) for edit in winner.fixes[0].edits]
    disputed = [other.span]
    if other.fixes:
        disputed = [trim_edit(text, edit, LETTER) for edit in other.fixes[0].edits]
    return all(
        any(whole.covers(part) and whole.overlaps(part) for whole in replaced) for part in disputed
    )


def _same_effect(text: str, a: Fix, b: Fix) -> bool:
    """Return whether two fixes result in the same text."""
    if a.edits == b.edits:
        return True
    growth = _length_change(a)
    if growth != _length_change(b):
        return False
    if (
        not growth
        and len(a.edits) == len(b.edits) == 1
        and _changes_elsewhere(text, a.edits[0], b.edits[0])
    ):
        return False
    spans = [edit.span for fix in (a, b) for edit in fix.edits]
    hull = Span(min(s.start for s in spans), max(s.end for s in spans))
    if len(hull) > _MAX_DISTANCE:
        return False
    return _apply_within(text, hull, a) == _apply_within(text, hull, b)


def _changes_elsewhere(text: str, a: Edit, b: Edit) -> bool:
    """Return whether `a` changes text that `b` does not touch; both keep the text's length."""
    return a.span.of(text) != a.text and not a.span.overlaps(b.span)


def _length_change(fix: Fix) -> int:
    """Return how many code points longer a fix makes the text."""
    return sum([len(edit.text) - edit.span.end + edit.span.start for edit in fix.edits])


def _apply_within(text: str, hull: Span, fix: Fix) -> str:
    """Return the text in `hull` after the edits of a fix, all of which are inside it."""
    fixed, at = "", hull.start
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        fixed += text[at : edit.span.start] + edit.text
        at = edit.span.end
    return fixed + text[at : hull.end]


def _combine(text: str, winner: Issue, other: Issue) -> Issue:
    origin = Origin(winner.rule, winner.engine)
    also = dict.fromkeys((*winner.also, Origin(other.rule, other.engine), *other.also))
    is_safe = bool(winner.fixes) and winner.fixes[0].safety is Safety.SAFE
    offered = () if is_safe and other.family is not winner.family else other.fixes
    added = tuple(
        fix for fix in offered if not any(_same_effect(text, fix, own) for own in winner.fixes)
    )
    return replace(
        winner,
        confidence=_combined_confidence(text, winner, other),
        also=tuple(each for each in also if each != origin),
        fixes=winner.fixes + added,
        status=winner.status | other.status,
    )


def _combined_confidence(text: str, winner: Issue, other: Issue) -> Confidence:
    """Return the winner's confidence, one level up from the higher one if two engines agree."""
    agree = winner.fixes and other.fixes and _same_effect(text, winner.fixes[0], other.fixes[0])
    if not agree or winner.engine == other.engine:
        return winner.confidence
    higher = max(winner.confidence, other.confidence)
    return tuple(Confidence)[min(higher.rank + 1, _HIGHEST_RANK)]
