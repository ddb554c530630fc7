"""Split of a source into prose and markup."""

from bisect import bisect_right
from collections.abc import Iterator

from editkit.core.source_map import SourceMap
from editkit.core.span import RawSpan


def split_markup(source_map: SourceMap, span: RawSpan) -> Iterator[tuple[RawSpan, bool]]:
    """Yield the parts of `span` in order, each with whether it is markup."""
    chunks = source_map.chunks
    index = bisect_right(chunks, span.start, key=lambda chunk: chunk.raw.end)
    position = span.start
    while index < len(chunks) and chunks[index].raw.start < span.end:
        raw = chunks[index].raw
        if raw.start > position:
            yield RawSpan(position, raw.start), True
        start, position = max(position, raw.start), min(raw.end, span.end)
        if position > start:
            yield RawSpan(start, position), False
        index += 1
    if position < span.end:
        yield RawSpan(position, span.end), True
