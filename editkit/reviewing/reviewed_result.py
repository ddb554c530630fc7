"""Results as they are reviewed: with fixes that can be made, in offsets of what people read."""

from dataclasses import replace

from editkit.core.format import Format
from editkit.core.result import DocumentResult, FileResult
from editkit.formats import format_named
from editkit.formats.reading import is_read_as_prose, prose_part, source_splices
from editkit.reviewing.structure_check import without_structure_changes


def as_reviewed(result: FileResult) -> FileResult:
    """Return a result without fixes that cannot be made, as `editkit review` shows it.

    The documents of a format that is read as prose have their prose as source, and so do the
    decisions about them.
    """
    result = without_structure_changes(result)
    if result.package is None:
        return result
    file_format = format_named(result.package.format)
    if not is_read_as_prose(file_format):
        return result
    parts = tuple(_reviewed_part(file_format, part) for part in result.documents)
    return replace(result, documents=parts)


def _reviewed_part(file_format: Format, part: DocumentResult) -> DocumentResult:
    shown = prose_part(file_format, part)
    issues = tuple(
        replace(
            placed,
            fixes=tuple(
                fix
                for fix in placed.fixes
                if source_splices(file_format, part.document, fix.splices) is not None
            ),
        )
        for placed in shown.issues
    )
    return replace(shown, issues=issues)
