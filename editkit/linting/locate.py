"""Issue locations: maps issues from prose to source positions and fixes to splices."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from editkit.core.document import Document
from editkit.core.format import Format
from editkit.core.issue import Issue, Related
from editkit.core.result import Location, PlacedIssue, SourceFix
from editkit.core.span import RawSpan, Span

LocateInFile = Callable[[Related], Location]


class LineIndex:
    r"""Converts offsets to lines and columns; `\n`, `\r\n` and a lone `\r` end a line."""

    def __init__(self, raw: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer(r"\r\n?|\n", raw))]

    def locate(self, span: RawSpan) -> Location:
        """Return `span` with the lines and columns of its start and end, in code points from 1."""
        return Location(span, *self._line_and_column(span.start), *self._line_and_column(span.end))

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def unknown_location(span: Span) -> Location:
    """Return a location with the offsets of `span` in the prose of a file that is not at hand."""
    return Location(RawSpan(span.start, span.end), 0, 0, 0, 0)


class Placer:
    """Locates the issues of one document in its source.

    `locate_in_file` locates related spans of other documents.
    """

    def __init__(
        self, document: Document, file_format: Format, locate_in_file: LocateInFile | None = None
    ) -> None:
        self._document, self._format = document, file_format
        self._locate_in_file = locate_in_file
        self._lines = LineIndex(document.raw)

    def place(self, issue: Issue, at: RawSpan | None = None) -> PlacedIssue:
        """Return an issue with its location in the source; `at` overrides its span.

        Fixes that the format cannot apply to the source are dropped.
        """
        convertible = (
            (fix, self._format.splices(self._document, fix.edits)) for fix in issue.fixes
        )
        return PlacedIssue(
            issue,
            self._location(issue.span, at),
            tuple(
                SourceFix(fix.title, fix.safety, splices)
                for fix, splices in convertible
                if splices
            ),
            tuple(self._related_location(related) for related in issue.related),
        )

    def _related_location(self, related: Related) -> Location:
        if related.uri is not None:
            if self._locate_in_file is not None:
                return self._locate_in_file(related)
            return unknown_location(related.span)
        return self._location(related.span)

    def _location(self, span: Span, at: RawSpan | None = None) -> Location:
        """Return the location of a range of the prose; `at` is its range in the source."""
        found = self._lines.locate(at or self._document.source_map.locate(span))
        label = self._document.label_at(span.start)
        return replace(found, label=label) if label else found
