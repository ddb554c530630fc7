"""Markdown's prose, and its way back to the source."""

import html
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editkit.core.document import Block, BlockKind
from editkit.core.source_map import Chunk
from editkit.core.span import RawSpan, Span
from editkit.formats.markdown.marks import addresses, html_elements
from editkit.formats.markdown.tree import Cut, Mark, Region, regions
from editkit.formats.newlines import Newlines

OBJECT = "\ufffc"
"""What stands in prose for code, a URL or an address: one object replacement character."""

_PARTED = "\n\n"
_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(?![ \t]*\n)(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
_FOOTNOTE = re.compile(r"^([ \t>]*)(\[\^[^\]\s]+\]:)", re.MULTILINE)
_CLOSING = re.compile(r"(?:\A|[ \t])#+\Z")


@dataclass(frozen=True, slots=True)
class Prose:
    """Prose with its chunks and blocks; `elements` names the marks of each block."""

    text: str
    chunks: tuple[Chunk, ...]
    blocks: tuple[Block, ...]
    elements: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Source and the prose it stands for; None where that is the source itself."""

    start: int
    end: int
    text: str | None = None


def read(lines: Newlines, defined: frozenset[str], *, top: bool = True) -> Prose:
    """Return the prose of a Markdown text; `top` says that front matter may stand first."""
    front = _FRONT.match(lines.text) if top else None
    skipped = front.end() if front else 0
    body = lines.text[skipped:]
    masked = _FOOTNOTE.sub(_mask, body)
    notes = [found.span(2) for found in _FOOTNOTE.finditer(body)]
    made = _Builder(lines, skipped)
    for region in regions(masked, defined):
        for part in _parts(region, notes):
            made.add(part, tuple(_pieces(body, part)))
    return Prose("".join(made.text), tuple(made.chunks), tuple(made.blocks), tuple(made.elements))


class _Builder:
    """Puts blocks one after the other."""

    def __init__(self, lines: Newlines, skipped: int) -> None:
        self._lines, self._skipped, self._at = lines, skipped, 0
        self.text: list[str] = []
        self.chunks: list[Chunk] = []
        self.blocks: list[Block] = []
        self.elements: list[tuple[str, ...]] = []

    def add(self, region: Region, pieces: Sequence[_Piece]) -> None:
        """Append a block, unless it is blank."""
        if not any(piece.text is None or piece.text.strip() for piece in pieces):
            return
        if self.blocks:
            self._append(_Piece(pieces[0].start, pieces[0].start, _PARTED))
        start = self._at
        for piece in pieces:
            self._append(piece)
        self.blocks.append(Block(region.kind, Span(start, self._at)))
        self.elements.append(region.elements)

    def _append(self, piece: _Piece) -> None:
        start, end = piece.start + self._skipped, piece.end + self._skipped
        if piece.text is None:
            self.text.append(self._lines.text[start:end])
            self.chunks.extend(self._lines.chunks(start, end, self._at))
            self._at += end - start
            return
        span = Span(self._at, self._at + len(piece.text))
        source = RawSpan(self._lines.raw(start), self._lines.raw(end))
        self.text.append(piece.text)
        self.chunks.append(Chunk(span, source, verbatim=False))
        self._at = span.end


def _mask(found: re.Match[str]) -> str:
    """Hide the label of a footnote from the parser, which would take it for a link's."""
    return found[1] + "x" * len(found[2])


def _parts(region: Region, notes: Sequence[tuple[int, int]]) -> Iterator[Region]:
    """Yield a region, parted where a line of it starts a footnote."""
    first = bisect_left(notes, (region.start,))
    inside = notes[first : bisect_left(notes, (region.end,))]
    starts = (region.start, *(end for _, end in inside))
    ends = (*(start for start, _ in inside), region.end)
    for start, end in zip(starts, ends, strict=True):
        cuts = tuple(cut for cut in region.cuts if start <= cut.start and cut.end <= end)
        yield replace(region, start=start, end=end, cuts=cuts)


def _pieces(text: str, region: Region) -> Iterator[_Piece]:
    """Yield the prose of a block."""
    prefixes = dict(region.prefixes)
    end = _end(text, region)
    at = _indented(text, region.start, end, prefixes)
    cuts = addresses(text, at, end, html_elements(text, at, region.cuts))
    for cut in (*cuts, Cut(end, end, Mark.SYNTAX, end)):
        yield from _lines(text, at, cut.start, prefixes)
        at = max(at, cut.end)
        if cut.mark is Mark.BREAK:
            at = _indented(text, at, end, prefixes)
            yield _Piece(cut.start, at, "\n")
        elif cut.mark is Mark.OBJECT:
            yield _Piece(cut.start, cut.end, OBJECT)
        elif cut.mark is Mark.DECODED and (read_as := _decoded(text[cut.start : cut.end])):
            yield _Piece(cut.start, cut.end, read_as)


def _lines(text: str, start: int, end: int, prefixes: Mapping[int, int]) -> Iterator[_Piece]:
    r"""Yield a stretch without marks; a line's prefix and indentation belong to its `\n`."""
    at = start
    while (found := text.find("\n", at, end)) >= 0:
        at = _indented(text, found + 1, end, prefixes)
        if at > found + 1:
            if start < found:
                yield _Piece(start, found)
            yield _Piece(found, at, "\n")
            start = at
    if start < end:
        yield _Piece(start, end)


def _indented(text: str, at: int, end: int, prefixes: Mapping[int, int]) -> int:
    """Return where a line's own text starts."""
    while at < end:
        if at in prefixes:
            at = prefixes[at]
        elif text[at] in " \t":
            at += 1
        else:
            break
    return at


def _end(text: str, region: Region) -> int:
    """Return where a block's text ends, without blanks and the closing marks of a heading."""
    end = _stripped(text, region.start, region.end)
    before = text[text.rfind("\n", 0, region.start) + 1 : region.start]
    if region.kind is BlockKind.HEADING and before.rstrip(" \t").endswith("#"):
        closing = _CLOSING.search(text[region.start : end])
        end = _stripped(text, region.start, region.start + closing.start()) if closing else end
    return end


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return end


def _decoded(source: str) -> str:
    """Return what an entity or escape stands for; nothing for a code that is no character."""
    return source[1:] if source[0] == "\\" else html.unescape(source)
