"""What stands around a place in a text."""

import re

from editkit.core.span import Span

_SENTENCE_START = re.compile(r"(?:^|[.!?:][)'\"”’]*\s+|\n\s*)[(\[*_'\"“‘]*$")
_REACH = 12


def line(text: str, span: Span) -> str:
    """Return the line that `span` begins in, to the end of the one it ends in."""
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`: a capital letter says nothing there."""
    start = max(0, at - _REACH)
    before = text[start:at]
    return bool(_SENTENCE_START.search(before)) and (start == 0 or bool(before.strip()))
