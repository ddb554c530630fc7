"""One issue for what a text does again and again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editkit.core.fix import Fix, Safety
from editkit.core.issue import Issue, Related

SEVERAL = 3
"""How many places of one kind are a habit of the text and no longer slips of the hand."""


def gathered(issues: Sequence[Issue], several: int = SEVERAL) -> Iterator[Issue]:
    """Yield the issues of one kind in one document, from `several` on as one.

    That one stands on the first place and names the others. Its fix holds all
    edits, is as safe as the least safe of them, and is left out where one place
    has none.
    """
    if len(issues) < several:
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
