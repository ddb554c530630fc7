"""What stands around a place in a text."""

import re
from bisect import bisect_right
from typing import NoReturn

from editkit.core.document import Document
from editkit.core.span import Span

_OPENING = re.compile(r"[\W_]*")
_COLON = re.compile(r":[\s\W]*$")
_REACH = 8
_LONGEST_LINE = 500
"""How much of a line is read on either side: whole articles come in one line."""
_LONGEST_ADDRESS = 200
_NEXT_WORD = re.compile(r"[ \u00a0]([A-Za-z]+)")
_BLANKS = ("", " ", "\n")
_FREE = re.compile(r"[.,;:!?)]?(?:[ \n]|\Z)")
"""What follows most words; with a blank before, there is no address."""
_ADDRESS = re.compile(
    r"://|www\.|\w@\w|(?:^|[^\w.])[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9]{1,5}(?![\w'’])|"
    r"^[^\w/]*/\w|/\w+/"
)


class Unsettled(Exception):  # noqa: N818  (a question, no fault)
    """What stands around a stretch has to be known."""


class Stretch:
    """A stretch of prose, with what stands around it; `text` is the stretch itself."""

    __slots__ = ("document", "span", "text")

    def __init__(self, document: Document, span: Span) -> None:
        self.document, self.span, self.text = document, span, span.of(document.text)

    @property
    def line(self) -> str:
        """The line it begins in, to the end of the one it ends in; a long one's part around it."""
        end = self.span.end
        after = self.document.text[end : end + _LONGEST_LINE].partition("\n")[0]
        return self.line_before + self.text + after

    @property
    def line_before(self) -> str:
        """What stands before it in its line; of a long line, the nearer part."""
        start = self.span.start
        return self.document.text[max(0, start - _LONGEST_LINE) : start].rpartition("\n")[2]

    @property
    def begins_sentence(self) -> bool:
        """Whether a sentence begins with it."""
        return begins_sentence(self.document, self.span.start)

    @property
    def next_word(self) -> str:
        """The word behind it in ASCII letters, if one space alone is between."""
        after = _NEXT_WORD.match(self.document.text, self.span.end)
        return after[1] if after else ""

    @property
    def in_address(self) -> bool:
        """Whether it is part of an address, a file name, a path or a handle.

        A dot or slash inside it says nothing: `.NET`, `AML/CFT`.
        """
        text, span = self.document.text, self.span
        if _FREE.match(text, span.end) and text[max(0, span.start - 1) : span.start] in _BLANKS:
            return False
        lead = _run(text[max(0, span.start - _LONGEST_ADDRESS) : span.start][::-1])[::-1]
        tail = _run(text[span.end : span.end + _LONGEST_ADDRESS])
        handle = lead[-1:] in {"@", "#", "\\"} or tail[:1] == "\\"
        return handle or bool((lead or tail) and _ADDRESS.search(f"{lead}X{tail}"))


class Alone(Stretch):
    """A stretch of which the text alone is known; what asks for more raises Unsettled."""

    __slots__ = ()

    def __init__(self, text: str) -> None:
        self.text = text

    def __getattr__(self, name: str) -> NoReturn:
        raise Unsettled(name)


def _run(text: str) -> str:
    """Return what `text` begins with before any white space."""
    return text.split(maxsplit=1)[0] if text and not text[0].isspace() else ""


def begins_sentence(document: Document, at: int) -> bool:
    """Whether a sentence begins at `at`, or what follows a colon: a capital says nothing there.

    Opening quotation marks and brackets may stand before it.
    """
    segments = document.segments
    number = bisect_right(segments, at, key=lambda segment: segment.span.start) - 1
    if number >= 0 and _OPENING.fullmatch(document.text, segments[number].span.start, at):
        return True
    return bool(_COLON.search(document.text, max(0, at - _REACH), at))
