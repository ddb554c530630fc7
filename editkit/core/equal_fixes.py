"""Equal fixes of a repeated error: all of them safe, all for review, or none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editkit.core.fix import Safety
from editkit.core.issue import Issue

MIN_REPEATS = 3
"""Number of places from which an error is a habit of the text (decision 097)."""


def with_equal_fixes(issues: Sequence[Issue], min_repeats: int = MIN_REPEATS) -> Iterator[Issue]:
    """Yield the issues of one error that a document repeats.

    From `min_repeats` places on, no fix is safe unless the best one of each issue is, and there
    are none unless each issue has one: a doubtful place makes the others doubtful.
    """
    if len(issues) < min_repeats or _are_equal(issues):
        yield from issues
        return
    are_fixable = all(issue.fixes for issue in issues)
    for issue in issues:
        fixes = issue.fixes if are_fixable else ()
        yield replace(issue, fixes=tuple(replace(fix, safety=Safety.REVIEW) for fix in fixes))


def _are_equal(issues: Sequence[Issue]) -> bool:
    return len({issue.fixes[0].safety if issue.fixes else None for issue in issues}) == 1
