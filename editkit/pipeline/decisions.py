"""The decisions of a reviewer as a file holds them, read and checked."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from editkit.core.errors import InputError
from editkit.core.span import RawSpan

SCHEMA = "editkit.decisions/1"
_LONG = 60


class Verdict(Enum):
    """What a reviewer made of an edit; undecided ones are not in the file."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class DecidedEdit:
    """A replacement in the source, with the text that must stand there."""

    span: RawSpan
    before: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one issue; `rule` and `fingerprint` are None where none is."""

    edit: str
    rule: str | None
    fingerprint: str | None
    verdict: Verdict
    edits: tuple[DecidedEdit, ...]

    @property
    def made(self) -> bool:
        """Whether the edits are to be made."""
        return self.verdict is not Verdict.REJECTED


@dataclass(frozen=True, slots=True)
class FileDecisions:
    """The decisions about one file; `path` is relative to the root of the review."""

    path: str
    sha256: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that was decided on one review page; `uri` is the file it was read from."""

    uri: str
    files: tuple[FileDecisions, ...]


def quoted(text: str) -> str:
    """Return `text` as a message quotes it: in one line, and not too long for it."""
    short = text if len(text) <= _LONG else f"{text[:_LONG]}…"
    return f"“{''.join(c if c.isprintable() else f'<U+{ord(c):04X}>' for c in short)}”"


def read_decisions(path: str | Path) -> Decisions:
    """Return the decisions in a file; raise InputError that says where it is not one."""
    uri = str(path)
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
        value = json.loads(text)
    except FileNotFoundError:
        raise InputError("There is no such file.", uri=uri) from None
    except OSError as error:
        raise InputError(f"This file cannot be read: {error.strerror}.", uri=uri) from None
    except json.JSONDecodeError as error:
        raise InputError(f"This is not JSON: {error.msg}.", uri=uri, line=error.lineno) from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise InputError("This is not a file of decisions.", uri=uri) from None
    top = _Node(value, "", uri)
    if (schema := top["schema"].text()) != SCHEMA:
        raise top["schema"].fault(f"{quoted(schema)} cannot be read here, only “{SCHEMA}”")
    files = tuple(_file(node) for node in top["files"].entries())
    paths: set[PurePosixPath] = set()
    for number, file in enumerate(files):
        if PurePosixPath(file.path) in paths:
            raise InputError(
                f"files[{number}].path: {quoted(file.path)} stands here twice.", uri=uri
            )
        paths.add(PurePosixPath(file.path))
    return Decisions(uri, files)


@dataclass(frozen=True, slots=True)
class _Node:
    """A value in the file, and where it stands."""

    value: object
    where: str
    uri: str

    def fault(self, message: str) -> InputError:
        where = f"{self.where}: " if self.where else ""
        return InputError(f"{where}{message}.", uri=self.uri)

    def __getitem__(self, key: str) -> "_Node":
        if not isinstance(self.value, dict):
            raise self.fault("an object is expected")
        if key not in self.value:
            raise self.fault(f"“{key}” is missing")
        return _Node(self.value[key], f"{self.where}.{key}".lstrip("."), self.uri)

    def entries(self) -> Iterator["_Node"]:
        if not isinstance(self.value, list):
            raise self.fault("an array is expected")
        for number, value in enumerate(self.value):
            yield _Node(value, f"{self.where}[{number}]", self.uri)

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.fault("a string is expected")
        return self.value

    def text_or_null(self) -> str | None:
        return None if self.value is None else self.text()

    def position(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 0:
            raise self.fault("a position, counted from 0, is expected")
        return self.value


def _file(node: _Node) -> FileDecisions:
    decisions = tuple(_decision(each) for each in node["decisions"].entries())
    return FileDecisions(node["path"].text(), node["sha256"].text().lower(), decisions)


def _decision(node: _Node) -> Decision:
    state = node["state"].text()
    if state not in {verdict.value for verdict in Verdict}:
        known = ", ".join(verdict.value for verdict in Verdict)
        raise node["state"].fault(f"{quoted(state)} is no decision; known are {known}")
    return Decision(
        node["edit"].text(),
        node["rule"].text_or_null(),
        node["fingerprint"].text_or_null(),
        Verdict(state),
        tuple(_edit(each) for each in node["edits"].entries()),
    )


def _edit(node: _Node) -> DecidedEdit:
    start, end, before = (
        node["start"].position(),
        node["end"].position(),
        node["before"].text(),
    )
    if end - start != len(before):
        raise node.fault(f"{start} to {end} is not as long as {quoted(before)}")
    replacement = node["replacement"].text()
    if "\0" in replacement:
        raise node["replacement"].fault("NUL is no character of a text")
    return DecidedEdit(RawSpan(start, end), before, replacement)
