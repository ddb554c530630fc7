"""What a run says of one file."""

from dataclasses import dataclass
from enum import Enum

from editkit.core.document import Document, Package
from editkit.core.fix import Safety, Splice
from editkit.core.issue import Issue
from editkit.core.span import RawSpan


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader should know that is no issue of the text."""

    message: str
    uri: str | None = None
    engine: str | None = None


class State(Enum):
    """What became of an engine in a run."""

    RAN = "ran"
    OFF = "off"
    MISSING = "missing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class EngineReport:
    """An engine, its version, and why it did not run where it did not."""

    name: str
    version: str | None
    state: State
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFix:
    """A fix in source coordinates: a format has agreed that it can be made."""

    title: str
    safety: Safety
    splices: tuple[Splice, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an issue stands in the source: a range, and its line and column from 1."""

    span: RawSpan
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class PlacedIssue:
    """An issue with everything a reporter needs of the source.

    `fixes` are those of the issue's fixes that can be made, best first;
    `related` are the places of `issue.related`, in their order.
    """

    issue: Issue
    place: Place
    fixes: tuple[SourceFix, ...] = ()
    related: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One part of a file and its issues, in order of position."""

    document: Document
    issues: tuple[PlacedIssue, ...]


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file: its parts with their issues, and how it was read.

    `package` is None where the file could not be read; `notices` say why.
    `words` counts runs of word characters in the prose. `suppressed` counts the
    issues that a baseline has taken away, `outlived` its entries that find nothing.
    """

    uri: str
    package: Package | None
    sha256: str
    words: int
    documents: tuple[DocumentResult, ...] = ()
    engines: tuple[EngineReport, ...] = ()
    notices: tuple[Notice, ...] = ()
    suppressed: int = 0
    outlived: int = 0

    @property
    def issues(self) -> tuple[PlacedIssue, ...]:
        """The issues of all parts, in order."""
        return tuple(issue for part in self.documents for issue in part.issues)
