"""Recognition of edits that were made before: undoing them gives the reviewed file."""

from collections.abc import Iterable, Mapping, Sequence

from editkit.core.document import Package
from editkit.core.errors import InputError
from editkit.core.fix import Splice
from editkit.core.format import Format
from editkit.core.span import RawSpan
from editkit.core.storage.file_version import digest
from editkit.formats.reading import source_splices
from editkit.reviewing.decisions import DecidedEdit, FileDecisions


def bytes_before(
    name: str, data: bytes, entries: Sequence[FileDecisions], file_format: Format
) -> bytes | None:
    """Return the reviewed bytes of a file if `data` is what its decisions made of them.

    `entries` are all decisions about the file. The approved edits are undone; the result
    is the reviewed file only if it has the SHA-256 of the decisions. Returns None if not.
    """
    if not any(each.is_approved for entry in entries for each in entry.decisions):
        return None
    try:
        package = parse_reviewed(file_format, data, name, entries)
    except InputError:
        return None
    by_part = {entry.part: entry for entry in entries}
    old = _undone(package, file_format, by_part)
    if old is None or any(digest(old) != entry.sha256 for entry in entries):
        return None
    return old


def parse_reviewed(
    file_format: Format, data: bytes, name: str, entries: Sequence[FileDecisions]
) -> Package:
    """Return a file, read in the encoding that it was reviewed in; InputError if that fails."""
    encoding = next((entry.encoding for entry in entries if entry.encoding), None)
    if encoding is None:
        return file_format.parse(data, uri=name, lang="und")
    return file_format.parse_as(data, uri=name, lang="und", encoding=encoding)


def _undone(
    package: Package,
    file_format: Format,
    by_part: Mapping[str | None, FileDecisions],
) -> bytes | None:
    splices: list[tuple[Splice, ...]] = []
    for document in package.documents:
        if (entry := by_part.get(document.part)) is None:
            splices.append(())
            continue
        edits = {edit for each in entry.decisions if each.is_approved for edit in each.edits}
        undoing = _undoing(document.text if entry.prose else document.raw, edits)
        if undoing is not None and entry.prose:
            undoing = source_splices(file_format, document, undoing)
        if undoing is None:
            return None
        splices.append(undoing)
    return file_format.pack(package, splices)


def _undoing(raw: str, edits: Iterable[DecidedEdit]) -> tuple[Splice, ...] | None:
    """Return the splices that undo `edits`, None if their replacements are not there."""
    splices: list[Splice] = []
    at = shift = 0
    for edit in sorted(edits, key=lambda each: each.span):
        start = edit.span.start + shift
        end = start + len(edit.replacement)
        if start < at or end > len(raw) or raw[start:end] != edit.replacement:
            return None
        splices.append(Splice(RawSpan(start, end), edit.before))
        at, shift = end, shift + len(edit.replacement) - len(edit.before)
    return tuple(splices)
