"""JSON that somebody else has written, read so that whatever is wrong is named with its place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from editkit.core.errors import InputError

_LONG = 60
_NO_TEXT = {"Cc", "Cs", "Zl", "Zp"}
"""The Unicode categories of controls, halves of characters and ends of lines."""


def quoted(text: str) -> str:
    """Return `text` as a message quotes it: in one line, and not too long for it."""
    short = text if len(text) <= _LONG else f"{text[:_LONG]}…"
    return f"“{''.join(c if c.isprintable() else f'<U+{ord(c):04X}>' for c in short)}”"


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a JSON file, and where it stands; what is asked of it and not so is a fault."""

    value: object
    where: str
    uri: str

    def fault(self, message: str) -> InputError:
        """Return the error that says what is wrong here."""
        where = f"{self.where}: " if self.where else ""
        return InputError(f"{where}{message}.", uri=self.uri)

    def __getitem__(self, key: str) -> "Node":
        if (found := self.get(key)) is None:
            raise self.fault(f"“{key}” is missing")
        return found

    def get(self, key: str) -> "Node | None":
        """Return the value of a key of an object; None where there is none."""
        if not isinstance(self.value, dict):
            raise self.fault("an object is expected")
        if key not in self.value:
            return None
        return Node(self.value[key], f"{self.where}.{key}".lstrip("."), self.uri)

    def entries(self) -> Iterator["Node"]:
        """Yield the values of an array."""
        if not isinstance(self.value, list):
            raise self.fault("an array is expected")
        for number, value in enumerate(self.value):
            yield Node(value, f"{self.where}[{number}]", self.uri)

    def text(self) -> str:
        """Return the string that this is."""
        if not isinstance(self.value, str):
            raise self.fault("a string is expected")
        return self.value

    def line(self) -> str:
        """Return the string that this is without the spaces around it; it has one line."""
        line = self.text().strip()
        if not line or any(category(char) in _NO_TEXT for char in line):
            raise self.fault(f"{quoted(self.text())} is no text of one line")
        return line

    def text_or_null(self) -> str | None:
        """Return the string that this is, or None for null."""
        return None if self.value is None else self.text()

    def switch(self) -> bool:
        """Return whether this is true."""
        if not isinstance(self.value, bool):
            raise self.fault("either true or false is expected")
        return self.value

    def position(self) -> int:
        """Return the number that this is."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 0:
            raise self.fault("a position, counted from 0, is expected")
        return self.value

    def of_schema(self, known: str) -> "Node":
        """Return this, once its “schema” is `known`."""
        if (schema := self["schema"].text()) != known:
            raise self["schema"].fault(f"{quoted(schema)} cannot be read here, only “{known}”")
        return self


def read_json(path: str | Path, what: str) -> Node:
    """Return the value in a JSON file, which holds `what`; raise InputError where it is none."""
    uri = str(path)
    try:
        return Node(json.loads(Path(path).read_bytes().decode("utf-8-sig")), "", uri)
    except FileNotFoundError:
        raise InputError("There is no such file.", uri=uri) from None
    except OSError as error:
        raise InputError(f"This file cannot be read: {error.strerror}.", uri=uri) from None
    except json.JSONDecodeError as error:
        raise InputError(f"This is not JSON: {error.msg}.", uri=uri, line=error.lineno) from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise InputError(f"This is not a file of {what}.", uri=uri) from None
