"""Encoding tables: the bytes of characters, for a page that writes files which are not Unicode."""

from collections.abc import Iterable, Iterator
from functools import cache

_UNDEFINED = "\ufffd"
_FIRST_SINGLE, _FIRST_TRAIL = 0x80, 0x40


def encoding_table(codec: str, texts: Iterable[str]) -> dict[str, object]:
    """Return the characters of one or two bytes of a codec, and others in `texts`.

    `rows` has the characters of two bytes by the first byte, in order of the second from 0x40 on,
    and under "" those of one byte from 0x80 on; U+FFFD is undefined. `more` has the bytes of other
    characters, such as those of four bytes of GB18030.
    """
    rows = dict(_rows(codec))
    known = set().union(*rows.values())
    others = {char for text in texts for char in set(text) if char > "\x7f"} - known
    more = {char: list(char.encode(codec)) for char in sorted(others)}
    return {"rows": rows, "more": more}


@cache
def _rows(codec: str) -> tuple[tuple[str, str], ...]:
    return tuple(_each_row(codec))


def _each_row(codec: str) -> Iterator[tuple[str, str]]:
    singles = [_character(bytes([byte]), codec) for byte in range(_FIRST_SINGLE, 0x100)]
    yield "", "".join(singles)
    for lead in range(_FIRST_SINGLE, 0xFF):
        trails = range(_FIRST_TRAIL, 0xFF)
        row = "".join(_character(bytes([lead, trail]), codec) for trail in trails)
        if row.strip(_UNDEFINED):
            yield str(lead), row


def _character(encoded: bytes, codec: str) -> str:
    """Return the one character that bytes are and that is written as these bytes."""
    try:
        char = encoded.decode(codec)
        is_written_so = len(char) == 1 and char.encode(codec) == encoded
    except UnicodeError:
        return _UNDEFINED
    return char if is_written_so else _UNDEFINED
