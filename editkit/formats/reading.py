"""Readings: documents and issues of a format that is read as prose, in offsets of the prose."""

from dataclasses import replace

from editkit.core.document import Document
from editkit.core.fix import Edit, Splice
from editkit.core.format import Format, Reading
from editkit.core.result import DocumentResult, Location, PlacedIssue, RepeatedIssue, SourceFix
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span


def is_read_as_prose(file_format: Format) -> bool:
    """Return whether people read the prose of a format's files, and not their source."""
    return file_format.reading is Reading.PROSE


def prose_document(document: Document) -> Document:
    """Return a document whose source is its prose."""
    text = document.text
    chunks = (Chunk(Span(0, len(text)), RawSpan(0, len(text))),) if text else ()
    return replace(document, raw=text, source_map=SourceMap(chunks))


def prose_part(file_format: Format, part: DocumentResult) -> DocumentResult:
    """Return a document and its issues as they are read; as they are unless that is prose.

    Lines, columns and labels stay those of the file.
    """
    if not is_read_as_prose(file_format):
        return part
    document = part.document
    issues = tuple(prose_issue(file_format, document, each) for each in part.issues)
    return replace(part, document=prose_document(document), issues=issues)


def prose_issue(file_format: Format, document: Document, placed: PlacedIssue) -> PlacedIssue:
    """Return an issue whose location, fixes and related places have offsets in the prose."""

    def location(found: Location) -> Location:
        span = document.source_map.to_prose(found.span)
        return replace(found, span=RawSpan(span.start, span.end))

    def fix(found: SourceFix) -> SourceFix:
        edits = (_edit(file_format, document, each) for each in found.splices)
        return replace(found, splices=tuple(_as_splice(each) for each in edits))

    related = zip(placed.issue.related, placed.related, strict=True)
    changed = replace(
        placed,
        location=location(placed.location),
        fixes=tuple(map(fix, placed.fixes)),
        related=tuple(at if about.uri else location(at) for about, at in related),
    )
    if not isinstance(changed, RepeatedIssue):
        return changed
    repeats = tuple(prose_issue(file_format, document, each) for each in changed.repeats)
    return replace(changed, repeats=repeats)


def source_splices(
    file_format: Format, document: Document, splices: tuple[Splice, ...]
) -> tuple[Splice, ...] | None:
    """Return splices of the prose as splices of the source; None if mark-up would change."""
    edits = [Edit(Span(each.span.start, each.span.end), each.text) for each in splices]
    return file_format.splices(document, edits)


def _edit(file_format: Format, document: Document, splice: Splice) -> Edit:
    return Edit(document.source_map.to_prose(splice.span), file_format.read_fragment(splice.text))


def _as_splice(edit: Edit) -> Splice:
    return Splice(RawSpan(edit.span.start, edit.span.end), edit.text)
