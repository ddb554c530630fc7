"""The decisions of a reviewer as a file holds them, read and checked."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from editkit.core.errors import InputError
from editkit.core.json_reader import Node, quoted, read_json
from editkit.core.span import RawSpan
from editkit.termbase.append import NewRow

SCHEMA = "editkit.decisions/1"


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
    """What was decided about one issue; `rule` and `fingerprint` are None where none is.

    `suppress` says that a rejected one is not to be asked about again; `text` is
    what it is about, where the file says so.
    """

    edit: str
    rule: str | None
    fingerprint: str | None
    verdict: Verdict
    edits: tuple[DecidedEdit, ...]
    suppress: bool = False
    text: str = ""

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
    """All that was decided on one review page; `uri` is the file it was read from.

    `words` are always right, and `glossary` is to be added to the glossary.
    """

    uri: str
    files: tuple[FileDecisions, ...]
    words: tuple[str, ...] = ()
    glossary: tuple[NewRow, ...] = ()


def read_decisions(path: str | Path) -> Decisions:
    """Return the decisions in a file; raise InputError that says where it is not one."""
    return decisions_of(read_json(path, "decisions"))


def decisions_of(top: Node) -> Decisions:
    """Return the decisions in a JSON value; raise InputError that says where it has none."""
    files = tuple(_file(node) for node in top.of_schema(SCHEMA)["files"].entries())
    paths: set[PurePosixPath] = set()
    for number, file in enumerate(files):
        if PurePosixPath(file.path) in paths:
            raise InputError(
                f"files[{number}].path: {quoted(file.path)} stands here twice.", uri=top.uri
            )
        paths.add(PurePosixPath(file.path))
    words, rows = top.get("words"), top.get("glossary")
    return Decisions(
        top.uri,
        files,
        tuple(_word(each) for each in words.entries()) if words else (),
        tuple(_row(each) for each in rows.entries()) if rows else (),
    )


def _word(node: Node) -> str:
    word = node.line()
    if word.startswith("#"):
        raise node.fault(f"{quoted(word)} would be a comment in a word list")
    return word


def _row(node: Node) -> NewRow:
    term, source, rivals = node["term"].line(), node.get("source"), node.get("forbidden")
    forbidden = tuple(each.line() for each in rivals.entries()) if rivals else ()
    if rivals and term in forbidden:
        raise rivals.fault(f"{quoted(term)} cannot be both the term and forbidden")
    known = source is not None and source.text_or_null()
    return NewRow(term, source.line() if source and known else None, forbidden)


def _file(node: Node) -> FileDecisions:
    decisions = tuple(_decision(each) for each in node["decisions"].entries())
    return FileDecisions(node["path"].text(), node["sha256"].text().lower(), decisions)


def _decision(node: Node) -> Decision:
    state = node["state"].text()
    if state not in {verdict.value for verdict in Verdict}:
        known = ", ".join(verdict.value for verdict in Verdict)
        raise node["state"].fault(f"{quoted(state)} is no decision; known are {known}")
    suppress, text = node.get("suppress"), node.get("text")
    decision = Decision(
        node["edit"].text(),
        node["rule"].text_or_null(),
        node["fingerprint"].text_or_null(),
        Verdict(state),
        tuple(_edit(each) for each in node["edits"].entries()),
        suppress is not None and suppress.switch(),
        text.text() if text else "",
    )
    if suppress and decision.suppress and (decision.made or not decision.fingerprint):
        raise suppress.fault("only an issue that is rejected can be suppressed")
    if suppress and decision.suppress and not decision.rule:
        raise suppress.fault("what is suppressed has a rule")
    return decision


def _edit(node: Node) -> DecidedEdit:
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
