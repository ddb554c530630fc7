"""Prose of a Markdown source, with its chunks and blocks."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editkit.core.document import Block, BlockKind
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.source_map import Chunk
from editkit.core.span import RawSpan, Span
from editkit.formats.line_breaks import LineBreaks
from editkit.formats.markdown.dialect import COMMON, Dialect
from editkit.formats.markdown.front_matter import front_matter_end, prose_values
from editkit.formats.markdown.jsx import MaskedJsx, mask_jsx
from editkit.formats.markdown.lines import mask_lines
from editkit.formats.markdown.marks import insert_addresses, merge_html_elements
from editkit.formats.markdown.markup import Markup, MarkupKind, Region
from editkit.formats.markdown.tree import regions
from editkit.text.characters import OBJECT_REPLACEMENT

_SPACES = " \t\n"
_BLOCK_SEPARATOR = "\n\n"
_FOOTNOTE = lazy_pattern(r"^([ \t>]*)(\[\^[^\]\s]+\]:)", re.MULTILINE)
_CLOSING = lazy_pattern(r"(?:\A|[ \t])#+\Z")


@dataclass(frozen=True, slots=True)
class Prose:
    """Prose with its chunks and blocks; `elements` are the inline elements of each block."""

    text: str
    chunks: tuple[Chunk, ...]
    blocks: tuple[Block, ...]
    elements: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A source range and its prose; None if the prose is the source itself."""

    start: int
    end: int
    text: str | None = None


def read_prose(
    lines: LineBreaks,
    defined: frozenset[str],
    *,
    allow_front_matter: bool = True,
    dialect: Dialect = COMMON,
) -> Prose:
    """Return the prose of a Markdown text.

    `defined` are the labels of links. `allow_front_matter`: the text may start with front matter.
    """
    skipped = front_matter_end(lines.text) if allow_front_matter else 0
    masked = mask_lines(lines.text[skipped:], mdx=dialect.mdx).text
    jsx = mask_jsx(masked) if dialect.mdx else MaskedJsx(masked)
    body = jsx.text
    labels = [found.span(2) for found in _FOOTNOTE.finditer(body)]
    builder = _ProseBuilder(lines)
    if dialect.front_matter:
        for key, start, end in prose_values(lines.text[:skipped], dialect.front_matter):
            kind = BlockKind.HEADING if key == "title" else BlockKind.PARAGRAPH
            region = Region(kind, start, end, (), (), ())
            builder.add(region, (_Piece(start, end),))
    builder.skip(skipped)
    for region in regions(mask_footnote_labels(body), defined, jsx.expressions):
        for piece in _split_at_ranges(region, labels):
            builder.add(piece, _without_blank_lines(body, _pieces(body, piece)))
    return Prose(
        "".join(builder.text),
        tuple(builder.chunks),
        tuple(builder.blocks),
        tuple(builder.elements),
    )


class _ProseBuilder:
    """Concatenates blocks."""

    def __init__(self, lines: LineBreaks) -> None:
        self._lines, self._skipped, self._at = lines, 0, 0
        self.text: list[str] = []
        self.chunks: list[Chunk] = []
        self.blocks: list[Block] = []
        self.elements: list[tuple[str, ...]] = []

    def skip(self, end: int) -> None:
        """Take the offsets of what is added from now on as offsets from `end`."""
        self._skipped = end

    def add(self, region: Region, pieces: Sequence[_Piece]) -> None:
        """Append a block, unless it is blank."""
        if not any(self._is_visible(piece) for piece in pieces):
            return
        if self.blocks:
            self._append(_Piece(pieces[0].start, pieces[0].start, _BLOCK_SEPARATOR))
        start = self._at
        for piece in pieces:
            self._append(piece)
        self.blocks.append(Block(region.kind, Span(start, self._at)))
        self.elements.append(region.elements)

    def _is_visible(self, piece: _Piece) -> bool:
        if piece.text is not None:
            return bool(piece.text.strip())
        first, last = piece.start + self._skipped, piece.end + self._skipped
        return bool(self._lines.text[first:last].strip())

    def _append(self, piece: _Piece) -> None:
        start, end = piece.start + self._skipped, piece.end + self._skipped
        if piece.text is None:
            self.text.append(self._lines.text[start:end])
            self.chunks.extend(self._lines.chunks(start, end, self._at))
            self._at += end - start
            return
        span = Span(self._at, self._at + len(piece.text))
        source = RawSpan(self._lines.raw_offset(start), self._lines.raw_offset(end))
        self.text.append(piece.text)
        self.chunks.append(Chunk(span, source, verbatim=False))
        self._at = span.end


def mask_footnote_labels(text: str) -> str:
    """Hide the labels of footnotes from a parser, which would read them as those of links."""
    return _FOOTNOTE.sub(lambda found: found[1] + "x" * len(found[2]), text)


def _split_at_ranges(region: Region, skipped: Sequence[tuple[int, int]]) -> Iterator[Region]:
    """Yield a region without the labels of footnotes in it."""
    first = bisect_left(skipped, (region.start,))
    inside = skipped[first : bisect_left(skipped, (region.end,))]
    starts = (region.start, *(end for _, end in inside))
    ends = (*(start for start, _ in inside), region.end)
    for start, end in zip(starts, ends, strict=True):
        markup = tuple(item for item in region.markup if start <= item.start and item.end <= end)
        yield replace(region, start=start, end=end, markup=markup)


def _pieces(text: str, region: Region) -> Iterator[_Piece]:
    """Yield the prose of a block."""
    prefixes = dict(region.prefixes)
    end = _text_end(text, region)
    if region.markup and _is_attribute_list(text, region.markup[-1], end):
        end = _strip_end(text, region.start, region.markup[-1].start)
    at = _skip_indent(text, region.start, end, prefixes)
    markup = insert_addresses(text, at, end, merge_html_elements(text, at, region.markup))
    markup = tuple(item for item in markup if item.start < end)
    for item in (*markup, Markup(end, end, MarkupKind.SYNTAX, end)):
        yield from _line_pieces(text, at, item.start, prefixes)
        start, at = max(at, item.start), max(at, item.end)
        if item.kind is MarkupKind.BREAK:
            at = _skip_indent(text, at, end, prefixes)
            yield _Piece(start, at, "\n")
        elif item.kind is MarkupKind.OBJECT:
            yield _Piece(start, at, OBJECT_REPLACEMENT)
        elif item.kind is MarkupKind.DECODED and (decoded := _decode(text[item.start : item.end])):
            yield _Piece(start, at, decoded)


def _without_blank_lines(text: str, pieces: Iterable[_Piece]) -> tuple[_Piece, ...]:
    """Return the prose of a block without lines of invisible tags only, which are not displayed.

    A block has no blank lines but these, and no line break at its end but before such tags.
    """
    result: list[_Piece] = []
    ends_line = True
    for piece in pieces:
        prose = text[piece.start : piece.end] if piece.text is None else piece.text
        inner = prose.lstrip(_SPACES) if ends_line else prose
        if inner and piece.text is None:
            result.append(_Piece(piece.end - len(inner), piece.end))
        elif inner:
            result.append(piece)
        if inner:
            ends_line = inner.rstrip(" \t").endswith("\n")
    while result and not _prose_end(text, result[-1]):
        result.pop()
    if result and result[-1].text is None:
        result[-1] = replace(result[-1], end=result[-1].start + _prose_end(text, result[-1]))
    return tuple(result)


def _prose_end(text: str, piece: _Piece) -> int:
    """Return the length of the prose of a piece without the line breaks at its end."""
    prose = text[piece.start : piece.end] if piece.text is None else piece.text
    return len(prose.rstrip("\n"))


def _line_pieces(text: str, start: int, end: int, prefixes: Mapping[int, int]) -> Iterator[_Piece]:
    r"""Yield text without markup; a line's prefix and indent belong to the `\n` before it."""
    at = start
    while (found := text.find("\n", at, end)) >= 0:
        at = _skip_indent(text, found + 1, end, prefixes)
        if at > found + 1:
            if start < found:
                yield _Piece(start, found)
            yield _Piece(found, at, "\n")
            start = at
    if start < end:
        yield _Piece(start, end)


def _skip_indent(text: str, at: int, end: int, prefixes: Mapping[int, int]) -> int:
    """Return the offset of the text of a line, after its prefix and indentation."""
    while at < end:
        if at in prefixes:
            at = prefixes[at]
        elif text[at] in " \t":
            at += 1
        else:
            break
    return at


def _text_end(text: str, region: Region) -> int:
    """Return the end of a block's text, without white space and closing `#` of a heading."""
    end = _strip_end(text, region.start, region.end)
    before = text[text.rfind("\n", 0, region.start) + 1 : region.start]
    if region.kind is BlockKind.HEADING and before.rstrip(" \t").endswith("#"):
        closing = _CLOSING.search(text[region.start : end])
        end = _strip_end(text, region.start, region.start + closing.start()) if closing else end
    return end


def _is_attribute_list(text: str, item: Markup, end: int) -> bool:
    """Return whether a block ends with an attribute list, such as a heading's `{#id}`."""
    return item.end == end and item.kind is MarkupKind.EMPTY and text[item.start] == "{"


def _strip_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return end


def _decode(source: str) -> str:
    """Return the characters of an entity or escape; empty for an invalid code point."""
    if source[0] == "\\":
        return source[1:]
    from html import unescape  # noqa: PLC0415  (slow to import; few texts have an entity)

    return unescape(source)
