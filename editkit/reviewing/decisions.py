"""Review decisions, and their parser (schemas editkit.decisions/1 and /2)."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from editkit.core.errors import InputError
from editkit.core.span import RawSpan
from editkit.core.storage.encodings import encoding_name
from editkit.core.storage.json_reader import JsonReader, quoted, read_json
from editkit.reviewing.report_details import (
    NO_HEAD,
    IssueDetails,
    ReportHead,
    parse_details,
    parse_head,
)
from editkit.termbase.append import NewRow

SCHEMA = "editkit.decisions/2"
"""The schema that is written."""
_SCHEMA_WITHOUT_PARTS = "editkit.decisions/1"
"""The earlier schema, which is still read; a file in it has one part."""

DocumentKey = tuple[str, str | None]
"""A document of a review: the path of its file, and its part (None if the file has one)."""


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
    the baseline; `text` is the flagged text, if the file contains it. `details` are those of
    the issue, for a change report.
    """

    edit_id: str
    rule: str | None
    fingerprint: str | None
    state: DecisionState
    edits: tuple[DecidedEdit, ...]
    suppress: bool = False
    text: str = ""
    details: IssueDetails | None = None

    @property
    def is_approved(self) -> bool:
        """Whether the edits are applied: the issue was accepted or rewritten."""
        return self.state is not DecisionState.REJECTED


@dataclass(frozen=True, slots=True)
class FileDecisions:
    """The decisions about one file, or about one part of a file that has several.

    `path` is relative to the root folder of the review, `part` is None for a file of one
    part, and `sha256` is the hash of the whole file. `encoding` is that of its text; None for
    Unicode, and for decisions of earlier versions. `prose`: the edits have offsets in the prose
    of the document, not in its source. `format` is the name of the format that it was read in,
    None if that is the one of its suffix.
    """

    path: str
    part: str | None
    sha256: str
    decisions: tuple[Decision, ...]
    encoding: str | None = None
    prose: bool = False
    format: str | None = None

    @property
    def key(self) -> DocumentKey:
        """The document that the decisions are about."""
        return self.path, self.part


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of one review; `uri` is the file that they were read from.

    `words` are accepted spellings, `glossary` are new glossary rows, `head` is that of a
    change report.
    """

    uri: str
    files: tuple[FileDecisions, ...]
    words: tuple[str, ...] = ()
    glossary: tuple[NewRow, ...] = ()
    head: ReportHead = NO_HEAD


def document_name(path: str, part: str | None) -> str:
    """Return the name of a document in messages: the path, with the part if there is one."""
    return path if part is None else f"{path} ({part})"


def read_decisions(path: str | Path, *, stream_ok: bool = False) -> Decisions:
    """Return the decisions in a file; raise InputError at the first invalid value.

    `stream_ok` is that of `read_file`.
    """
    return parse_decisions(read_json(path, "decisions", stream_ok=stream_ok))


def parse_decisions(reader: JsonReader) -> Decisions:
    """Return the decisions in a JSON value; raise InputError at the first invalid value."""
    top = reader.with_schema(_SCHEMA_WITHOUT_PARTS, SCHEMA)
    has_parts = top["schema"].string() != _SCHEMA_WITHOUT_PARTS
    files: list[FileDecisions] = []
    keys: set[tuple[PurePosixPath, str | None]] = set()
    for each in top["files"].items():
        file = _parse_file(each, has_parts=has_parts)
        key = PurePosixPath(file.path), file.part
        if key in keys:
            raise each["path"].error(f"{quoted(document_name(*file.key))} is listed twice")
        keys.add(key)
        files.append(file)
    words, rows = reader.get("words"), reader.get("glossary")
    return Decisions(
        reader.uri,
        tuple(files),
        tuple(_parse_word(each) for each in words.items()) if words else (),
        tuple(_parse_row(each) for each in rows.items()) if rows else (),
        parse_head(reader.get("report")),
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


def _parse_file(reader: JsonReader, *, has_parts: bool) -> FileDecisions:
    decisions = tuple(_parse_decision(each) for each in reader["decisions"].items())
    part = reader["part"].string_or_null() if has_parts else None
    sha256 = reader["sha256"].string().lower()
    encoding, named = _parse_encoding(reader.get("encoding")), reader.get("format")
    prose = (found := reader.get("prose")) is not None and found.boolean()
    return FileDecisions(
        path=reader["path"].string(),
        part=part,
        sha256=sha256,
        decisions=decisions,
        encoding=encoding,
        prose=prose,
        format=named.string() if named else None,
    )


def _parse_encoding(reader: JsonReader | None) -> str | None:
    if reader is None:
        return None
    try:
        return encoding_name(reader.string())
    except InputError as error:
        raise reader.error(error.message.removesuffix(".")) from None


def _parse_decision(reader: JsonReader) -> Decision:
    state = reader["state"].string()
    states = [each.value for each in DecisionState]
    if state not in states:
        known = ", ".join(states)
        raise reader["state"].error(f"{quoted(state)} is not a decision; known are {known}")
    suppress, text = reader.get("suppress"), reader.get("text")
    decision = Decision(
        reader["edit"].string(),
        reader["rule"].string_or_null(),
        reader["fingerprint"].string_or_null(),
        DecisionState(state),
        tuple(_parse_edit(each) for each in reader["edits"].items()),
        suppress is not None and suppress.boolean(),
        text.string() if text else "",
        parse_details(reader.get("details")),
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
        raise reader["replacement"].error("a text cannot contain NUL")
    return DecidedEdit(RawSpan(start, end), before, replacement)
