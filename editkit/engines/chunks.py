"""Cuts a document into pieces that an engine checks one by one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from editkit.core.document import Block, Document
from editkit.core.span import Span

SIZE = 6_000
"""Code points that a piece has at most, so that no engine runs out of memory."""

REACH = 800
"""Code points around a block that decide whether a piece ends with it: about half of a piece."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CUTS = tuple(map(re.compile, (r"\n", r"(?<=[.!?]) ", r"\s")))


def cut(document: Document, size: int = SIZE, reach: int = REACH) -> Iterator[Span]:
    """Yield spans of at most `size` that together cover the document.

    What stands within `reach` of a block decides whether one ends there, and
    nothing else does: a change elsewhere moves no end. Where this gives a piece
    that is too long, it is cut where a block ends, if one ends in the second
    half of what is allowed, else at a line end, a sentence end or a space, and
    inside a word only where there is none of these.
    """
    text, blocks = document.text, document.blocks
    ends = [block.span.end for block in blocks]
    for start, end in pairwise((0, *_starts(text, blocks, reach), len(text))):
        yield from _short(text, ends, Span(start, end), size)


def well_formed(text: str) -> str:
    """Return `text` as it can be sent, with U+FFFD in the place of each half of a character."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _starts(text: str, blocks: Sequence[Block], reach: int) -> Iterator[int]:
    """Yield the starts of the blocks behind those whose hash is the least within `reach`."""
    hashes = [crc32(block.span.of(text).encode("utf-8", "surrogatepass")) for block in blocks]
    # Of each block, the nearest ones that are less, or that are equal and stand before it.
    before, behind = [-1] * len(blocks), [len(blocks)] * len(blocks)
    least: list[int] = []
    for at, own in enumerate(hashes):
        while least and hashes[least[-1]] > own:
            behind[least.pop()] = at
        before[at] = least[-1] if least else -1
        least.append(at)
    for at, (block, following) in enumerate(pairwise(blocks)):
        first, last = before[at], behind[at]
        if (first < 0 or blocks[first].span.end < block.span.start - reach) and (
            last == len(blocks) or blocks[last].span.start > block.span.end + reach
        ):
            yield following.span.start


def _short(text: str, ends: Sequence[int], piece: Span, size: int) -> Iterator[Span]:
    start, end = piece.start, piece.end
    while end - start > size:
        least, most = start + size // 2, start + size
        last = bisect_left(ends, most) - 1
        if last >= 0 and ends[last] > least:
            at = ends[last] + text.startswith("\n", ends[last])
        else:
            at = _cut_in(text, least, most)
        yield Span(start, at)
        start = at
    if start < end:
        yield Span(start, end)


def _cut_in(text: str, least: int, most: int) -> int:
    for kind in _CUTS:
        if found := list(kind.finditer(text, least, most)):
            return found[-1].end()
    return most
