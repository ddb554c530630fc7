"""Engines' issues about places that one issue of ours mends among others."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from editkit.core.issue import Issue, Origin
from editkit.core.span import Span
from editkit.text.trim_edit import LETTER, changed

_OURS = "editkit"


def folded(text: str, issues: Sequence[Issue]) -> list[Issue]:
    """Return the issues without those of engines that ours with several edits mend as well.

    A habit of a text is one issue of ours, which stands on its first place, while
    an engine speaks at each. Ours names the engine's rules in `also`.
    """
    edits = sorted(
        (edit.span, at)
        for at, issue in enumerate(issues)
        if issue.engine == _OURS and issue.fixes and len(issue.fixes[0].edits) > 1
        for edit in issue.fixes[0].edits
    )
    if not edits:
        return list(issues)
    also: dict[int, dict[Origin, None]] = {}
    kept: list[int] = []
    for at, issue in enumerate(issues):
        owner = None if issue.engine == _OURS else _owner(text, issue, edits)
        if owner is None:
            kept.append(at)
        else:
            also.setdefault(owner, {})[Origin(issue.rule, issue.engine)] = None
    return [
        replace(issues[at], also=(*issues[at].also, *also[at])) if at in also else issues[at]
        for at in kept
    ]


def _owner(text: str, issue: Issue, edits: Sequence[tuple[Span, int]]) -> int | None:
    """Return which issue of ours makes all that an engine's best fix changes, if one does."""
    owners: set[int | None] = set()
    for edit in issue.fixes[0].edits if issue.fixes else ():
        part = changed(text, edit, LETTER)
        before = bisect_right(edits, (Span(part.start, len(text)), len(text))) - 1
        span, at = edits[before] if before >= 0 else (Span(0, 0), None)
        owners.add(at if part and span.covers(part) else None)
    return owners.pop() if len(owners) == 1 else None
