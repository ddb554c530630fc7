"""Escaping of untrusted text for one line of terminal output."""

import re

_LINE_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def to_one_line(text: str) -> str:
    r"""Return `text` on one line, with terminal control characters replaced by their names.

    >>> to_one_line("a\nb\x1b[2J")
    'a b<U+001B>[2J'
    """
    return _CONTROL.sub(lambda found: f"<U+{ord(found[0]):04X}>", _LINE_END.sub(" ", text))
