"""A text as checks see it, and the file it is part of."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import Self

from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span


class BlockKind(Enum):
    """What a stretch of prose is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell; its span leaves out the line end."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence-size piece of prose (SRX), with its original where that is known."""

    span: Span
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    r"""The prose of one part of a file, with its way back to that part's source.

    In prose a line ends with `\n` whatever the file does, and blocks are parted
    by a line end at least; where two blocks do not touch in one line, as list
    items or cells, the parser puts `\n\n` between them. Raises ValueError when
    built from a source map that does not lead from `text` to `raw`.
    """

    uri: str
    lang: str
    text: str
    raw: str
    source_map: SourceMap
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    part: str | None = None

    def __post_init__(self) -> None:
        chunks = self.source_map.chunks
        if (chunks[-1].text.end if chunks else 0) != len(self.text):
            raise ValueError("the source map does not cover the prose")
        for chunk in chunks:
            if chunk.verbatim and chunk.text.of(self.text) != chunk.raw.of(self.raw):
                raise ValueError(f"verbatim, yet not the same: {chunk}")

    def block_at(self, position: int) -> Block | None:
        """Return the last block that starts at `position` or before; None before the first."""
        number = bisect_right(self.blocks, position, key=lambda block: block.span.start)
        return self.blocks[number - 1] if number else None

    @classmethod
    def plain(cls, text: str, *, lang: str, uri: str = "<text>") -> Self:
        """Make a document of one block whose prose is its source."""
        chunk = Chunk(Span(0, len(text)), RawSpan(0, len(text)))
        block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
        return cls(uri, lang, text, text, SourceMap((chunk,)), (block,) if text else ())


@dataclass(frozen=True, slots=True)
class Package:
    """A file as read: its bytes, and the documents found in them.

    `encoding` and `bom` say how the text of a one-part file was decoded; a byte
    order mark is no part of any document's source.
    """

    uri: str
    format: str
    data: bytes
    documents: tuple[Document, ...]
    encoding: str = "utf-8"
    bom: bytes = b""
