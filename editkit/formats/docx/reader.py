"""Reader of a Word story: the paragraphs of one XML file, with text boxes as their own stories."""

from collections.abc import Callable, Mapping

from editkit.core.document import BlockKind
from editkit.formats.containers.xml import (
    XmlText,
    decoded_characters,
    is_empty_element,
    parse_events,
    prefix_at,
    tag_end,
)
from editkit.formats.docx.flow import Flow
from editkit.formats.docx.names import COMPATIBILITY, MATH, WORD, attribute, is_on
from editkit.formats.docx.pieces import Run, Story
from editkit.formats.docx.recorded import Alternates, RecordedProperties, piece_of

SOFT_BREAK = "\u2028"
"""A line break within a paragraph, so that each paragraph is one line of the reading text."""
_SHOWN = {
    "tab": "\t",
    "ptab": "\t",
    "br": SOFT_BREAK,
    "cr": SOFT_BREAK,
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
    "sym": "\ufffc",
    "pgNum": "\ufffc",
}
_SKIPPED = frozenset("del moveFrom pPrChange sectPr tblPr trPr tcPr tblGrid".split())
_OBJECTS = frozenset("oMath oMathPara ruby".split())
_PICTURES = frozenset("drawing pict object".split())
_NO_PROSE_CONTROLS = frozenset(
    "dataBinding showingPlcHdr dropDownList comboBox date picture checkbox".split()
)
_LOCKS = frozenset({"contentLocked", "sdtContentLocked"})
_LEVELS = frozenset("012345678")
_Handler = Callable[[Mapping[str, str], int], None]


class StoryReader:
    """Reads one XML file; `kind_of` returns the kind of a paragraph by the id of its style.

    `stories` are that of the file, and those of its text boxes.
    """

    def __init__(
        self, name: str, member: str, xml: XmlText, kind_of: Callable[[str], BlockKind]
    ) -> None:
        self._xml, self._data, self._kind_of = xml, xml.data, kind_of
        self._name, self._member = name, member
        self._flows = [Flow(Story(name, member))]
        self._stack: list[tuple[str, int]] = []
        self._skip: tuple[int, bool] | None = None
        self._boxes: list[tuple[int, tuple[int, bool] | None]] = []
        self._alternates = Alternates()
        self._controls: list[list[bool]] = []
        self._is_anchored: list[bool] = []
        self._properties = RecordedProperties(self._data)
        self.stories: list[Story] = [self._flows[0].story]
        self._starts: dict[str, _Handler] = {
            "p": lambda _, __: self._flow.open_paragraph(),
            "tc": lambda _, __: self._flow.open_cell(),
            "r": self._start_run,
            "rPr": self._start_properties,
            "rPrChange": lambda _, __: self._start_skip(),
            "fldChar": self._field_character,
            "fldSimple": lambda found, _: self._flow.begin_field(attribute(found, "instr") or ""),
            "footnote": self._start_note,
            "endnote": self._start_note,
            "sdt": lambda _, __: self._controls.append([False, False]),
            "sdtContent": self._start_content,
        }
        self._ends: dict[str, Callable[[int, int], None]] = {
            "p": lambda _, __: self._flow.close_paragraph(),
            "tc": lambda _, __: self._flow.close_cell(),
            "r": lambda _, __: self._flow.end_run(),
            "rPr": self._end_properties,
            "t": self._end_text,
            "instrText": self._end_instruction,
            "fldSimple": lambda _, __: self._flow.end_field(),
            "sdt": self._end_control,
        }

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    @property
    def _parent(self) -> str:
        return self._stack[-2][0] if len(self._stack) > 1 else ""

    def read(self, uri: str) -> list[Story]:
        """Return the stories; raise InputError if the XML is not well-formed."""
        parse_events(self._xml, self._member, uri, start=self._start, end=self._end)
        self._flow.close()
        return self.stories

    def _start(self, tag: str, attributes: Mapping[str, str], at: int) -> None:
        namespace, _, name = tag.rpartition(" ")
        self._stack.append((name, at))
        if namespace == COMPATIBILITY:
            self._flow.hidden += name == "Fallback"
            self._alternates.start(name)
        elif self._skip is not None:
            if name == "anchor" and self._is_anchored:
                self._is_anchored[-1] = True
            elif name == "txbxContent" and self._skip[1]:
                self._open_box()
        elif namespace in MATH and name in _OBJECTS:
            self._flow.add_object()
            self._start_skip()
        elif namespace in WORD:
            self._start_word(name, attributes, at)
        elif name == "checkbox" and self._controls:
            self._controls[-1][0] = True

    def _start_word(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        if self._parent in {"rPr", "pPr", "sdtPr"} and name not in self._starts:
            self._property(name, attribute(attributes, "val"))
        elif name in _PICTURES:
            self._is_anchored.append(False)
            self._start_skip(is_picture=True)
        elif name in _OBJECTS:
            self._flow.add_object()
            self._start_skip()
        elif name in _SKIPPED:
            self._start_skip()
        elif name in _SHOWN and self._parent == "r":
            self._flow.add(_SHOWN[name])
        elif name in self._starts:
            self._starts[name](attributes, at)

    def _end(self, tag: str, at: int) -> None:
        namespace, _, name = tag.rpartition(" ")
        _, start = self._stack.pop()
        depth = len(self._stack)
        if namespace == COMPATIBILITY:
            self._flow.hidden -= name == "Fallback"
            self._alternates.end(name, self.stories)
        elif self._boxes and self._boxes[-1][0] == depth:
            self._close_box()
        elif self._skip is not None:
            if self._skip[0] == depth:
                self._skip = None
                if name in _PICTURES and not self._is_anchored.pop():
                    self._flow.add_object()
                elif name == "rPrChange":
                    self._properties.leave_out(start, at)
        elif namespace in WORD and name in self._ends:
            self._ends[name](start, at)

    def _start_skip(self, *, is_picture: bool = False) -> None:
        self._skip = (len(self._stack) - 1, is_picture)

    def _property(self, name: str, value: str | None) -> None:
        flow, run = self._flow, self._flow.run
        if self._parent == "sdtPr":
            is_lock = name == "lock" and value in _LOCKS
            is_control = name in _NO_PROSE_CONTROLS and is_on(value)
            if self._controls and (is_control or is_lock):
                self._controls[-1][0] = True
        elif self._parent == "rPr":
            if name == "del" and self._stack[-3:][0][0] == "pPr":
                flow.is_joined = True
            elif name == "vanish" and run and self._properties.is_open:
                run.is_hidden = is_on(value)
            elif name == "lang" and run and self._properties.is_open:
                run.lang = value
        elif flow.kind is not BlockKind.CELL:
            self._paragraph_property(flow, name, value)
        if name in {"rPrChange", "pPrChange"}:
            self._start_skip()

    def _paragraph_property(self, flow: Flow, name: str, value: str | None) -> None:
        if name == "pStyle" and value:
            flow.kind = self._kind_of(value)
        elif name == "numPr" and flow.kind is BlockKind.PARAGRAPH:
            flow.kind = BlockKind.ITEM
        elif name == "outlineLvl" and value in _LEVELS:
            flow.kind = BlockKind.HEADING

    def _start_note(self, attributes: Mapping[str, str], _: int) -> None:
        if attribute(attributes, "type") in {None, "normal"}:
            self._flow.label = f"note {attribute(attributes, 'id')}"
        else:
            self._start_skip()

    def _start_run(self, _: Mapping[str, str], at: int) -> None:
        parent, start = self._stack[-2:][0]
        is_inserted = parent == "ins"
        tag = self._data[start : tag_end(self._data, start)] if is_inserted else None
        self._flow.run = Run(prefix_at(self._data, at), insertion=tag)

    def _start_properties(self, _: Mapping[str, str], at: int) -> None:
        if self._parent == "r":
            self._properties.open(at)

    def _end_properties(self, start: int, at: int) -> None:
        found = self._properties.close(start, at)
        if found is not None and self._flow.run:
            self._flow.run.properties = found

    def _field_character(self, attributes: Mapping[str, str], _: int) -> None:
        match attribute(attributes, "fldCharType"):
            case "begin":
                self._flow.begin_field()
            case "separate":
                self._flow.begin_result()
            case "end":
                self._flow.end_field()

    def _end_instruction(self, start: int, at: int) -> None:
        if content := decoded_characters(self._data[tag_end(self._data, start) : at]):
            self._flow.add_instruction(content[0])

    def _start_content(self, _: Mapping[str, str], __: int) -> None:
        if self._controls and self._controls[-1][0]:
            self._controls[-1][1] = True
            self._flow.add_object()
            self._flow.hidden += 1

    def _end_control(self, _: int, __: int) -> None:
        if self._controls and self._controls.pop()[1]:
            self._flow.hidden -= 1

    def _end_text(self, start: int, at: int) -> None:
        flow = self._flow
        if flow.run is None or flow.is_unseen or is_empty_element(self._data, start):
            return
        found = decoded_characters(self._data[tag_end(self._data, start) : at])
        if found is None:
            flow.add_object()
        elif piece := piece_of(self._data, (start, at), *found, flow.run):
            flow.add_piece(piece)

    def _open_box(self) -> None:
        story = Story("", self._member)
        self._alternates.add(story)
        self.stories.append(story)
        self._boxes.append((len(self._stack) - 1, self._skip))
        self._skip = None
        self._flows.append(Flow(story))

    def _close_box(self) -> None:
        self._flows.pop().close()
        _, self._skip = self._boxes.pop()
