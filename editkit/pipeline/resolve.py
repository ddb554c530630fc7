"""What becomes of the issues of all checks and engines: merged, sorted, ranked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from editkit.config import Settings
from editkit.core.fix import Fix, Safety
from editkit.core.issue import Issue, Origin
from editkit.core.result import PlacedIssue
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family

NEAR = 30
"""How many code points longer than another an issue's span may be and still say the same."""
_HIGHEST = Confidence.HIGH.rank


def precedence(placed: PlacedIssue) -> tuple[bool, bool, int, int, str]:
    """Return the key by which, of fixes that overlap, the lowest one is made.

    Glossary before everything, then safety, confidence, position.
    """
    issue = placed.issue
    return (*_rank(issue, placed.fixes[0].safety if placed.fixes else None), issue.rule)


def ordered(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues in order of position, then of rule."""
    return sorted(issues, key=_order)


def at_least(settings: Settings, issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues that are as severe and as sure as the settings ask for."""
    return [
        issue
        for issue in issues
        if not issue.severity < settings.min_severity
        and not issue.confidence < settings.min_confidence
    ]


def merged(text: str, issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues, those that say the same of the same words made one.

    The winner keeps its statement, names the others in `also`, and offers their
    other fixes behind its own. Its place in the order is that of `ordered`.
    """
    queue = ordered(issues)
    ranks = [_winning(issue) for issue in queue]
    left: list[Issue | None] = list(queue)
    for at in sorted(range(len(queue)), key=ranks.__getitem__):
        if (winner := left[at]) is None:
            continue
        for other_at in _neighbours(queue, at):
            other = left[other_at]
            if other is not None and _same(text, winner, other):
                winner = _joined(text, winner, other)
                left[other_at] = None
        left[at] = winner
    return [issue for issue in left if issue is not None]


def _order(issue: Issue) -> tuple[object, ...]:
    made = tuple((edit.span, edit.text) for fix in issue.fixes for edit in fix.edits)
    return (issue.span, issue.rule, issue.engine, issue.message, issue.family.value, made)


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


def _neighbours(queue: Sequence[Issue], at: int) -> Iterator[int]:
    start = queue[at].span.start
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(queue) and abs(queue[near].span.start - start) <= NEAR:
            yield near
            near += step


def _same(text: str, a: Issue, b: Issue) -> bool:
    """Whether two issues say one thing of one place."""
    if not (a.span.covers(b.span) or b.span.covers(a.span)):
        return False
    if abs(len(a.span) - len(b.span)) > NEAR:
        return False
    agree = bool(a.fixes and b.fixes) and _effect(text, a.fixes[0], b.fixes[0])
    if (a.rule, a.engine) == (b.rule, b.engine):
        return a.span == b.span and (agree or (a.message, a.fixes) == (b.message, b.fixes))
    if agree or a.family is not b.family:
        return agree
    if a.fixes and b.fixes:
        # Two engines that differ offer a choice; two checks of ours mean two faults.
        return a.span == b.span and a.engine != b.engine
    return a.span == b.span or a.engine != b.engine


def _effect(text: str, a: Fix, b: Fix) -> bool:
    """Whether two fixes leave the same text behind."""
    if a.edits == b.edits:
        return True
    spans = [edit.span for fix in (a, b) for edit in fix.edits]
    hull = Span(min(s.start for s in spans), max(s.end for s in spans))
    if len(hull) > 8 * NEAR:
        return False
    return _made(text, hull, a) == _made(text, hull, b)


def _made(text: str, hull: Span, fix: Fix) -> str:
    made, at = "", hull.start
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        made += text[at : edit.span.start] + edit.text
        at = edit.span.end
    return made + text[at : hull.end]


def _joined(text: str, winner: Issue, other: Issue) -> Issue:
    own = Origin(winner.rule, winner.engine)
    also = dict.fromkeys((*winner.also, Origin(other.rule, other.engine), *other.also))
    more = tuple(
        fix for fix in other.fixes if not any(_effect(text, fix, had) for had in winner.fixes)
    )
    return replace(
        winner,
        also=tuple(origin for origin in also if origin != own),
        fixes=winner.fixes + more,
    )
