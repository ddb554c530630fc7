"""Pieces of a Word story: where each stretch of its text lies in the XML."""

from dataclasses import dataclass, field

from editkit.core.document import BlockKind


@dataclass(slots=True)
class Run:
    """A run: the prefix of its elements and its properties, as bytes to repeat.

    `insertion` is the start tag of the earlier tracked insertion that the run lies directly in,
    None if it lies in none.
    """

    prefix: bytes
    properties: bytes = b""
    insertion: bytes | None = None
    lang: str | None = None
    is_hidden: bool = False


@dataclass(slots=True)
class Piece:
    """The text of one `w:t` element: its range in the reading text, and that in the XML.

    `start` counts code points of the reading text, all other offsets bytes. `offsets` are those
    of the characters in the content, from the first one shown to the end of the last one.
    """

    start: int
    text: str
    tag: int
    content: int
    content_end: int
    offsets: list[int]
    is_preserved: bool
    run: Run

    @property
    def end(self) -> int:
        """The end in the reading text."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Line:
    """A paragraph in the reading text; `lang` is what all of its runs declare."""

    start: int
    end: int
    kind: BlockKind
    label: str | None = None
    lang: str | None = None


@dataclass(slots=True)
class Story:
    """A sequence of paragraphs: the body, a header, the notes, a text box.

    `member` is the name of the XML file. `copies` are the pieces of the same text in the fallback
    of a text box.
    """

    name: str
    member: str
    raw: str = ""
    pieces: list[Piece] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    copies: list["Story"] = field(default_factory=list)
