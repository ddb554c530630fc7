"""Escaping of untrusted text for one line of terminal output."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.characters import OBJECT_REPLACEMENT, OBJECT_SIGN

_LINE_END = lazy_pattern(r"[ \t]*[\r\n]+[ \t]*")
_CONTROL = lazy_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def to_one_line(text: str) -> str:
    r"""Return `text` on one line, with terminal control characters replaced by their names.

    >>> to_one_line("a\nb\x1b[2J")
    'a b<U+001B>[2J'
    """
    shown = _LINE_END.sub(" ", text).replace(OBJECT_REPLACEMENT, OBJECT_SIGN)
    return _CONTROL.sub(lambda found: f"<U+{ord(found[0]):04X}>", shown)
