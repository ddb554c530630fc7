"""What becomes of the issues of all checks and engines: merged, sorted, ranked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from editkit.config import Settings
from editkit.config.settings import PACKED
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Origin
from editkit.core.result import PlacedIssue
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.linting.merge_engine_issues import folded
from editkit.text.trim_edit import LETTER, WORD, changed

NEAR = 30
"""How many code points longer than another an issue's span may be and still say the same."""
_REACH = 240
"""How many code points apart two issues may begin, or reach together, and be compared."""
_HIGHEST = Confidence.HIGH.rank


def precedence(placed: PlacedIssue) -> tuple[bool, bool, int, int, str]:
    """Return the key by which, of fixes that overlap, the lowest one is made.

    Glossary before everything, then safety, confidence, position.
    """
    issue = placed.issue
    return (*_rank(issue, placed.fixes[0].safety if placed.fixes else None), issue.rule)


def ordered(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues in order of position, then of rule."""
    places = groupby(sorted(issues, key=_ends), key=_ends)
    return [issue for _, alike in places for issue in sorted(alike, key=_order)]


def at_least(settings: Settings, issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues that are as severe and as sure as the settings ask for.

    Where nothing is said of severity, all is shown but what is of no weight; of
    confidence, all but the doubtful findings of engines and the doubtful advice of
    packs (`doubted`). A rule or family that is selected is shown whatever its weight.
    """
    least = settings.min_severity or Severity.MINOR
    severe = tuple(each for each in Severity if not each < least)
    floor = settings.min_confidence or Confidence.LOW
    sure = tuple(each for each in Confidence if not each < floor)
    cautious = settings.min_confidence is None
    plain = settings.min_severity is None
    return [
        each
        for each in issues
        if (each.severity in severe or (plain and _named(settings, each)))
        and each.confidence in sure
        and not (cautious and each.rule not in settings.select and doubted(each))
    ]


def _named(settings: Settings, issue: Issue) -> bool:
    return issue.rule in settings.select or issue.family.value in settings.select


def doubted(issue: Issue) -> bool:
    """Whether an issue is wrong more often than right by its maker's own figures."""
    measured = issue.rule == PACKED or issue.engine != "editkit"
    return measured and issue.confidence is Confidence.LOW


def merged(text: str, issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues, those that say the same of the same words made one.

    The winner keeps its statement, names the others in `also`, and offers their
    other fixes behind its own, unless its own is safe and they are of another
    family. Its place in the order is that of `ordered`.
    """
    queue = ordered(folded(text, list(issues)))
    starts = [issue.span.start for issue in queue]
    rules = [(issue.rule, issue.engine) for issue in queue]
    ranks = [_winning(issue) for issue in queue]
    left: list[Issue | None] = list(queue)
    for at in sorted(range(len(queue)), key=ranks.__getitem__):
        if (winner := left[at]) is None:
            continue
        for other_at in _neighbours(starts, at):
            other = left[other_at]
            # Most are neighbours of their own rule, which say the same of one place alone.
            if other is None or (rules[at] == rules[other_at] and starts[at] != starts[other_at]):
                continue
            if _same(text, winner, other):
                winner = _joined(text, winner, other)
                left[other_at] = None
        left[at] = winner
    return [issue for issue in left if issue is not None]


def _ends(issue: Issue) -> tuple[int, int]:
    return issue.span.start, issue.span.end


def _order(issue: Issue) -> tuple[object, ...]:
    made = tuple((edit.span, edit.text) for fix in issue.fixes for edit in fix.edits)
    return (issue.rule, issue.engine, issue.message, issue.family.value, made)


def _rank(issue: Issue, safety: Safety | None) -> tuple[bool, bool, int, int]:
    return (
        issue.family is not Family.TERM,
        safety is not Safety.SAFE,
        _HIGHEST - issue.confidence.rank,
        issue.span.start,
    )


def _winning(issue: Issue) -> tuple[object, ...]:
    first = issue.fixes[0].safety if issue.fixes else None
    term, unsafe, doubt, at = _rank(issue, first)
    return (term, unsafe, doubt, not issue.fixes, issue.engine != "editkit", at, issue.rule)


def _neighbours(starts: Sequence[int], at: int) -> Iterator[int]:
    first = bisect_left(starts, starts[at] - _REACH, hi=at)
    last = bisect_right(starts, starts[at] + _REACH, lo=at)
    yield from range(at - 1, first - 1, -1)
    yield from range(at + 1, last)


def _same(text: str, winner: Issue, other: Issue) -> bool:
    """Whether two issues say one thing of one place."""
    one_place = winner.span == other.span
    one_rule = winner.rule == other.rule and winner.engine == other.engine
    if one_rule and not one_place:
        return False
    best = winner.fixes[0] if winner.fixes else None
    agree = best is not None and any(_effect(text, best, fix) for fix in other.fixes)
    if one_rule:
        return agree or (winner.message, winner.fixes) == (other.message, other.fixes)
    if agree or _moot(text, winner, other):
        return True
    nested = winner.span.covers(other.span) or other.span.covers(winner.span)
    if winner.family is not other.family or not nested:
        return False
    if winner.fixes and other.fixes:
        # Two engines that differ offer a choice; two checks of ours mean two faults.
        return one_place and winner.engine != other.engine
    near = abs(len(winner.span) - len(other.span)) <= NEAR
    return near and (one_place or winner.engine != other.engine)


def _moot(text: str, winner: Issue, other: Issue) -> bool:
    """Whether `other` is about what the winner's correction replaces anyway.

    Nothing else is to be said of words that the glossary replaces. Where a check
    of ours does, no engine knows how to spell them or is heard without a fix.
    """
    term = winner.family is Family.TERM is not other.family
    weak = other.family is Family.SPELLING or (winner.span == other.span and not other.fixes)
    ours = weak and winner.engine == "editkit" != other.engine
    if not winner.fixes or not (term or ours):
        return False
    replaced = [changed(text, edit, WORD) for edit in winner.fixes[0].edits]
    blamed = [other.span]
    if other.fixes:
        blamed = [changed(text, edit, LETTER) for edit in other.fixes[0].edits]
    return all(
        any(whole.covers(part) and whole.overlaps(part) for whole in replaced) for part in blamed
    )


def _effect(text: str, a: Fix, b: Fix) -> bool:
    """Whether two fixes leave the same text behind."""
    if a.edits == b.edits:
        return True
    growth = _growth(a)
    if growth != _growth(b):
        return False
    if not growth and len(a.edits) == len(b.edits) == 1 and _apart(text, a.edits[0], b.edits[0]):
        return False
    spans = [edit.span for fix in (a, b) for edit in fix.edits]
    hull = Span(min(s.start for s in spans), max(s.end for s in spans))
    if len(hull) > _REACH:
        return False
    return _made(text, hull, a) == _made(text, hull, b)


def _apart(text: str, a: Edit, b: Edit) -> bool:
    """Whether one of two edits that keep the length changes what the other does not touch."""
    return a.span.of(text) != a.text and not a.span.overlaps(b.span)


def _growth(fix: Fix) -> int:
    """Return how many code points longer a fix makes the text."""
    return sum([len(edit.text) - edit.span.end + edit.span.start for edit in fix.edits])


def _made(text: str, hull: Span, fix: Fix) -> str:
    made, at = "", hull.start
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        made += text[at : edit.span.start] + edit.text
        at = edit.span.end
    return made + text[at : hull.end]


def _joined(text: str, winner: Issue, other: Issue) -> Issue:
    own = Origin(winner.rule, winner.engine)
    also = dict.fromkeys((*winner.also, Origin(other.rule, other.engine), *other.also))
    settled = bool(winner.fixes) and winner.fixes[0].safety is Safety.SAFE
    offered = () if settled and other.family is not winner.family else other.fixes
    more = tuple(
        fix for fix in offered if not any(_effect(text, fix, had) for had in winner.fixes)
    )
    return replace(
        winner,
        confidence=_agreed(text, winner, other),
        also=tuple(origin for origin in also if origin != own),
        fixes=winner.fixes + more,
    )


def _agreed(text: str, winner: Issue, other: Issue) -> Confidence:
    """Return how sure `winner` is with `other`: a step surer where another engine agrees."""
    both = winner.fixes and other.fixes and _effect(text, winner.fixes[0], other.fixes[0])
    if not both or winner.engine == other.engine:
        return winner.confidence
    sure = max(winner.confidence, other.confidence)
    return tuple(Confidence)[min(sure.rank + 1, _HIGHEST)]
