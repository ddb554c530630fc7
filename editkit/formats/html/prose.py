"""Prose of an HTML source: the builder of its text, blocks and source map."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from editkit.core.document import Block, BlockKind, OtherLanguage
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.source_map import Chunk
from editkit.core.span import RawSpan, Span
from editkit.formats.line_breaks import LineBreaks
from editkit.text.characters import OBJECT_REPLACEMENT

_BLANK = " \t\n\f"
_NO_BREAK_SPACE = "\xa0"
_INVISIBLE = frozenset("\xad\u200b\u200e\u200f\u2060")
_BETWEEN_BLOCKS = "\n\n"
_REFERENCE = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});"
_TEXT_RUN = lazy_pattern(
    r"(?P<blank>[ \t\n\f]{2,}|[\t\n\f])|(?P<object>\ufffc+)"
    r"|(?P<text>(?:[^ \t\n\f\ufffc]| (?![ \t\n\f]))+)"
)
_VALUE_RUN = lazy_pattern(
    rf"(?P<blank>[ \t\n\f]{{2,}}|[\t\n\f])|(?P<object>\ufffc+)|(?P<reference>{_REFERENCE})"
    rf"|(?P<text>(?:[^ \t\n\f\ufffc&]|&(?!{_REFERENCE[1:]})| (?![ \t\n\f]))+)"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of prose and the range that it is read from."""

    shown: str
    start: int
    end: int
    lang: str
    verbatim: bool = False


@dataclass(slots=True)
class Prose:
    """The prose of a source, block after block.

    Offsets of what is added are those of `lines.text`, in order; blanks are collapsed as browsers
    do.
    """

    lines: LineBreaks
    text: list[str] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    languages: list[OtherLanguage] = field(default_factory=list)
    """All languages that are declared, also that of the check."""
    _length: int = 0
    _pieces: list[_Piece] = field(default_factory=list)

    @property
    def piece_count(self) -> int:
        """The number of stretches that the open block has."""
        return len(self._pieces)

    def add_text(self, source: str, start: int, end: int, lang: str, *, value: bool) -> None:
        """Add `source[start:end]`, a masked text, or the value of an attribute."""
        pattern = _VALUE_RUN if value else _TEXT_RUN
        for found in pattern.finditer(source, start, end):
            first, last = found.span()
            if found["blank"]:
                self._add(_Piece(" ", first, last, lang))
            elif found["object"]:
                self._add(_Piece(OBJECT_REPLACEMENT, first, last, lang))
            elif found["text"]:
                self._add(_Piece(found[0], first, last, lang, verbatim=True))
            else:
                self.add_reference(html.unescape(found[0]), first, last, lang)

    def add_reference(self, shown: str, start: int, end: int, lang: str) -> None:
        """Add the characters that a reference means.

        Layout is not read: `&nbsp;` is a space like others, `&shy;` and the like are mark-up.
        """
        if shown in _INVISIBLE:
            return
        is_blank = shown in _BLANK or shown == _NO_BREAK_SPACE
        self._add(_Piece(" " if is_blank else shown, start, end, lang))

    def add_object(self, start: int, end: int, lang: str) -> None:
        """Add an element that is one character to checks."""
        self._add(_Piece(OBJECT_REPLACEMENT, start, end, lang))

    def add_break(self, start: int, end: int, lang: str) -> None:
        """Add a line break, if there is text before it."""
        self._drop_last_blank()
        if self._pieces:
            self._add(_Piece("\n", start, end, lang))

    def keep_pieces(self, count: int) -> None:
        """Remove all but the first `count` stretches of the open block."""
        del self._pieces[count:]

    def end_block(self, kind: BlockKind, label: str | None = None) -> None:
        """End a block; without visible text, there is none."""
        while self._pieces and self._pieces[-1].shown in _BLANK:
            self._pieces.pop()
        self._drop_last_blank()
        pieces, self._pieces = self._pieces, []
        shown = "".join(each.shown for each in pieces)
        if not shown.replace(OBJECT_REPLACEMENT, "").strip():
            return
        if self._length:
            at = self.lines.raw_offset(pieces[0].start)
            self._append(_BETWEEN_BLOCKS, RawSpan(at, at), verbatim=False)
        start = self._length
        for piece in pieces:
            span = Span(self._length, self._length + len(piece.shown))
            self._declare(span, piece.lang)
            first, last = map(self.lines.raw_offset, (piece.start, piece.end))
            self._append(piece.shown, RawSpan(first, last), verbatim=piece.verbatim)
        self.blocks.append(Block(kind, Span(start, self._length), label))

    def other_languages(self, lang: str) -> Iterator[OtherLanguage]:
        """Yield the stretches that declare another language than `lang`."""
        checked = _primary(lang)
        if checked != "und":
            yield from (each for each in self.languages if _primary(each.lang) != checked)

    def _declare(self, span: Span, lang: str) -> None:
        if _primary(lang) in {"", "und", "x", "mul", "zxx"}:
            return
        last = self.languages[-1] if self.languages else None
        if last and last.lang == lang and last.span.end == span.start:
            self.languages[-1] = replace(last, span=Span(last.span.start, span.end))
        else:
            self.languages.append(OtherLanguage(span, lang))

    def _append(self, shown: str, raw: RawSpan, *, verbatim: bool) -> None:
        span = Span(self._length, self._length + len(shown))
        self.text.append(shown)
        self.chunks.append(Chunk(span, raw, verbatim))
        self._length = span.end

    def _add(self, piece: _Piece) -> None:
        has_blank = not self._pieces or self._pieces[-1].shown[-1] in _BLANK
        if has_blank and piece.shown.startswith(" "):
            if len(piece.shown) == 1:
                return
            piece = replace(piece, shown=piece.shown[1:], start=piece.start + 1)
        self._pieces.append(piece)

    def _drop_last_blank(self) -> None:
        if not self._pieces or not self._pieces[-1].shown.endswith(" "):
            return
        piece = self._pieces.pop()
        if len(piece.shown) > 1:
            self._pieces.append(replace(piece, shown=piece.shown[:-1], end=piece.end - 1))


def _primary(lang: str) -> str:
    return lang.replace("_", "-").partition("-")[0].lower()
