"""Summary of what is under review."""

from collections.abc import Sequence

from editkit.core.result import FileResult
from editkit.text.counts import format_count


def review_totals(results: Sequence[FileResult]) -> str:
    """Return a summary of the edits, notes and files under review."""
    issues = [issue for result in results for issue in result.issues]
    edit_count = sum(bool(issue.fixes) for issue in issues)
    edits = format_count(edit_count, "edit")
    notes = format_count(len(issues) - edit_count, "note")
    suppressed = sum(result.suppressed for result in results)
    suffix = f"; {suppressed} suppressed by the baseline" if suppressed else ""
    return f"{edits} and {notes} in {format_count(len(results), 'file')}{suffix}"
