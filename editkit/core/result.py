"""Results of linting one file."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from editkit.core.document import Document, Package
from editkit.core.fix import Safety, Splice
from editkit.core.issue import Issue, Origin, Related
from editkit.core.renamed_rules import former_ids
from editkit.core.span import RawSpan
from editkit.core.storage.encodings import name_of_codec
from editkit.core.taxonomy import Status


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
    """A range of the source, with the lines and columns of its start and end.

    Lines and columns count from 1, in code points; `end_column` is that after the last code
    point. All four are 0 if the source is not at hand; `span` then has offsets in the prose.
    `label` is what the format calls the place, such as “cue 31”.
    """

    span: RawSpan
    line: int
    column: int
    end_line: int
    end_column: int
    label: str | None = None

    @property
    def place(self) -> str:
        """The line and column for readers, after the label if there is one."""
        at = f"{self.line}:{self.column}"
        return f"{self.label} ({at})" if self.label else at


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

    @property
    def places(self) -> tuple["PlacedIssue", ...]:
        """The issue of each place: this one, unless it is a `RepeatedIssue`."""
        return (self,)


@dataclass(frozen=True, slots=True)
class RepeatedIssue(PlacedIssue):
    """An issue at several places of a document, the first of which is its location.

    Its fixes have the splices of all places; the other places are related ones.
    """

    repeats: tuple[PlacedIssue, ...] = ()

    @property
    def places(self) -> tuple[PlacedIssue, ...]:
        """The issue of each place, in order, with its own message and fixes."""
        return self.repeats


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One part of a file and its issues, in order of position."""

    document: Document
    issues: tuple[PlacedIssue, ...]

    def issue_dicts(self) -> list[dict[str, Any]]:
        """Return the issues as objects of the JSON report."""
        return [_issue_dict(self.document, placed) for placed in self.issues]


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

    def _part_names(self) -> list[str]:
        parts = (part.document.part for part in self.documents)
        return [part for part in parts if part is not None]

    def as_unread(self, message: str) -> "FileResult":
        """Return the result of this file as one that was not read; `message` says why."""
        others = (notice for notice in self.notices if notice.uri != self.uri)
        notices = (*others, Notice(message, self.uri))
        return FileResult(self.uri, None, "", 0, engines=self.engines, notices=notices)

    def to_dict(self) -> dict[str, Any]:
        """Return the entry of this file in the JSON report (docs/reference/json.md).

        It has strings, numbers, None, lists and dictionaries only. `engines` and `notices`
        are not part of it.
        """
        encoding = name_of_codec(self.package.encoding) if self.package else "UTF-8"
        return {
            "path": self.uri,
            "format": self.package.format if self.package else None,
            **({} if encoding == "UTF-8" else {"encoding": encoding}),
            "sha256": self.sha256,
            "words": self.words,
            **({"parts": parts} if (parts := self._part_names()) else {}),
            "issues": [issue for part in self.documents for issue in part.issue_dicts()],
        }


def _issue_dict(document: Document, placed: PlacedIssue) -> dict[str, Any]:
    issue, location = placed.issue, placed.location
    related = zip(issue.related, placed.related, strict=True)
    found: dict[str, Any] = {
        "rule": issue.rule,
        "family": issue.family.value,
        "category": issue.category,
        "severity": issue.severity.value,
        "confidence": issue.confidence.value,
        "message": issue.message,
        "text": location.span.of(document.raw),
        "engine": issue.engine,
        "span": {**_span_dict(location.span), **_line_dict(location)},
        "fingerprint": issue.fingerprint,
        "related": [_related_dict(other, at) for other, at in related],
        "fixes": [_fix_dict(fix) for fix in placed.fixes],
    }
    if issue.status is Status.PREVIEW:
        found["status"] = issue.status.value
    if issue.concept is not None:
        found["concept"] = {"term": issue.concept.term, "source": issue.concept.source}
    former = (Origin(rule) for rule in former_ids(issue.rule))
    if also := (*issue.also, *former):
        found["also"] = [{"rule": each.rule, "engine": each.engine} for each in also]
    if document.part is not None:
        found["part"] = document.part
    return found


def _span_dict(span: RawSpan) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def _line_dict(location: Location) -> dict[str, Any]:
    lines: dict[str, Any] = {
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
    return {**lines, "label": location.label} if location.label else lines


def _related_dict(related: Related, location: Location) -> dict[str, Any]:
    found = {**_span_dict(location.span), "message": related.message}
    if related.uri:
        found["path"] = related.uri
    if related.part is not None:
        found["part"] = related.part
    return {**found, **_line_dict(location)} if location.line else found


def _fix_dict(fix: SourceFix) -> dict[str, Any]:
    edits = [{**_span_dict(each.span), "replacement": each.text} for each in fix.splices]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}
