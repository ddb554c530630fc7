"""A table cell, read apart from its table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from editkit.core.document import Block, BlockKind, Document
from editkit.core.fix import Edit
from editkit.core.span import RawSpan

_NEAR = 200
"""How many code points of markup may open a cell."""
_MARGIN = re.compile(r"[ \t>]*")
_REST = re.compile(r"[^|\r\n]*")
_WORD = re.compile(r"[^\W_]")


class Window(NamedTuple):
    """A part of the source that can be read on its own, below a header."""

    span: RawSpan
    header: str = ""


def cell_around(document: Document, edits: Sequence[Edit]) -> Window | None:
    """Return the one cell that `edits`, in order, are made in, as a table of its own.

    Returns None if an edit could change the table, not only the cell: if a cell loses its
    last word, or if what opens the line changes. The caller must read the cell to make
    sure that it gives the prose it gave in its table.
    """
    block = document.block_at(edits[0].span.start)
    if block is None or block.kind is not BlockKind.CELL:
        return None
    inside = all(block.span.covers(edit.span) for edit in edits)
    if not inside or not _keeps_a_word(document, block, edits):
        return None
    raw, place = document.raw, document.source_map.locate(block.span)
    before = raw[max(0, place.start - _NEAR) : place.start]
    cut = max(before.rfind(mark) for mark in "|\r\n")
    first = place.start - len(before) + cut + 1
    if cut < 0 or before[cut] != "|":
        margin = _MARGIN.fullmatch(raw, first, place.start)
        if margin is None or not _opens_alike(document, block, edits[0]):
            return None
        first = place.start
    rest = _REST.match(raw, place.end)
    last = rest.end() if rest else place.end
    return Window(RawSpan(first, last + raw.startswith("|", last)), "|x|\n|-|\n|")


def _keeps_a_word(document: Document, block: Block, edits: Sequence[Edit]) -> bool:
    """Whether the cell has a letter or digit after `edits`.

    Blank cells and dashes can make a row the end of its table, or a delimiter row.
    """
    at, pieces = block.span.start, []
    for edit in edits:
        pieces += [document.text[at : edit.span.start], edit.text]
        at = edit.span.end
    pieces.append(document.text[at : block.span.end])
    return any(map(_WORD.search, pieces))


def _opens_alike(document: Document, block: Block, first: Edit) -> bool:
    """Whether a line that begins with this cell still begins with a letter.

    Lists, headings, quotations, and code begin with other characters (CommonMark 0.31).
    """
    text, start = document.text, block.span.start
    return text[start : start + 1].isalpha() and (
        first.span.start > start or first.text[:1].isalpha()
    )
