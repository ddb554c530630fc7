"""Merging of engine issues into grouped issues that fix the same places."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from editkit.core.issue import Issue, Origin
from editkit.core.span import Span
from editkit.text.trim_edit import LETTER, trim_edit

_OWN_ENGINE = "editkit"


def merge_into_groups(text: str, issues: Sequence[Issue]) -> list[Issue]:
    """Return the issues without engine issues that a grouped issue already fixes.

    editkit reports a repeated error as one issue at its first occurrence, with an edit
    per occurrence; an engine reports each occurrence. The grouped issue lists the
    engine's rules in `also`.
    """
    edits = sorted(
        (edit.span, at)
        for at, issue in enumerate(issues)
        if issue.engine == _OWN_ENGINE and issue.fixes and len(issue.fixes[0].edits) > 1
        for edit in issue.fixes[0].edits
    )
    if not edits:
        return list(issues)
    also: dict[int, dict[Origin, None]] = {}
    kept: list[int] = []
    for at, issue in enumerate(issues):
        owner = None if issue.engine == _OWN_ENGINE else _covering_issue(text, issue, edits)
        if owner is None:
            kept.append(at)
        else:
            also.setdefault(owner, {})[Origin(issue.rule, issue.engine)] = None
    return [
        replace(issues[at], also=(*issues[at].also, *also[at])) if at in also else issues[at]
        for at in kept
    ]


def _covering_issue(text: str, issue: Issue, edits: Sequence[tuple[Span, int]]) -> int | None:
    """Return the index of the one grouped issue whose edits cover the issue's first fix."""
    owners: set[int | None] = set()
    for edit in issue.fixes[0].edits if issue.fixes else ():
        part = trim_edit(text, edit, LETTER)
        before = bisect_right(edits, (Span(part.start, len(text)), len(text))) - 1
        span, at = edits[before] if before >= 0 else (Span(0, 0), None)
        owners.add(at if part and span.covers(part) else None)
    return owners.pop() if len(owners) == 1 else None
