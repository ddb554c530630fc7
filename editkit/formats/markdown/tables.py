"""Windows for parsing a table cell or an HTML element alone."""

from collections.abc import Sequence
from typing import NamedTuple

from editkit.core.document import Block, BlockKind, Document
from editkit.core.fix import Edit
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import RawSpan

_MAX_MARKUP_BEFORE_CELL = 200
"""Code points of markup that may be between the bar and the text of a cell."""
_MARGIN = lazy_pattern(r"[ \t>]*")
_REST = lazy_pattern(r"[^|\r\n]*")
_TAG_BEFORE = lazy_pattern(r"<([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?>\s*$")
_TAG_AFTER = lazy_pattern(r"\s*</?[A-Za-z]")
_WORD = lazy_pattern(r"[^\W_]")


class Window(NamedTuple):
    """A range of the source that can be parsed alone, after `header`."""

    span: RawSpan
    header: str = ""


def cell_window(document: Document, edits: Sequence[Edit]) -> Window | None:
    """Return the window of the one cell that `edits`, in order, change.

    Returns None if an edit could change the table: if a cell loses its last word, or if the start
    of the line changes. The caller must check that the window gives the same prose as the cell in
    its table.
    """
    block = document.block_at(edits[0].span.start)
    if block is None or block.kind is not BlockKind.CELL:
        return None
    inside = all(block.span.covers(edit.span) for edit in edits)
    if not inside or not _keeps_a_word(document, block, edits):
        return None
    raw, cell = document.raw, document.source_map.locate(block.span)
    before = raw[max(0, cell.start - _MAX_MARKUP_BEFORE_CELL) : cell.start]
    boundary = max(before.rfind(mark) for mark in "|\r\n")
    first = cell.start - len(before) + boundary + 1
    if boundary < 0 or before[boundary] != "|":
        margin = _MARGIN.fullmatch(raw, first, cell.start)
        if margin is None or not _keeps_line_start(document, block, edits[0]):
            return None
        first = cell.start
    rest = _REST.match(raw, cell.end)
    last = rest.end() if rest else cell.end
    return Window(RawSpan(first, last + raw.startswith("|", last)), "|x|\n|-|\n|")


def element_window(document: Document, edits: Sequence[Edit]) -> Window | None:
    """Return the window of the one element of an HTML block that `edits`, in order, change.

    The caller must check that the window gives the same prose as the element in its block.
    """
    block = document.block_at(edits[0].span.start)
    if block is None or not all(block.span.covers(edit.span) for edit in edits):
        return None
    raw, text = document.raw, document.source_map.locate(block.span)
    tag = _TAG_BEFORE.search(raw, max(0, text.start - _MAX_MARKUP_BEFORE_CELL), text.start)
    if tag is None or not _TAG_AFTER.match(raw, text.end):
        return None
    return Window(text, f"<{tag[1]}>")


def _keeps_a_word(document: Document, block: Block, edits: Sequence[Edit]) -> bool:
    """Return whether the cell has a letter or digit after `edits`.

    Blank cells and dashes can make a row the end of its table, or a delimiter row.
    """
    at, pieces = block.span.start, []
    for edit in edits:
        pieces += [document.text[at : edit.span.start], edit.text]
        at = edit.span.end
    pieces.append(document.text[at : block.span.end])
    return any(map(_WORD.search, pieces))


def _keeps_line_start(document: Document, block: Block, first: Edit) -> bool:
    """Return whether a line that begins with this cell still begins with a letter.

    Lists, headings, quotations, and code begin with other characters (CommonMark 0.31).
    """
    text, start = document.text, block.span.start
    return text[start : start + 1].isalpha() and (
        first.span.start > start or first.text[:1].isalpha()
    )
