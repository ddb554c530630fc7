"""Context of a match: its line, its sentence, the next word, an address around it."""

from bisect import bisect_right
from typing import NoReturn

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_OPENING = lazy_pattern(r"[\W_]*")
_COLON = lazy_pattern(r":[\s\W]*$")
_COLON_WINDOW = 8
_LINE_WINDOW = 500
"""Code points of a line read on either side: some articles are a single line."""
_ADDRESS_WINDOW = 200
_NEARBY_WINDOW = 60
_NEXT_WORD = lazy_pattern(r"[ \u00a0]([A-Za-z]+)")
_BLANKS = ("", " ", "\n")
_END_OF_WORD = lazy_pattern(r"[.,;:!?)]?(?:[ \n]|\Z)")
"""The usual end of a word; if white space precedes the word, it is not in an address."""
_ADDRESS = lazy_pattern(
    r"://|www\.|\w@\w|(?:^|[^\w.])[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9]{1,5}(?![\w'’])|"
    r"^[^\w/]*/\w|/\w+/"
)


class NeedsContext(Exception):  # noqa: N818  (control flow, not an error)
    """Raised by `ContextFree` if a result depends on the context of a match."""


class MatchContext:
    """A matched span with the text around it; `text` is the matched text."""

    __slots__ = ("document", "span", "text")

    def __init__(self, document: Document, span: Span) -> None:
        self.document, self.span, self.text = document, span, span.of(document.text)

    @property
    def line(self) -> str:
        """The lines that the span overlaps, cut to 500 code points on either side."""
        end = self.span.end
        after = self.document.text[end : end + _LINE_WINDOW].partition("\n")[0]
        return self.line_before + self.text + after

    @property
    def line_before(self) -> str:
        """The text before the span in its line, cut to 500 code points."""
        start = self.span.start
        return self.document.text[max(0, start - _LINE_WINDOW) : start].rpartition("\n")[2]

    @property
    def nearby_before(self) -> str:
        """The 60 code points before the span."""
        start = self.span.start
        return self.document.text[max(0, start - _NEARBY_WINDOW) : start]

    @property
    def nearby_after(self) -> str:
        """The 60 code points after the span."""
        return self.document.text[self.span.end : self.span.end + _NEARBY_WINDOW]

    @property
    def begins_sentence(self) -> bool:
        """Whether the span begins a sentence."""
        return begins_sentence(self.document, self.span.start)

    @property
    def next_word(self) -> str:
        """The next word, if it has ASCII letters only and a single space before it, or `""`."""
        after = _NEXT_WORD.match(self.document.text, self.span.end)
        return after[1] if after else ""

    @property
    def in_address(self) -> bool:
        """Whether the span is part of an address, a file name, a path or a handle.

        A dot or slash inside the span does not count: `.NET`, `AML/CFT`.
        """
        text, span = self.document.text, self.span
        if (
            _END_OF_WORD.match(text, span.end)
            and text[max(0, span.start - 1) : span.start] in _BLANKS
        ):
            return False
        before = _up_to_space(text[max(0, span.start - _ADDRESS_WINDOW) : span.start][::-1])[::-1]
        after = _up_to_space(text[span.end : span.end + _ADDRESS_WINDOW])
        is_handle = before[-1:] in {"@", "#", "\\"} or after[:1] == "\\"
        return is_handle or bool((before or after) and _ADDRESS.search(f"{before}X{after}"))


class ContextFree(MatchContext):
    """A matched text without context; access to any context raises `NeedsContext`.

    This keeps cached results independent of the context (decision 030).
    """

    __slots__ = ()

    def __init__(self, text: str) -> None:
        self.text = text

    def __getattr__(self, name: str) -> NoReturn:
        raise NeedsContext(name)


def _up_to_space(text: str) -> str:
    """Return `text` up to the first white space."""
    return text.split(maxsplit=1)[0] if text and not text[0].isspace() else ""


def begins_sentence(document: Document, at: int) -> bool:
    """Return whether `at` is the start of a sentence, or follows a colon.

    A capital there does not indicate a name. Opening quotation marks and brackets may
    precede `at`.
    """
    segments = document.segments
    index = bisect_right(segments, at, key=lambda segment: segment.span.start) - 1
    if index >= 0 and _OPENING.fullmatch(document.text, segments[index].span.start, at):
        return True
    return bool(_COLON.search(document.text, max(0, at - _COLON_WINDOW), at))
