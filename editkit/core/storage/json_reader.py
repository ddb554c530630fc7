"""Checked JSON reader: errors name the file and the position of the invalid value."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from editkit.core.errors import InputError
from editkit.core.storage.read_file import read_file

_MAX_QUOTED = 60
"""Characters of a value that an error message quotes."""
_NON_TEXT_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories of control characters, surrogates and line separators."""


def quoted(text: str) -> str:
    """Return `text` in quotation marks, shortened and on one line, for an error message."""
    shortened = text if len(text) <= _MAX_QUOTED else f"{text[:_MAX_QUOTED]}…"
    return f"“{''.join(c if c.isprintable() else f'<U+{ord(c):04X}>' for c in shortened)}”"


@dataclass(frozen=True, slots=True)
class JsonReader:
    """A value in a JSON file and its position, for example `files[0].path`.

    Every method that reads the value raises InputError if it has another type.
    """

    value: object
    pointer: str
    uri: str

    def error(self, message: str) -> InputError:
        """Return an error for this value."""
        prefix = f"{self.pointer}: " if self.pointer else ""
        return InputError(f"{prefix}{message}.", uri=self.uri)

    def __getitem__(self, key: str) -> "JsonReader":
        if (found := self.get(key)) is None:
            raise self.error(f"“{key}” is missing")
        return found

    def get(self, key: str) -> "JsonReader | None":
        """Return the value of a key of an object, or None if the key is missing."""
        if not isinstance(self.value, dict):
            raise self.error("an object is expected")
        if key not in self.value:
            return None
        return JsonReader(self.value[key], f"{self.pointer}.{key}".lstrip("."), self.uri)

    def items(self) -> Iterator["JsonReader"]:
        """Yield the values of an array."""
        if not isinstance(self.value, list):
            raise self.error("an array is expected")
        for number, value in enumerate(self.value):
            yield JsonReader(value, f"{self.pointer}[{number}]", self.uri)

    def string(self) -> str:
        """Return the string."""
        if not isinstance(self.value, str):
            raise self.error("a string is expected")
        return self.value

    def one_line(self) -> str:
        """Return a non-empty string of one line, without surrounding spaces."""
        stripped = self.string().strip()
        if not stripped or any(category(char) in _NON_TEXT_CATEGORIES for char in stripped):
            raise self.error(f"{quoted(self.string())} is not a single line")
        return stripped

    def string_or_null(self) -> str | None:
        """Return the string, or None for null."""
        return None if self.value is None else self.string()

    def boolean(self) -> bool:
        """Return the boolean."""
        if not isinstance(self.value, bool):
            raise self.error("either true or false is expected")
        return self.value

    def offset(self) -> int:
        """Return the non-negative integer."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 0:
            raise self.error("a position, counted from 0, is expected")
        return self.value

    def with_schema(self, *readable: str) -> "JsonReader":
        """Return this object; raise InputError unless its “schema” is one of `readable`."""
        if (schema := self["schema"].string()) not in readable:
            known = " or ".join(f"“{each}”" for each in readable)
            raise self["schema"].error(f"{quoted(schema)} cannot be read here, only {known}")
        return self


def read_json(path: str | Path, content: str, *, stream_ok: bool = False) -> JsonReader:
    """Return the value of a JSON file; raise InputError if it cannot be read or parsed.

    `content` names what the file should contain, for the error message. `stream_ok` is that
    of `read_file`.
    """
    uri = str(path)
    return parse_json(read_json_bytes(uri, stream_ok=stream_ok), uri, content)


def read_json_bytes(path: str, *, stream_ok: bool = False) -> bytes:
    """Return the bytes of a JSON file; raise InputError if it cannot be read."""
    try:
        return read_file(path, stream_ok=stream_ok)
    except FileNotFoundError:
        raise InputError("No such file.", uri=path) from None
    except OSError as error:
        raise InputError(f"This file cannot be read: {error.strerror}.", uri=path) from None


def parse_json(data: bytes, uri: str, content: str) -> JsonReader:
    """Return the value of the JSON file `uri` with these bytes, as `read_json` does."""
    try:
        return JsonReader(json.loads(data.decode("utf-8-sig")), "", uri)
    except json.JSONDecodeError as error:
        raise InputError(f"This is not JSON: {error.msg}.", uri=uri, line=error.lineno) from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise InputError(f"This is not a file of {content}.", uri=uri) from None
