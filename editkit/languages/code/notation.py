"""Notation: marks after a space that are no punctuation, such as `git add .` and `3 to 1 : 2`."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.code.words import COMMANDS

_OPTION = lazy_pattern(r"(?:\A|\s)--?[A-Za-z][\w-]*\Z")
_COMMAND = lazy_pattern(rf"\b(?:{'|'.join(sorted(COMMANDS))})(?: [a-z][\w./=-]*){{1,3}}\Z")
_COUNT = lazy_pattern(r"\d [^\W\d_]+\Z")
_BEFORE_COUNT = lazy_pattern(r":\s+\d")
_LOOKBEHIND_CHARS = 60


def is_notation(text: str, end: int, mark_at: int) -> bool:
    """Return whether the mark at `mark_at`, after a space at `end`, is no punctuation.

    A dot is the argument of a command: `pip install -e .`; a colon makes a ratio of two numbers:
    `3 local : 1 full`.
    """
    before = text[max(0, end - _LOOKBEHIND_CHARS) : end]
    if text[mark_at] == ".":
        return any(pattern.search(before) for pattern in (_OPTION, _COMMAND))
    return bool(_BEFORE_COUNT.match(text, mark_at)) and _COUNT.search(before) is not None
