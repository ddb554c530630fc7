"""Lists of words that are always right."""

import re
from collections.abc import Iterable
from pathlib import Path

from editkit.core.errors import InputError

_LINE_END = re.compile(r"\r\n|\r|\n")


def read_words(path: str, *, missing: bool = False) -> tuple[str, ...]:
    """Return the words of a list: UTF-8, a word a line; lines that begin with `#` say nothing.

    Raises InputError where the file cannot be read; with `missing`, one that is not
    there has no words.
    """
    return tuple(dict.fromkeys(_words(_text(path, missing=missing))))


def add_words(path: str, words: Iterable[str]) -> tuple[bytes, int]:
    """Return the list at `path` with `words` at its end, and how many were not in it.

    Its own lines stay as they are; where there is no such file, it is begun.
    """
    text = _text(path, missing=True)
    known = set(_words(text))
    new = [word for word in dict.fromkeys(words) if word not in known]
    end = found[0] if (found := _LINE_END.search(text)) else "\n"
    gap = end if new and text and not text.endswith(("\n", "\r")) else ""
    return (text + gap + "".join(word + end for word in new)).encode(), len(new)


def _words(text: str) -> Iterable[str]:
    lines = (line.strip() for line in _LINE_END.split(text.removeprefix("\ufeff")))
    return (line for line in lines if line and not line.startswith("#"))


def _text(path: str, *, missing: bool) -> str:
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        if missing:
            return ""
        raise InputError("There is no such word list.", uri=path) from None
    except OSError as error:
        raise InputError(f"This word list cannot be read: {error.strerror}.", uri=path) from None
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\r|\n", data[: error.start])) + 1
        raise InputError("This word list is not UTF-8.", uri=path, line=line) from None
