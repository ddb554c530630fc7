"""Format `gemtext`: pages of the Gemini protocol (`.gmi`), one line for each paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from editkit.core.document import Block, BlockKind, Document, Package
from editkit.core.fix import Edit, Splice
from editkit.core.format import Format
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.formats.decode import decode
from editkit.formats.narrow import narrow_edit

_LINE = re.compile(r"[^\r\n]+")
_MARKER = re.compile(r"(?P<heading>#{1,3})\s*|(?P<item>\*) |>\s*|=>\s*\S+\s*")
_FENCE = "```"
_BETWEEN_BLOCKS = "\n\n"


class Gemtext(Format):
    """Prose lines, headings, list items, quotations and link labels; no preformatted text."""

    name: ClassVar[str] = "gemtext"
    suffixes: ClassVar[frozenset[str]] = frozenset({".gmi", ".gemini"})

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the page as one document; markers and addresses are markup."""
        decoded = decode(data, uri=uri)
        text = ""
        chunks: list[Chunk] = []
        blocks: list[Block] = []
        for kind, raw in _prose_lines(decoded.raw):
            if text:
                # A break has no source of its own. It is located at the start of the next line,
                # because a position belongs to the text before it.
                break_span = Span(len(text), len(text) + len(_BETWEEN_BLOCKS))
                at = RawSpan(raw.start, raw.start)
                chunks.append(Chunk(break_span, at, verbatim=False))
                text += _BETWEEN_BLOCKS
            span = Span(len(text), len(text) + len(raw))
            chunks.append(Chunk(span, raw))
            blocks.append(Block(kind, span))
            text += raw.of(decoded.raw)
        document = Document(uri, lang, text, decoded.raw, SourceMap(tuple(chunks)), tuple(blocks))
        return Package(uri, self.name, data, (document,), decoded.encoding, decoded.bom)

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        """Return the source edits; None if one crosses lines or would create a marker."""
        splices: list[Splice] = []
        for edit in edits:
            pieces = narrow_edit(document, edit)
            if pieces is None or any("\n" in piece.text for piece in pieces):
                return None
            splices += (
                Splice(document.source_map.locate(piece.span), piece.text) for piece in pieces
            )
        splices.sort(key=lambda splice: splice.span)
        kinds = [kind for kind, _ in _prose_lines(document.raw)]
        if [kind for kind, _ in _prose_lines(_apply(document.raw, splices))] != kinds:
            return None
        return tuple(splices)


def _prose_lines(raw: str) -> Iterator[tuple[BlockKind, RawSpan]]:
    """Yield the kind and the place of the prose of each line that has any."""
    is_preformatted = False
    for line in _LINE.finditer(raw):
        if line[0].startswith(_FENCE):
            is_preformatted = not is_preformatted
            continue
        marker = _MARKER.match(line[0])
        start = line.start() + (marker.end() if marker else 0)
        if is_preformatted or not raw[start : line.end()].strip():
            continue
        kind = BlockKind.PARAGRAPH
        if marker and marker["heading"]:
            kind = BlockKind.HEADING
        elif marker and marker["item"]:
            kind = BlockKind.ITEM
        yield kind, RawSpan(start, line.end())


def _apply(raw: str, splices: Sequence[Splice]) -> str:
    for splice in reversed(splices):
        raw = raw[: splice.span.start] + splice.text + raw[splice.span.end :]
    return raw
