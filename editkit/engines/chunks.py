"""Content-defined chunking: splits a document into chunks that an engine checks one at a time."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from editkit.core.document import Block, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

MAX_CHUNK_LENGTH = 6_000
"""Largest chunk, in code points, so that no engine runs out of memory."""

WINDOW = 800
"""Code points around a block that decide whether a chunk ends there.

Chunks have about twice this length on average.
"""

_LONE_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_BREAKS = tuple(map(re.compile, (r"\n", r"(?<=[.!?]) ", r"\s")))


def split(
    document: Document, max_length: int = MAX_CHUNK_LENGTH, window: int = WINDOW
) -> Iterator[Span]:
    """Yield spans of at most `max_length` code points that together cover the document.

    Whether a chunk ends with a block depends only on the text within `window` code
    points of the block, so an edit moves no chunk boundary outside that window. A
    chunk that is too long is split at the last block end in the second half of the
    allowed length; otherwise at a line end, a sentence end, or a space; and inside a
    word only if there is none of these.
    """
    text, blocks = document.text, document.blocks
    ends = [block.span.end for block in blocks]
    for start, end in pairwise((0, *_boundaries(text, blocks, window), len(text))):
        yield from _split_long(text, ends, Span(start, end), max_length)


def well_formed(text: str) -> str:
    """Return `text` with each lone surrogate replaced by U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _boundaries(text: str, blocks: Sequence[Block], window: int) -> Iterator[int]:
    """Yield the start of each block that follows a block with the smallest hash in its window."""
    hashes = [crc32(block.span.of(text).encode("utf-8", "surrogatepass")) for block in blocks]
    # For each block: the nearest earlier one with a hash no larger, the nearest later smaller one.
    previous_smaller, next_smaller = [-1] * len(blocks), [len(blocks)] * len(blocks)
    pending: list[int] = []
    for at, value in enumerate(hashes):
        while pending and hashes[pending[-1]] > value:
            next_smaller[pending.pop()] = at
        previous_smaller[at] = pending[-1] if pending else -1
        pending.append(at)
    for at, (block, following) in enumerate(pairwise(blocks)):
        first, last = previous_smaller[at], next_smaller[at]
        if (first < 0 or blocks[first].span.end < block.span.start - window) and (
            last == len(blocks) or blocks[last].span.start > block.span.end + window
        ):
            yield following.span.start


def _split_long(text: str, ends: Sequence[int], chunk: Span, max_length: int) -> Iterator[Span]:
    start, end = chunk.start, chunk.end
    while end - start > max_length:
        lower, upper = start + max_length // 2, start + max_length
        last = bisect_left(ends, upper) - 1
        if last >= 0 and ends[last] > lower:
            at = ends[last] + text.startswith("\n", ends[last])
        else:
            at = _break_in(text, lower, upper)
        yield Span(start, at)
        start = at
    if start < end:
        yield Span(start, end)


def _break_in(text: str, lower: int, upper: int) -> int:
    for kind in _BREAKS:
        if found := list(kind.finditer(text, lower, upper)):
            return found[-1].end()
    return upper
