"""Plain text format: paragraphs, headings, and list items by layout."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from editkit.core.document import Block, BlockKind, Document, Package
from editkit.core.fix import Edit, Splice
from editkit.core.format import DirectiveSyntax, Format
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.source_map import SourceMap
from editkit.core.span import Span
from editkit.formats.decode import Decoded, decode
from editkit.formats.line_breaks import LineBreaks
from editkit.formats.narrow import narrow_edit

_MIN_WRAP_WIDTH = 40
_MAX_WRAP_WIDTH = 120
_MAX_HEADING_LENGTH = 120
_MAX_SMALL_WORD_LENGTH = 3  # articles and prepositions, in lower case in titles
_ITEM = lazy_pattern(r"\s*(?:[-*•‣–·]|\(?\d{1,3}[.)])\s")
_BREAK = lazy_pattern("\r\n?")


class Plain(Format):
    r"""Plain text in any encoding that `decode` reads.

    The prose is the source with normalized line breaks. Only `\n`, `\r\n`, and `\r` end a line;
    U+2028, NEL, and VT are ordinary characters.
    """

    name: ClassVar[str] = "plain"
    suffixes: ClassVar[frozenset[str]] = frozenset({".txt", ".text", ""})
    directive_syntax: ClassVar[DirectiveSyntax] = DirectiveSyntax(line_marks=("#",), in_text=True)

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the file as one document."""
        return self._parse(data, decode(data, uri=uri), uri, lang)

    def parse_as(self, data: bytes, *, uri: str, lang: str, encoding: str) -> Package:
        """Return the file, whose encoding is known, as one document."""
        return self._parse(data, decode(data, uri=uri, encoding=encoding), uri, lang)

    def _parse(self, data: bytes, decoded: Decoded, uri: str, lang: str) -> Package:
        lines = LineBreaks.parse(decoded.raw)
        document = Document(
            uri=uri,
            lang=lang,
            text=lines.text,
            raw=decoded.raw,
            source_map=SourceMap(tuple(lines.chunks(0, len(lines.text), 0))),
            blocks=tuple(parse_blocks(lines.text)),
        )
        return Package(uri, self.name, data, (document,), decoded.encoding, decoded.bom)

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        r"""Return the source edits; None if one would merge two line breaks to `\r\n`."""
        splices: list[Splice] = []
        for edit in edits:
            pieces = narrow_edit(document, edit)
            if pieces is None:
                return None
            for piece in pieces:
                span = document.source_map.locate(piece.span)
                text = _BREAK.sub("\n", piece.text) if "\r" in piece.text else piece.text
                if "\n" in text:
                    text = text.replace("\n", LineBreaks.parse(document.raw).native)
                splice = Splice(span, text)
                if _joins_line_breaks(document.raw, splice):
                    return None
                splices.append(splice)
        return tuple(
            sorted(splices, key=lambda splice: splice.span) if len(splices) > 1 else splices
        )


def parse_blocks(text: str) -> Iterator[Block]:
    r"""Yield the blocks of a text whose lines end with `\n`.

    Blank lines separate paragraphs. Between them each line is a block, unless its break is a hard
    wrap: the widest line has 40 to 120 characters, and the first word of the next line would
    exceed that width. A block's span has whole lines without the last line break. A block that
    starts with a bullet or a number is a list item. A single line of at most 120 characters in
    title case without end punctuation is a heading.
    """
    group: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            group.append(Span(at, at + len(line)))
        elif group:
            yield from _group_blocks(text, group)
            group = []
        at += len(line) + 1
    yield from _group_blocks(text, group)


def _group_blocks(text: str, lines: Sequence[Span]) -> Iterator[Block]:
    """Yield the blocks of consecutive lines without blank ones."""
    width = max((len(line.of(text).rstrip()) for line in lines), default=0)
    start = 0
    for at, line in enumerate(lines, 1):
        following = lines[at].of(text) if at < len(lines) else None
        if following is not None and _is_hard_wrap(line.of(text), following, width):
            continue
        span = Span(lines[start].start, line.end)
        yield Block(_block_kind(span.of(text), one_line=at - start == 1), span)
        start = at


def _is_hard_wrap(line: str, following: str, width: int) -> bool:
    """Return whether the break between two lines is a hard wrap at `width`."""
    if not _MIN_WRAP_WIDTH <= width <= _MAX_WRAP_WIDTH or _ITEM.match(following):
        return False
    word = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(word) > width


def _block_kind(text: str, *, one_line: bool) -> BlockKind:
    if _ITEM.match(text):
        return BlockKind.ITEM
    return BlockKind.HEADING if one_line and _is_title_case(text.strip()) else BlockKind.PARAGRAPH


def _is_title_case(line: str) -> bool:
    """Return whether a line is short, without end punctuation, and in title case."""
    if len(line) > _MAX_HEADING_LENGTH or line.endswith((".", "!", "?", ":", ";", ",", "…")):
        return False
    words: list[str] = re.findall(r"[^\W\d_][\w’'-]*", line)
    counted = [word for word in words if len(word) > _MAX_SMALL_WORD_LENGTH or word[0].isupper()]
    return sum(word[0].isupper() for word in counted) * 2 > len(counted)


def _joins_line_breaks(raw: str, splice: Splice) -> bool:
    r"""Return whether the splice joins a `\r` and a `\n` to one line break."""
    span, text = splice.span, splice.text
    before, after = raw[max(span.start - 1, 0) : span.start], raw[span.end : span.end + 1]
    if not span and not text:
        return False
    first = before == "\r" and (text or after).startswith("\n")
    return first or (after == "\n" and (text or before).endswith("\r"))
