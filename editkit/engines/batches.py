"""Cuts a document into pieces that an engine checks one by one."""

import re
from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.span import Span

SIZE = 6_000
"""Code points; larger pieces keep one core busy, smaller ones lose what spans sentences."""

_CUTS = tuple(map(re.compile, (r"\n", r"(?<=[.!?]) ", r"\s")))


def cut(document: Document, size: int = SIZE) -> Iterator[Span]:
    """Yield spans of at most `size` that together cover the document.

    They end where a block ends if one ends in the second half of the piece,
    else at a line end, a sentence end or a space, and inside a word only where
    there is none of these.
    """
    text = document.text
    ends = [block.span.end for block in document.blocks]
    start, block = 0, 0
    while len(text) - start > size:
        least = start + size // 2
        end = 0
        while block < len(ends) and ends[block] < start + size:
            end = ends[block]
            block += 1
        if end > least:
            end += text.startswith("\n", end)
        else:
            end = _cut_in(text, least, start + size)
        yield Span(start, end)
        start = end
    if start < len(text):
        yield Span(start, len(text))


def _cut_in(text: str, least: int, most: int) -> int:
    for kind in _CUTS:
        if found := list(kind.finditer(text, least, most)):
            return found[-1].end()
    return most
