"""Reader of HTML: follows the open elements and adds what people read to the prose."""

from collections import Counter
from dataclasses import dataclass, field, replace

from editkit.core.document import BlockKind
from editkit.formats.html.elements import (
    CODE_BLOCKS,
    DESCRIPTION,
    KINDS,
    OBJECTS,
    PAGE_TITLE,
    PROSE_ATTRIBUTES,
    UNSEEN,
    VOID,
    closed_by,
)
from editkit.formats.html.prose import Prose
from editkit.formats.html.tokens import Attribute, Token, attributes, is_xhtml, masked, tokens
from editkit.formats.line_breaks import LineBreaks


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element; `skipped_from` is where the outermost element that is not read starts."""

    name: str
    lang: str
    kind: BlockKind
    translated: bool = True
    skipped_from: int | None = None
    is_object: bool = False


@dataclass(slots=True)
class Reader:
    """One pass over the tokens of a source."""

    lines: LineBreaks
    prose: Prose = field(init=False)
    _source: str = ""
    _open: list[_Element] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _waiting: list[tuple[str, Attribute, str]] = field(default_factory=list)
    """Attributes within a block that has text before them; read if no text comes after them."""
    _waiting_at: int = 0
    _link_end: int = -1

    def __post_init__(self) -> None:
        self.prose = Prose(self.lines)
        self._open.append(_Element("", "", BlockKind.PARAGRAPH))

    def read(self, *, xhtml: bool) -> Prose:
        """Return the prose of the source; `xhtml`: by its suffix, it is XHTML."""
        xhtml = xhtml or is_xhtml(self.lines.text)
        self._source = masked(self.lines.text, xhtml=xhtml)
        for token in tokens(self._source, xhtml=xhtml):
            if token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token)
            elif token.kind in {"text", "reference"}:
                self._text(token)
        self._close_to(1, len(self._source))
        self._end_block()
        return self.prose

    def _text(self, token: Token) -> None:
        top = self._open[-1]
        if top.skipped_from is not None:
            return
        if not token.shown.isspace() or token.kind == "reference":
            self._waiting.clear()
            self._link_end = -1
        if token.kind == "reference":
            self.prose.add_reference(token.shown, token.start, token.end, top.lang)
        else:
            self.prose.add_text(self._source, token.start, token.end, top.lang, value=False)

    def _start(self, tag: Token) -> None:
        name = tag.name
        ends = closed_by(name)
        while ends and self._open[-1].name in ends:
            self._close_to(len(self._open) - 1, tag.start)
        parent = self._open[-1]
        if parent.skipped_from is not None:
            self._push(tag, replace(parent, name=name, is_object=False))
            return
        found = attributes(self._source, tag) if tag.end - tag.start > len(name) + 2 else {}
        element = _element(tag, found, parent)
        is_block = name in KINDS or name in CODE_BLOCKS
        if is_block or (name == "a" and self._link_end >= 0):
            self._end_block()
        is_read = element.translated and self._attributes(tag, found, element.lang)
        if is_read and element.skipped_from is not None:
            element = replace(element, skipped_from=tag.end)
        if name == "br":
            self.prose.add_break(tag.start, tag.end, element.lang)
        elif name in VOID and element.is_object and not is_read:
            self.prose.add_object(tag.start, tag.end, element.lang)
        self._push(tag, element)

    def _push(self, tag: Token, element: _Element) -> None:
        if tag.name in VOID:
            return
        self._open.append(element)
        self._counts[tag.name] += 1
        if tag.is_empty:
            self._close_to(len(self._open) - 1, tag.end)

    def _end(self, tag: Token) -> None:
        if tag.name == "br":
            return
        if self._counts[tag.name]:
            at = len(self._open) - 1
            while self._open[at].name != tag.name:
                at -= 1
            self._close_to(at, tag.end)
        elif tag.name in KINDS and self._open[-1].skipped_from is None:
            self._end_block()
        if tag.name == "a":
            self._link_end = self.prose.piece_count or -1

    def _close_to(self, count: int, end: int) -> None:
        """Close all but the first `count` elements; the innermost one ends at `end`."""
        while len(self._open) > count:
            element = self._open[-1]
            if element.skipped_from is None and element.name in KINDS:
                self._end_block()
            self._open.pop()
            self._counts[element.name] -= 1
            parent = self._open[-1]
            if element.skipped_from is None or parent.skipped_from is not None:
                continue
            if element.name in KINDS or element.name in CODE_BLOCKS:
                self._end_block()
            elif element.is_object:
                self.prose.add_object(element.skipped_from, end, parent.lang)

    def _attributes(self, tag: Token, found: dict[str, Attribute], lang: str) -> bool:
        """Read the attributes that are prose, in order, before or after the text of a block.

        Returns whether that has been done, so that the text goes on after the tag.
        """
        labels = [(label, found[label]) for label in PROSE_ATTRIBUTES if label in found]
        if tag.name == "meta" and found.get("name", _NO_VALUE).value.lower() == DESCRIPTION:
            labels = [(DESCRIPTION, found.get("content", _NO_VALUE))]
        elif tag.name == "meta":
            return False
        labels = [each for each in labels if each[1].is_quoted]
        if not labels:
            return False
        labels.sort(key=lambda each: each[1].start)
        if not self._waiting:
            self._waiting_at = self.prose.piece_count
        self._waiting += ((label, value, lang) for label, value in labels)
        if self._waiting_at:
            return False
        self._read_waiting()
        return True

    def _read_waiting(self) -> None:
        for label, value, lang in self._waiting:
            end = value.start + len(value.value)
            self.prose.add_text(self._source, value.start, end, lang, value=True)
            self.prose.end_block(BlockKind.CELL, label)
        self._waiting.clear()

    def _end_block(self) -> None:
        if self._waiting:
            self.prose.keep_pieces(self._waiting_at)
        top = self._open[-1]
        label = PAGE_TITLE if top.name == "title" else None
        self.prose.end_block(top.kind, label)
        self._read_waiting()
        self._link_end = -1


_NO_VALUE = Attribute("", 0, is_quoted=False)


def _element(tag: Token, found: dict[str, Attribute], parent: _Element) -> _Element:
    """Return the element that a start tag opens within one that is read."""
    name = tag.name
    lang = next((found[key].value for key in ("lang", "xml:lang") if key in found), parent.lang)
    translate = found["translate"].value.lower() if "translate" in found else None
    is_left_alone = translate == "no"
    is_object = name in OBJECTS or (is_left_alone and name not in KINDS and name not in UNSEEN)
    is_skipped = is_object or is_left_alone or name in UNSEEN or name in CODE_BLOCKS
    return _Element(
        name,
        lang.strip(),
        KINDS.get(name, parent.kind),
        not is_left_alone,
        tag.start if is_skipped else None,
        is_object,
    )
