"""Fixes of issues across line wraps: edits that keep the wraps of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from editkit.core.issue import Issue
from editkit.text.line_wraps import keep_line_wraps


def with_line_wraps(text: str, issues: Iterable[Issue]) -> Iterator[Issue]:
    """Yield the issues with the edits of their fixes divided at the line wraps inside them."""
    for issue in issues:
        is_wrapped = any(
            text.find("\n", edit.span.start, edit.span.end) >= 0
            for fix in issue.fixes
            for edit in fix.edits
        )
        if is_wrapped:
            fixes = (replace(fix, edits=keep_line_wraps(text, fix.edits)) for fix in issue.fixes)
            yield replace(issue, fixes=tuple(fixes))
        else:
            yield issue
