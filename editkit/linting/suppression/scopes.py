"""Scopes of suppressions: the line of a comment, and the line or block that follows it."""

from bisect import bisect_left

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import RawSpan

_LINE_END = lazy_pattern(r"[\r\n]")
_NEXT_LINE = lazy_pattern(r"[^\r\n]*(?:\r\n?|\n|\Z)\s*([^\r\n]*)")


def own_line(raw: str, span: RawSpan) -> RawSpan:
    """Return the range of the lines that a comment is on, with the line end."""
    start = max(raw.rfind("\n", 0, span.start), raw.rfind("\r", 0, span.start)) + 1
    found = _LINE_END.search(raw, span.end)
    return RawSpan(start, found.start() + 1 if found else len(raw) + 1)


def next_block(document: Document, end: int) -> RawSpan | None:
    """Return the range of the first block that starts after `end`; None if there is none."""
    locate, blocks = document.source_map.locate, document.blocks
    number = bisect_left(blocks, end, key=lambda block: locate(block.span).start)
    if number == len(blocks):
        return None
    found = locate(blocks[number].span)
    return RawSpan(found.start, found.end + 1)


def next_line(raw: str, end: int) -> RawSpan:
    """Return the range of the first line that is not blank after the line of `end`."""
    rest = _NEXT_LINE.match(raw, end)
    return RawSpan(rest.start(1), rest.end(1) + 1) if rest else RawSpan(end, end)
