"""From issues in prose to issues in source, with line, column and the fixes that can be made."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from editkit.core.document import Document
from editkit.core.format import Format
from editkit.core.issue import Issue, Related
from editkit.core.result import Place, PlacedIssue, SourceFix
from editkit.core.source_map import SourceMap
from editkit.core.span import RawSpan, Span

Elsewhere = Callable[[str, Span], Place]


class LineIndex:
    r"""Tells the line and column of a place; `\n`, `\r\n` and a lone `\r` end a line."""

    def __init__(self, raw: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer(r"\r\n?|\n", raw))]

    def place(self, span: RawSpan) -> Place:
        """Return `span` with the line and column it starts at, both from 1, in code points."""
        line = bisect_right(self._starts, span.start)
        return Place(span, line, span.start - self._starts[line - 1] + 1)


class Placer:
    """Places the issues of one document in its source; `elsewhere`, what is in other files."""

    def __init__(self, document: Document, by: Format, elsewhere: Elsewhere | None = None) -> None:
        self._document, self._format = document, by
        self._elsewhere = elsewhere
        self._lines = LineIndex(document.raw)

    def place(self, issue: Issue, at: RawSpan | None = None) -> PlacedIssue:
        """Return an issue with its place, which is `at` where its prose does not say.

        Fixes that the format cannot make are left out.
        """
        made = ((fix, self._format.splices(self._document, fix.edits)) for fix in issue.fixes)
        return PlacedIssue(
            issue,
            self._lines.place(at or self._document.source_map.locate(issue.span)),
            tuple(SourceFix(fix.title, fix.safety, splices) for fix, splices in made if splices),
            tuple(self._other(related) for related in issue.related),
        )

    def _other(self, related: Related) -> Place:
        if related.uri is not None:
            if self._elsewhere is not None:
                return self._elsewhere(related.uri, related.span)
            # The source of another file is not at hand: its position is its prose's.
            return Place(RawSpan(related.span.start, related.span.end), 1, 1)
        return self._lines.place(self._document.source_map.locate(related.span))


def prose_at(source_map: SourceMap, raw: RawSpan) -> Span:
    """Return the prose that was read from `raw`; where there is none, the empty place it left."""
    chunks = source_map.chunks
    first = bisect_right(chunks, raw.start, key=lambda chunk: chunk.raw.end)
    last = bisect_left(chunks, raw.end, key=lambda chunk: chunk.raw.start) - 1
    if first > last:
        at = chunks[first - 1].text.end if first else 0
        return Span(at, at)
    start, end = chunks[first], chunks[last]
    head = max(0, raw.start - start.raw.start) if start.verbatim else 0
    tail = max(0, end.raw.end - raw.end) if end.verbatim else 0
    return Span(start.text.start + head, end.text.end - tail)
