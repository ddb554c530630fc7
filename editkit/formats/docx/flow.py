"""Flow of a Word story while it is read: its text, its fields, and what hides text."""

from dataclasses import dataclass, field

from editkit.core.document import BlockKind
from editkit.formats.docx.pieces import Line, Piece, Run, Story
from editkit.text.characters import OBJECT_REPLACEMENT

_LINK = "HYPERLINK"
_INSTRUCTION_CHARS = 200
"""What is read of an instruction: its first word says what it is."""


@dataclass(slots=True)
class _Field:
    """A field: its instruction until its result begins. Only the result of a link is prose."""

    instruction: str = ""
    has_result: bool = False

    @property
    def is_prose(self) -> bool:
        return self.has_result and self.instruction[:_INSTRUCTION_CHARS].split()[:1] == [_LINK]


@dataclass(slots=True)
class Flow:
    """A story while it is read.

    `hidden` counts the open elements that hide their text, `cells` open table cells. `label` is
    that of the note which the paragraph belongs to.
    """

    story: Story
    hidden: int = 0
    cells: int = 0
    run: Run | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    is_joined: bool = False
    label: str | None = None
    _texts: list[str] = field(default_factory=list)
    _length: int = 0
    _line_start: int = 0
    _langs: set[str | None] = field(default_factory=set)
    _fields: list[_Field] = field(default_factory=list)
    _open: int = 0

    @property
    def is_unseen(self) -> bool:
        """Whether text at this place is no prose."""
        is_hidden = self.hidden > 0 or not self._open or (self.run and self.run.is_hidden)
        return bool(is_hidden) or not all(each.is_prose for each in self._fields)

    def add(self, text: str) -> None:
        """Add characters that no edit can change."""
        if not self.is_unseen:
            self._texts.append(text)
            self._length += len(text)

    def add_object(self) -> None:
        """Add the sign of an object, such as a picture or a field."""
        self.add(OBJECT_REPLACEMENT)

    def add_piece(self, piece: Piece) -> None:
        """Add the text of a `w:t` element."""
        piece.start = self._length
        self.story.pieces.append(piece)
        self.add(piece.text)
        if piece.text.strip():
            self._langs.add(piece.run.lang)

    def end_run(self) -> None:
        """End the run that is open."""
        self.run = None

    def open_cell(self) -> None:
        """Begin a table cell."""
        self.cells += 1

    def close_cell(self) -> None:
        """End a table cell."""
        self.cells -= 1

    def open_paragraph(self) -> None:
        """Begin a paragraph, or the rest of one whose mark was deleted."""
        self._open += 1
        self.kind = BlockKind.CELL if self.cells else BlockKind.PARAGRAPH
        self.is_joined = False

    def close_paragraph(self) -> None:
        """End a paragraph: a line of the reading text."""
        self._open -= 1
        if self.is_joined:
            return
        lang = self._langs.pop() if len(self._langs) == 1 else None
        end = self._length
        self.story.lines.append(Line(self._line_start, end, self.kind, self.label, lang))
        self._texts.append("\n")
        self._length += 1
        self._line_start, self._langs = self._length, set()

    def close(self) -> None:
        """End the story."""
        if self._line_start < self._length:
            self._open = 1
            self.is_joined = False
            self.close_paragraph()
        self.story.raw = "".join(self._texts)

    def begin_field(self, instruction: str | None = None) -> None:
        """Begin a field; with the instruction, also its result."""
        self._fields.append(_Field(instruction or "", instruction is not None))
        if instruction is not None and not self._fields[-1].is_prose:
            self._add_result_sign()

    def add_instruction(self, text: str) -> None:
        """Add to the instruction of the field that is open."""
        last = self._fields[-1] if self._fields else None
        if last and not last.has_result and len(last.instruction) < _INSTRUCTION_CHARS:
            last.instruction += text

    def begin_result(self) -> None:
        """Begin the result of the field that is open."""
        if self._fields:
            self._fields[-1].has_result = True
            if not self._fields[-1].is_prose:
                self._add_result_sign()

    def end_field(self) -> None:
        """End the field that is open."""
        if self._fields:
            self._fields.pop()

    def _add_result_sign(self) -> None:
        last = self._fields.pop()
        self.add_object()
        self._fields.append(last)
