"""What stands around a place in a text."""

import re

from editkit.core.span import Span

_SENTENCE_START = re.compile(r"(?:^|[.!?:][)'\"”’]*\s+|\n\s*)[(\[*_'\"“‘]*$")
_REACH = 12
_LONGEST_ADDRESS = 200
_RUN_BEFORE = re.compile(r"\S*$")
_RUN_AFTER = re.compile(r"\S*")
_ADDRESS = re.compile(
    r"://|www\.|\w@\w|(?:^|[^\w.])[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9]{1,5}(?![\w'’])|"
    r"^[^\w/]*/\w|/\w+/"
)


def line(text: str, span: Span) -> str:
    """Return the line that `span` begins in, to the end of the one it ends in."""
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`: a capital letter says nothing there."""
    start = max(0, at - _REACH)
    before = text[start:at]
    return bool(_SENTENCE_START.search(before)) and (start == 0 or bool(before.strip()))


def in_address(text: str, span: Span) -> bool:
    """Whether `span` is part of an address, a file name, a path or a handle.

    A dot or slash inside `span` itself says nothing: `.NET`, `AML/CFT`.
    """
    before = _RUN_BEFORE.search(text, max(0, span.start - _LONGEST_ADDRESS), span.start)
    after = _RUN_AFTER.match(text, span.end, span.end + _LONGEST_ADDRESS)
    lead, tail = before[0] if before else "", after[0] if after else ""
    handle = lead[-1:] in {"@", "#", "\\"} or tail[:1] == "\\"
    return handle or bool((lead or tail) and _ADDRESS.search(f"{lead}X{tail}"))
