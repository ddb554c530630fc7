"""Plain text: lines, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from editkit.core.document import Block, BlockKind, Document, Package
from editkit.core.fix import Edit, Splice
from editkit.core.format import Format
from editkit.core.source_map import SourceMap
from editkit.core.span import Span
from editkit.formats.decode import decode, encode
from editkit.formats.narrow import narrow
from editkit.formats.newlines import Newlines

_NARROWEST, _WIDEST = 40, 120
_HEADING = 120
_SHORT_WORD = 3  # articles and prepositions, which title case leaves small
_ITEM = re.compile(r"\s*(?:[-*•‣–·]|\(?\d{1,3}[.)])\s")
_BREAK = re.compile("\r\n?")


class Plain(Format):
    r"""Text with any line breaks, in UTF-8 or UTF-16.

    Its source is its prose but for the line breaks. Only `\n`, `\r\n` and `\r`
    end a line; U+2028, NEL and VT are characters like others.
    """

    name: ClassVar[str] = "plain"
    suffixes: ClassVar[frozenset[str]] = frozenset({".txt", ".text", ""})

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the file as one document."""
        decoded = decode(data, uri=uri)
        lines = Newlines.of(decoded.raw)
        document = Document(
            uri=uri,
            lang=lang,
            text=lines.text,
            raw=decoded.raw,
            source_map=SourceMap(tuple(lines.chunks(0, len(lines.text), 0))),
            blocks=tuple(blocks(lines.text)),
        )
        return Package(uri, self.name, data, (document,), decoded.encoding, decoded.bom)

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        r"""Return the source edits; None where one would make `\r\n` of two line breaks."""
        made: list[Splice] = []
        for edit in edits:
            pieces = narrow(document, edit)
            if pieces is None:
                return None
            for piece in pieces:
                span = document.source_map.locate(piece.span)
                text = _BREAK.sub("\n", piece.text) if "\r" in piece.text else piece.text
                if "\n" in text:
                    text = text.replace("\n", Newlines.of(document.raw).native)
                splice = Splice(span, text)
                if _joins(document.raw, splice):
                    return None
                made.append(splice)
        return tuple(sorted(made, key=lambda splice: splice.span) if len(made) > 1 else made)

    def pack(self, package: Package, raws: Sequence[str]) -> bytes:
        """Return the bytes of the one document, in the encoding it was read from."""
        [raw] = raws
        return encode(raw, encoding=package.encoding, bom=package.bom, uri=package.uri)


def blocks(text: str) -> Iterator[Block]:
    r"""Yield the blocks of a text whose lines end with `\n`.

    Blank lines part paragraphs. In a group of lines without blank ones each
    line is a block, unless its break is a hard wrap: that it is where the first
    word of the next line would not have fitted into the group's widest line and
    that line has 40 to 120 characters. A span is whole lines, blanks at their
    ends included, without the last line end. A list item is one whose line
    starts with a bullet or number; a heading is one line of at most 120
    characters without end punctuation and most of its words capitalised.
    """
    group: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            group.append(Span(at, at + len(line)))
        elif group:
            yield from _group(text, group)
            group = []
        at += len(line) + 1
    yield from _group(text, group)


def _group(text: str, lines: Sequence[Span]) -> Iterator[Block]:
    """Yield the blocks of lines that no blank one parts."""
    width = max((len(line.of(text).rstrip()) for line in lines), default=0)
    start = 0
    for at, line in enumerate(lines, 1):
        following = lines[at].of(text) if at < len(lines) else None
        if following is not None and _wrapped(line.of(text), following, width):
            continue
        span = Span(lines[start].start, line.end)
        yield Block(_kind(span.of(text), one_line=at - start == 1), span)
        start = at


def _wrapped(line: str, following: str, width: int) -> bool:
    """Whether the break between two lines is a hard wrap at `width`."""
    if not _NARROWEST <= width <= _WIDEST or _ITEM.match(following):
        return False
    word = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(word) > width


def _kind(text: str, *, one_line: bool) -> BlockKind:
    if _ITEM.match(text):
        return BlockKind.ITEM
    return BlockKind.HEADING if one_line and _titled(text.strip()) else BlockKind.PARAGRAPH


def _titled(line: str) -> bool:
    """Whether a line is short, open-ended and in title case."""
    if len(line) > _HEADING or line.endswith((".", "!", "?", ":", ";", ",", "…")):
        return False
    words: list[str] = re.findall(r"[^\W\d_][\w’'-]*", line)
    weighty = [word for word in words if len(word) > _SHORT_WORD or word[0].isupper()]
    return sum(word[0].isupper() for word in weighty) * 2 > len(weighty)


def _joins(raw: str, splice: Splice) -> bool:
    r"""Whether a `\r` and a `\n` that were apart become one line break."""
    span, text = splice.span, splice.text
    before, after = raw[max(span.start - 1, 0) : span.start], raw[span.end : span.end + 1]
    if not span and not text:
        return False
    first = before == "\r" and (text or after).startswith("\n")
    return first or (after == "\n" and (text or before).endswith("\r"))
