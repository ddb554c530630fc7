"""Results of linting one file."""

from dataclasses import dataclass
from enum import Enum

from editkit.core.document import Document, Package
from editkit.core.fix import Safety, Splice
from editkit.core.issue import Issue
from editkit.core.span import RawSpan


@dataclass(frozen=True, slots=True)
class Notice:
    """A message for the user that is not an issue of the text.

    `engine` or `rule` is the engine or the check that failed.
    """

    message: str
    uri: str | None = None
    engine: str | None = None
    rule: str | None = None


class EngineState(Enum):
    """State of an engine after a run."""

    RAN = "ran"
    OFF = "off"
    MISSING = "missing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class EngineReport:
    """An engine, its version and state; `reason` says why it did not run."""

    name: str
    version: str | None
    state: EngineState
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFix:
    """A fix in source coordinates, which the format has confirmed can be applied."""

    title: str
    safety: Safety
    splices: tuple[Splice, ...]


@dataclass(frozen=True, slots=True)
class Location:
    """A range of the source, with the 1-based line and column of its start."""

    span: RawSpan
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class PlacedIssue:
    """An issue with its location in the source.

    `fixes` are the fixes of the issue that can be applied, best first. `related` are the
    locations of `issue.related`, in the same order.
    """

    issue: Issue
    location: Location
    fixes: tuple[SourceFix, ...] = ()
    related: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One part of a file and its issues, in order of position."""

    document: Document
    issues: tuple[PlacedIssue, ...]


@dataclass(frozen=True, slots=True)
class FileResult:
    """Result of one file: its documents with their issues, and how it was read.

    `package` is None if the file could not be read; `notices` say why. `words` is the
    number of runs of word characters in the prose. `suppressed` is the number of issues
    that a baseline suppresses, `stale_baseline_entries` the number of its entries that no
    longer match an issue.
    """

    uri: str
    package: Package | None
    sha256: str
    words: int
    documents: tuple[DocumentResult, ...] = ()
    engines: tuple[EngineReport, ...] = ()
    notices: tuple[Notice, ...] = ()
    suppressed: int = 0
    stale_baseline_entries: int = 0

    @property
    def issues(self) -> tuple[PlacedIssue, ...]:
        """The issues of all documents, in order."""
        return tuple(issue for part in self.documents for issue in part.issues)
