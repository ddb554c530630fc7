"""Parser of the decisions file (schema editkit.decisions/1)."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from editkit.core.errors import InputError
from editkit.core.json_reader import JsonReader, quoted, read_json
from editkit.core.span import RawSpan
from editkit.termbase.append import NewRow

SCHEMA = "editkit.decisions/1"


class DecisionState(Enum):
    """State of a proposed edit; pending ones are not in the file."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class DecidedEdit:
    """A replacement in the source, with the text that it expects to replace."""

    span: RawSpan
    before: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision about one issue, or a rewrite of text without an issue.

    `rule` and `fingerprint` are None for a rewrite. `suppress` adds a rejected issue to
    the baseline; `text` is the flagged text, if the file contains it.
    """

    edit_id: str
    rule: str | None
    fingerprint: str | None
    state: DecisionState
    edits: tuple[DecidedEdit, ...]
    suppress: bool = False
    text: str = ""

    @property
    def is_approved(self) -> bool:
        """Whether the edits are applied: the issue was accepted or rewritten."""
        return self.state is not DecisionState.REJECTED


@dataclass(frozen=True, slots=True)
class FileDecisions:
    """The decisions about one file; `path` is relative to the root folder of the review."""

    path: str
    sha256: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of one review; `uri` is the file that they were read from.

    `words` are accepted spellings, `glossary` are new glossary rows.
    """

    uri: str
    files: tuple[FileDecisions, ...]
    words: tuple[str, ...] = ()
    glossary: tuple[NewRow, ...] = ()


def read_decisions(path: str | Path) -> Decisions:
    """Return the decisions in a file; raise InputError at the first invalid value."""
    return parse_decisions(read_json(path, "decisions"))


def parse_decisions(reader: JsonReader) -> Decisions:
    """Return the decisions in a JSON value; raise InputError at the first invalid value."""
    files = tuple(_parse_file(each) for each in reader.with_schema(SCHEMA)["files"].items())
    paths: set[PurePosixPath] = set()
    for number, file in enumerate(files):
        if PurePosixPath(file.path) in paths:
            raise InputError(
                f"files[{number}].path: {quoted(file.path)} stands here twice.", uri=reader.uri
            )
        paths.add(PurePosixPath(file.path))
    words, rows = reader.get("words"), reader.get("glossary")
    return Decisions(
        reader.uri,
        files,
        tuple(_parse_word(each) for each in words.items()) if words else (),
        tuple(_parse_row(each) for each in rows.items()) if rows else (),
    )


def _parse_word(reader: JsonReader) -> str:
    word = reader.one_line()
    if word.startswith("#"):
        raise reader.error(f"{quoted(word)} would be a comment in a word list")
    return word


def _parse_row(reader: JsonReader) -> NewRow:
    term, source, forbidden_reader = (
        reader["term"].one_line(),
        reader.get("source"),
        reader.get("forbidden"),
    )
    forbidden = (
        tuple(each.one_line() for each in forbidden_reader.items()) if forbidden_reader else ()
    )
    if forbidden_reader and term in forbidden:
        raise forbidden_reader.error(f"{quoted(term)} cannot be both the term and forbidden")
    has_source = source is not None and source.string_or_null()
    return NewRow(term, source.one_line() if source and has_source else None, forbidden)


def _parse_file(reader: JsonReader) -> FileDecisions:
    decisions = tuple(_parse_decision(each) for each in reader["decisions"].items())
    return FileDecisions(reader["path"].string(), reader["sha256"].string().lower(), decisions)


def _parse_decision(reader: JsonReader) -> Decision:
    state = reader["state"].string()
    states = [each.value for each in DecisionState]
    if state not in states:
        known = ", ".join(states)
        raise reader["state"].error(f"{quoted(state)} is no decision; known are {known}")
    suppress, text = reader.get("suppress"), reader.get("text")
    decision = Decision(
        reader["edit"].string(),
        reader["rule"].string_or_null(),
        reader["fingerprint"].string_or_null(),
        DecisionState(state),
        tuple(_parse_edit(each) for each in reader["edits"].items()),
        suppress is not None and suppress.boolean(),
        text.string() if text else "",
    )
    if suppress and decision.suppress and (decision.is_approved or not decision.fingerprint):
        raise suppress.error("only an issue that is rejected can be suppressed")
    if suppress and decision.suppress and not decision.rule:
        raise suppress.error("what is suppressed has a rule")
    return decision


def _parse_edit(reader: JsonReader) -> DecidedEdit:
    start, end, before = (
        reader["start"].offset(),
        reader["end"].offset(),
        reader["before"].string(),
    )
    if end - start != len(before):
        raise reader.error(f"{start} to {end} is not as long as {quoted(before)}")
    replacement = reader["replacement"].string()
    if "\0" in replacement:
        raise reader["replacement"].error("NUL is no character of a text")
    return DecidedEdit(RawSpan(start, end), before, replacement)
