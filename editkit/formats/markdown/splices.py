"""Edits of Markdown's prose made in its source, without making markup of words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, product

from editkit.core.document import Block, Document
from editkit.core.fix import Edit, Splice
from editkit.core.span import RawSpan, Span
from editkit.formats.markdown.prose import OBJECT, Prose, read
from editkit.formats.markdown.tables import Window, cell_around
from editkit.formats.markdown.tree import labels
from editkit.formats.markdown.words import among_words
from editkit.formats.narrow import narrow
from editkit.formats.newlines import Newlines

_BREAK = re.compile("\r\n?")
_INLINE = re.compile(r"[\\`*_\[\]<&|~$]")
_ANY = re.compile(r"[!-/:-@\[-`{-~]")
_INDENT = (" ", "\t")
_TRIED = 8  # combinations of places for the insertions of one fix


def splices(document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
    """Return the first way of making `edits` that leaves the markup as it is."""
    pieces: list[Edit] = []
    for edit in edits:
        narrowed = narrow(document, replace(edit, text=_BREAK.sub("\n", edit.text)))
        if narrowed is None or any(_moves_object(document, each) for each in narrowed):
            return None
        pieces += narrowed
    if not pieces:
        return ()
    pieces.sort(key=lambda edit: edit.span)
    _, defined = _context(document.raw)
    if len(pieces) == 1 and among_words(document, pieces[0], defined):
        return (Splice(document.source_map.locate(pieces[0].span), pieces[0].text),)
    check = _Check(document, pieces)
    return next((made for made in _ways(document, pieces) if check(made)), None)


def _moves_object(document: Document, edit: Edit) -> bool:
    return OBJECT in edit.span.of(document.text) or OBJECT in edit.text


def _ways(document: Document, edits: Sequence[Edit]) -> Iterator[tuple[Splice, ...]]:
    """Yield ways of making `edits`, the plainest first.

    An insertion beside markup goes before it or else after it; characters are
    escaped only where they must be.
    """
    native, _ = _context(document.raw)
    places = [_places(document, edit.span) for edit in edits]
    spans = tuple(islice(product(*places), _TRIED))
    for escaped, way in product((None, _INLINE, _ANY), spans):
        texts = (escaped.sub(r"\\\g<0>", edit.text) if escaped else edit.text for edit in edits)
        yield tuple(
            Splice(span, text.replace("\n", native)) for span, text in zip(way, texts, strict=True)
        )


def _places(document: Document, span: Span) -> tuple[RawSpan, ...]:
    """Return the source of `span`; for an empty one also where the chunk on its right starts."""
    left = document.source_map.locate(span)
    if not span and span.start < len(document.text):
        right = document.source_map.locate(Span(span.start, span.start + 1)).start
        if right > left.start:
            return left, RawSpan(right, right)
    return (left,)


class _Check:
    """Checks that a way of making edits makes no others, by reading the source again.

    If the edits are in one table cell, only that cell is read; otherwise, the source
    between the blank lines around the edits. If that does not give the same prose as in
    the document, the whole source is read.
    """

    def __init__(self, document: Document, edits: Sequence[Edit]) -> None:
        self._raw = document.raw
        self._native, self._labels = _context(document.raw)
        at = None
        for window in self._windows(document, edits):
            self._window = window
            self._defined, before = self._read(())
            at = _offset(document, before, window)
            if at is not None and _within(edits, at, before):
                break
        self._elements = before.elements
        self._text, self._blocks = _edited(before, edits, at or 0)

    def __call__(self, made: Sequence[Splice]) -> bool:
        defined, after = self._read(made)
        same = (defined, after.elements) == (self._defined, self._elements)
        return same and (after.text, after.blocks) == (self._text, self._blocks)

    def _windows(self, document: Document, edits: Sequence[Edit]) -> Iterator[Window]:
        """Yield what to read, from the smallest part to the whole source."""
        cell = cell_around(document, edits)
        if cell is not None:
            yield cell
        places = [place for edit in edits for place in _places(document, edit.span)]
        around = RawSpan(min(p.start for p in places), max(p.end for p in places))
        yield Window(_between_blanks(self._raw, around, self._native))
        yield Window(RawSpan(0, len(self._raw)))

    def _read(self, made: Sequence[Splice]) -> tuple[frozenset[str], Prose]:
        """Return the labels and the prose of the window once `made` are."""
        span, header = self._window
        pieces = [header]
        at = span.start
        for splice in made:
            pieces += (self._raw[at : splice.span.start], splice.text)
            at = splice.span.end
        pieces.append(self._raw[at : span.end])
        lines = Newlines.of("".join(pieces))
        prose = read(lines, self._labels, top=not header and span.start == 0)
        return labels(lines.text), prose


@lru_cache(maxsize=2)
def _context(raw: str) -> tuple[str, frozenset[str]]:
    """Return the newline of a source and the labels it defines."""
    lines = Newlines.of(raw)
    return lines.native, labels(lines.text)


def _between_blanks(raw: str, around: RawSpan, native: str) -> RawSpan:
    """Return the source around a range up to blank lines with no indented line after them."""
    blank = native * 2
    first = raw.rfind(blank, 0, around.start)
    while first >= 0 and raw[first + len(blank)] in _INDENT:
        first = raw.rfind(blank, 0, first)
    last = raw.find(blank, around.end)
    while last >= 0 and raw[last + len(blank) : last + len(blank) + 1] in _INDENT:
        last = raw.find(blank, last + 1)
    return RawSpan(
        first + len(blank) if first >= 0 else 0,
        last + len(blank) if last >= 0 else len(raw),
    )


def _offset(document: Document, prose: Prose, window: Window) -> int | None:
    """Return the distance from the prose of a window to its place in the document.

    Returns None if the document has other prose there. The window's header is not compared.
    """
    header = len(window.header)
    first = bisect_left(prose.chunks, header, key=lambda chunk: chunk.raw.start)
    if first == len(prose.chunks):
        return None
    number = bisect_left(prose.blocks, prose.chunks[first].text.start, key=_block_start)
    blocks = prose.blocks[number:]
    if not blocks:
        return None
    here = blocks[0].span.start
    own = prose.chunks[bisect_left(prose.chunks, here, key=lambda chunk: chunk.text.start)]
    source = own.raw.start - header + window.span.start
    chunks = document.source_map.chunks
    at = bisect_right(chunks, source, key=lambda chunk: chunk.raw.start) - 1
    if at < 0 or chunks[at].raw.start != source:
        return None
    there = chunks[at].text.start
    where = bisect_left(document.blocks, there, key=_block_start)
    same = document.blocks[where : where + len(blocks)] == _moved(blocks, there - here)
    return there - here if same and document.text.startswith(prose.text[here:], there) else None


def _block_start(block: Block) -> int:
    return block.span.start


def _within(edits: Sequence[Edit], offset: int, prose: Prose) -> bool:
    """Whether `edits`, in order, are made in `prose`, which is `offset` from its place."""
    end = offset + len(prose.text)
    return offset <= edits[0].span.start and all(edit.span.end <= end for edit in edits)


def _moved(blocks: Sequence[Block], by: int) -> tuple[Block, ...]:
    return tuple(
        Block(block.kind, Span(block.span.start + by, block.span.end + by)) for block in blocks
    )


def _edited(prose: Prose, edits: Sequence[Edit], offset: int) -> tuple[str, tuple[Block, ...]]:
    """Return the prose and blocks that `edits` must give; `offset` is where the prose stands."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (prose.text[at : edit.span.start - offset], edit.text)
        at = edit.span.end - offset
    pieces.append(prose.text[at:])
    blocks = []
    for block in prose.blocks:
        start, end = block.span.start + offset, block.span.end + offset
        first = sum(len(e.text) - len(e.span) for e in edits if e.span.start < start)
        last = sum(len(e.text) - len(e.span) for e in edits if e.span.start <= end)
        blocks.append(Block(block.kind, Span(block.span.start + first, block.span.end + last)))
    return "".join(pieces), tuple(blocks)
