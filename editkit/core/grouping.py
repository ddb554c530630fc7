"""Grouping of repeated issues into one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editkit.core.fix import Fix, Safety
from editkit.core.issue import Issue, Related

MIN_REPEATS = 3
"""Number of places from which an error is a habit of the text and reported once (decision 043)."""


def group_repeats(issues: Sequence[Issue], min_repeats: int = MIN_REPEATS) -> Iterator[Issue]:
    """Yield the issues of one kind in one document; `min_repeats` or more become one issue.

    The grouped issue is at the first place and lists the others as related. Its fix
    combines all edits and is as safe as the least safe of them; if an issue has no fix,
    neither has the group.
    """
    if len(issues) < min_repeats:
        yield from issues
        return
    first = issues[0]
    places = tuple(Related(issue.span, "here as well") for issue in issues[1:])
    message = f"{first.message} It is so in {len(issues)} places."
    best = [issue.fixes[0] for issue in issues if issue.fixes]
    fixes: tuple[Fix, ...] = ()
    if len(best) == len(issues):
        safe = all(fix.safety is Safety.SAFE for fix in best)
        edits = tuple(edit for fix in best for edit in fix.edits)
        title = f"{best[0].title}, in {len(issues)} places"
        fixes = (Fix(title, edits, Safety.SAFE if safe else Safety.REVIEW),)
    yield replace(first, message=message, fixes=fixes, related=places)
