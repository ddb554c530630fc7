"""Source edits for edits of Markdown's prose, verified to leave the markup unchanged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice, product

from editkit.core.document import Block, Document
from editkit.core.fix import Edit, Splice
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import RawSpan, Span
from editkit.formats.line_breaks import LineBreaks
from editkit.formats.markdown.dialect import COMMON, Dialect
from editkit.formats.markdown.guards import (
    changes_markup_nearby,
    keep_hard_breaks,
    removes_hard_break,
)
from editkit.formats.markdown.links import defined_labels
from editkit.formats.markdown.prose import Prose, read_prose
from editkit.formats.markdown.tables import Window, cell_window, element_window
from editkit.formats.markdown.words import is_local_edit, is_plain_word_edit
from editkit.formats.narrow import narrow_edit
from editkit.text.characters import OBJECT_REPLACEMENT

_BREAK = lazy_pattern("\r\n?")
_INLINE_MARKUP = lazy_pattern(r"[\\`*_\[\]<&|~$]")
_ANY_PUNCTUATION = lazy_pattern(r"[!-/:-@\[-`{-~]")
_INDENT = (" ", "\t")
_MAX_PLACE_COMBINATIONS = 8
"""Limit of combinations of places that are tried for the insertions of one fix."""


def make_splices(
    document: Document, edits: Sequence[Edit], dialect: Dialect = COMMON
) -> tuple[Splice, ...] | None:
    """Return the first candidate splices for `edits` that leave the markup unchanged, or None."""
    pieces: list[Edit] = []
    for edit in edits:
        normalized = replace(edit, text=_BREAK.sub("\n", edit.text))
        narrowed = narrow_edit(document, keep_hard_breaks(document, normalized))
        if narrowed is None or any(_is_not_prose(document, each) for each in narrowed):
            return None
        pieces += narrowed
    if not pieces:
        return ()
    pieces.sort(key=lambda edit: edit.span)
    _, defined = _source_context(document.raw)
    if len(pieces) == 1 and is_plain_word_edit(document, pieces[0], defined):
        return (Splice(document.source_map.locate(pieces[0].span), pieces[0].text),)
    candidates = (
        splices
        for splices in _candidate_splices(document, pieces)
        if not any(changes_markup_nearby(document.raw, splice) for splice in splices)
    )
    first = next(candidates, None)
    if first is None or all(is_local_edit(document, piece) for piece in pieces):
        return first
    return next(filter(_Verifier(document, pieces, dialect), chain([first], candidates)), None)


def _is_not_prose(document: Document, edit: Edit) -> bool:
    """Return whether an edit changes an object, such as inline code, or a hard line break."""
    is_object = (
        OBJECT_REPLACEMENT in edit.span.of(document.text) or OBJECT_REPLACEMENT in edit.text
    )
    return is_object or removes_hard_break(document, edit)


def _candidate_splices(document: Document, edits: Sequence[Edit]) -> Iterator[tuple[Splice, ...]]:
    """Yield possible splices for `edits`, the simplest first.

    An insertion next to markup goes before it or after it. Characters are escaped only if
    necessary.
    """
    native, _ = _source_context(document.raw)
    places = [_possible_ranges(document, edit.span) for edit in edits]
    spans = tuple(islice(product(*places), _MAX_PLACE_COMBINATIONS))
    for escaped, ranges in product((None, _INLINE_MARKUP, _ANY_PUNCTUATION), spans):
        texts = (escaped.sub(r"\\\g<0>", edit.text) if escaped else edit.text for edit in edits)
        yield tuple(
            Splice(span, text.replace("\n", native))
            for span, text in zip(ranges, texts, strict=True)
        )


def _possible_ranges(document: Document, span: Span) -> tuple[RawSpan, ...]:
    """Return the source range of `span`; for an insertion also the start of the next chunk."""
    left = document.source_map.locate(span)
    if not span and span.start < len(document.text):
        right = document.source_map.locate(Span(span.start, span.start + 1)).start
        if right > left.start:
            return left, RawSpan(right, right)
    return (left,)


class _Verifier:
    """Verifies that splices make exactly the given edits, by parsing the changed source.

    If the edits are in one table cell, only that cell is parsed; otherwise, the source between the
    blank lines around the edits. If that does not give the same prose as in the document, the
    whole source is parsed.
    """

    def __init__(self, document: Document, edits: Sequence[Edit], dialect: Dialect) -> None:
        self._raw, self._dialect = document.raw, dialect
        self._native, self._labels = _source_context(document.raw)
        at = None
        for window in self._windows(document, edits):
            self._window = window
            self._defined, before = self._read(())
            at = _offset(document, before, window)
            if at is not None and _covers_edits(edits, at, before):
                break
        self._elements = before.elements
        self._text, self._blocks = _expected_prose(before, edits, at or 0)

    def __call__(self, splices: Sequence[Splice]) -> bool:
        defined, after = self._read(splices)
        same = (defined, after.elements) == (self._defined, self._elements)
        return same and (after.text, after.blocks) == (self._text, self._blocks)

    def _windows(self, document: Document, edits: Sequence[Edit]) -> Iterator[Window]:
        """Yield the windows to parse, from the smallest to the whole source."""
        cell = cell_window(document, edits)
        if cell is not None:
            yield cell
        element = element_window(document, edits)
        if element is not None:
            yield element
        places = [place for edit in edits for place in _possible_ranges(document, edit.span)]
        around = RawSpan(min(p.start for p in places), max(p.end for p in places))
        yield Window(_blank_line_range(self._raw, around, self._native))
        yield Window(RawSpan(0, len(self._raw)))

    def _read(self, splices: Sequence[Splice]) -> tuple[frozenset[str], Prose]:
        """Return the labels and the prose of the window after `splices`."""
        span, header = self._window
        pieces = [header]
        at = span.start
        for splice in splices:
            pieces += (self._raw[at : splice.span.start], splice.text)
            at = splice.span.end
        pieces.append(self._raw[at : span.end])
        lines = LineBreaks.parse("".join(pieces))
        has_start = not header and span.start == 0
        prose = read_prose(
            lines, self._labels, allow_front_matter=has_start, dialect=self._dialect
        )
        return defined_labels(lines.text), prose


@lru_cache(maxsize=2)
def _source_context(raw: str) -> tuple[str, frozenset[str]]:
    """Return the most common line break of a source and the labels it defines."""
    lines = LineBreaks.parse(raw)
    return lines.native, defined_labels(lines.text)


def _blank_line_range(raw: str, around: RawSpan, native: str) -> RawSpan:
    """Return the range between blank lines around `around`.

    A blank line with an indented line after it does not end the range.
    """
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
    """Return the offset of the prose of a window in the prose of the document.

    Returns None if the document has different prose there. The header of the window is not
    compared.
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
    same = document.blocks[where : where + len(blocks)] == _shifted(blocks, there - here)
    return there - here if same and document.text.startswith(prose.text[here:], there) else None


def _block_start(block: Block) -> int:
    return block.span.start


def _covers_edits(edits: Sequence[Edit], offset: int, prose: Prose) -> bool:
    """Return whether `edits`, in order, are inside `prose`, which starts at `offset`."""
    end = offset + len(prose.text)
    return offset <= edits[0].span.start and all(edit.span.end <= end for edit in edits)


def _shifted(blocks: Sequence[Block], by: int) -> tuple[Block, ...]:
    return tuple(
        Block(block.kind, Span(block.span.start + by, block.span.end + by)) for block in blocks
    )


def _expected_prose(
    prose: Prose, edits: Sequence[Edit], offset: int
) -> tuple[str, tuple[Block, ...]]:
    """Return the prose and blocks after `edits`; `prose` starts at `offset`."""
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
