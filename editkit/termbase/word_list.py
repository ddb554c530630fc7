"""Word lists: accepted spellings, one per line."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.file_version import version_of
from editkit.termbase.read_data import read_data

_LINE_END = lazy_pattern(r"\r\n|\r|\n")


def read_words(path: str, *, missing_ok: bool = False, stream_ok: bool = False) -> tuple[str, ...]:
    """Return the words of a UTF-8 list with one word per line and `#` comment lines.

    Raises InputError if the file cannot be read. With `missing_ok`, a missing file has no
    words; `stream_ok` is that of `read_file`.
    """
    text = _decode(read_data(path, missing_ok=missing_ok, stream_ok=stream_ok) or b"", path)
    return tuple(dict.fromkeys(_words(text)))


class ExtendedList(NamedTuple):
    """A word list with words appended, their number, and the version of the file before."""

    data: bytes
    added: int
    version: str


def add_words(path: str, words: Iterable[str]) -> ExtendedList:
    """Return the list at `path` with the missing `words` appended.

    Existing lines stay unchanged. A missing file counts as an empty list.
    """
    found = read_data(path, missing_ok=True)
    text = _decode(found or b"", path)
    known = set(_words(text))
    new = [word for word in dict.fromkeys(words) if word not in known]
    end = first[0] if (first := _LINE_END.search(text)) else "\n"
    gap = end if new and text and not text.endswith(("\n", "\r")) else ""
    data = (text + gap + "".join(word + end for word in new)).encode()
    return ExtendedList(data, len(new), version_of(found))


def _words(text: str) -> Iterable[str]:
    lines = (line.strip() for line in _LINE_END.split(text.removeprefix("\ufeff")))
    return (line for line in lines if line and not line.startswith("#"))


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\r|\n", data[: error.start])) + 1
        raise InputError("This word list is not UTF-8.", uri=path, line=line) from None
