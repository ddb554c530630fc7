"""Which stretches of a source are its prose, and which its mark-up."""

from bisect import bisect_right
from collections.abc import Iterator

from editkit.core.source_map import SourceMap
from editkit.core.span import RawSpan


def parted(source_map: SourceMap, span: RawSpan) -> Iterator[tuple[RawSpan, bool]]:
    """Yield `span` piece by piece, in order, each with whether it is mark-up."""
    chunks = source_map.chunks
    number = bisect_right(chunks, span.start, key=lambda chunk: chunk.raw.end)
    at = span.start
    while number < len(chunks) and chunks[number].raw.start < span.end:
        raw = chunks[number].raw
        if raw.start > at:
            yield RawSpan(at, raw.start), True
        start, at = max(at, raw.start), min(raw.end, span.end)
        if at > start:
            yield RawSpan(start, at), False
        number += 1
    if at < span.end:
        yield RawSpan(at, span.end), True
