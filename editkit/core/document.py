"""Documents: the prose of a file, its blocks, segments and originals, and its source."""

from bisect import bisect_right
from dataclasses import dataclass, fields
from enum import Enum
from typing import Self

from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span


class BlockKind(Enum):
    """Role of a block on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell; its span excludes the line end.

    `label` is what readers of the format call the place, such as “cue 31” or “Sheet1!B7”. A
    `locked` block is read as evidence, but no issue is reported in it and no edit changes it.
    """

    kind: BlockKind
    span: Span
    label: str | None = None
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence (in the sense of SRX)."""

    span: Span


@dataclass(frozen=True, slots=True)
class Original:
    """The text that a stretch of prose was translated from, and its language."""

    span: Span
    text: str
    lang: str = "und"


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A stretch of prose that declares another language than the one that is checked.

    Checks do not see its words, and no edit changes them.
    """

    span: Span
    lang: str


@dataclass(frozen=True, slots=True)
class Document:
    r"""The prose of one part of a file, mapped to the source of that part.

    `text` is the prose and `raw` the source. Lines of prose end with `\n`, whatever the
    file uses. At least one line end separates two blocks; the parser puts `\n\n` between
    blocks that are not adjacent lines, such as list items or cells. Raises ValueError if the
    source map does not match `text` and `raw`.

    The source of a text file is the text of the file. That of a part of a package, such as a
    Word document, is what people read: its prose, a paragraph on each line. `part` is the name
    of the part. `originals` and `other_languages` are in order.
    """

    uri: str
    lang: str
    text: str
    raw: str
    source_map: SourceMap
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    part: str | None = None
    originals: tuple[Original, ...] = ()
    other_languages: tuple[OtherLanguage, ...] = ()

    def __post_init__(self) -> None:
        chunks = self.source_map.chunks
        if (chunks[-1].text.end if chunks else 0) != len(self.text):
            raise ValueError("the source map does not cover the prose")
        for chunk in chunks:
            if chunk.verbatim and chunk.text.of(self.text) != chunk.raw.of(self.raw):
                raise ValueError(f"verbatim, yet not the same: {chunk}")
        if self.text == self.raw:  # one string in memory and in pickles
            object.__setattr__(self, "raw", self.text)

    def block_at(self, position: int) -> Block | None:
        """Return the last block that starts at or before `position`; None if there is none."""
        number = bisect_right(self.blocks, position, key=lambda block: block.span.start)
        return self.blocks[number - 1] if number else None

    def label_at(self, position: int) -> str | None:
        """Return the label of the block at a position of the prose; None if it has none."""
        block = self.block_at(position)
        return block.label if block else None

    @classmethod
    def plain(cls, text: str, *, lang: str, uri: str = "<text>") -> Self:
        """Return a document of one block whose prose is identical to its source."""
        chunk = Chunk(Span(0, len(text)), RawSpan(0, len(text)))
        block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
        return cls(uri, lang, text, text, SourceMap((chunk,)), (block,) if text else ())


@dataclass(frozen=True, slots=True)
class Package:
    """A file: its bytes, and the documents parsed from them.

    `encoding` and `bom` record how the text of a text file was decoded. The byte order
    mark does not belong to the source of any document. `notices` are sentences for the user about
    what was not read, for example. A pickle has no bytes if they are the
    source of the documents, encoded.
    """

    uri: str
    format: str
    data: bytes
    documents: tuple[Document, ...]
    encoding: str = "utf-8"
    bom: bytes = b""
    notices: tuple[str, ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """Return the fields, without the bytes if `__setstate__` can encode them."""
        state = {each.name: getattr(self, each.name) for each in fields(self)}
        if self._encoded() == self.data:
            del state["data"]
        return state

    def __setstate__(self, state: dict[str, object]) -> None:
        """Restore the fields."""
        for name, value in state.items():
            object.__setattr__(self, name, value)
        if "data" not in state:
            object.__setattr__(self, "data", self._encoded())

    def _encoded(self) -> bytes | None:
        """Return the source of all documents as bytes; None if they do not share one."""
        raws = {document.raw for document in self.documents}
        if len(raws) != 1:
            return None
        try:
            return self.bom + raws.pop().encode(self.encoding)
        except (LookupError, UnicodeError):
            return None
