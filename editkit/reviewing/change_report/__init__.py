"""Change report: a printable page that shows a client what was changed and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from editkit._version import __version__
from editkit.core.fix import Splice
from editkit.core.taxonomy import Severity
from editkit.reviewing.change_report.rows import ReportRow, report_rows
from editkit.reviewing.decisions import document_name
from editkit.reviewing.page.embed import (
    compile_template,
    content_security_policy,
    minify_style,
    report_style,
)
from editkit.reviewing.page.marks import escape_hidden
from editkit.reviewing.report_details import NO_HEAD, IssueDetails, ReportHead
from editkit.text.counts import format_count

if TYPE_CHECKING:
    from jinja2 import Template

_REWRITTEN = "Rewritten by the editor"
_SEVERITIES = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.INFO)


@dataclass(frozen=True, slots=True)
class ReportedChange:
    """An approved change; `details` are None if no issue prompted it.

    `rewritten` is true if the reviewer wrote the new text.
    """

    details: IssueDetails | None
    splices: tuple[Splice, ...]
    rewritten: bool = False

    @property
    def reason(self) -> str:
        """The reason for the change, in words."""
        details = self.details
        parts = (
            _REWRITTEN if self.rewritten else "",
            (details.message or details.kind) if details else "",
        )
        return ": ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class ReportedFile:
    """The original text of a file with its changes, or the reason why it was refused.

    If the file has several parts, there is one of these for each `part`.
    """

    path: str
    raw: str = ""
    changes: tuple[ReportedChange, ...] = ()
    refused: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class _RowView:
    row: ReportRow
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _ArticleView:
    name: str
    count: str
    rows: tuple[_RowView, ...]


@dataclass(frozen=True, slots=True)
class _KindView:
    kind: str
    terms: str
    severity: str
    count: int


def render(
    reported: Sequence[ReportedFile],
    *,
    day: date,
    head: ReportHead = NO_HEAD,
    applied: bool = True,
) -> str:
    """Return the report as an HTML page without scripts or external resources.

    Without `applied`, the changes are described as proposed.
    """
    own = files(__package__).joinpath("changes.css").read_text("utf-8")
    style = minify_style(own) + report_style()
    read = [each for each in reported if not each.refused]
    changes = [change for each in read for change in each.changes]
    page = _template().render(
        title=escape_hidden(head.title or _title(reported)),
        policy=content_security_policy("", style),
        style=style,
        facts=[(name, escape_hidden(value)) for name, value in _facts(read, head, day)],
        applied=applied,
        kinds=_kinds(changes),
        articles=[_article(each) for each in read],
        refused=[escape_hidden(each.refused) for each in reported if each.refused],
    )
    return page.encode("utf-8", "replace").decode()  # a lone surrogate of a file name


def _title(reported: Sequence[ReportedFile]) -> str:
    paths = dict.fromkeys(each.path for each in reported if not each.refused)
    names = list(paths or dict.fromkeys(each.path for each in reported))
    return names[0] if len(names) == 1 else f"{len(names)} files"


def _facts(
    reported: Sequence[ReportedFile], head: ReportHead, day: date
) -> Iterator[tuple[str, str]]:
    """Yield the names and values in the head of the report."""
    if head.project:
        yield "Project", head.project
    yield "Date", day.isoformat()
    if head.glossaries:
        yield "Glossary", ", ".join(head.glossaries)
    changes = [change for each in reported for change in each.changes]
    file_count = len({each.path for each in reported})
    yield (
        "Changes",
        f"{format_count(len(changes), 'change')} in {format_count(file_count, 'file')}",
    )
    counts = Counter(change.details.severity for change in changes if change.details)
    if counts:
        severities = (f"{counts[each]} {each.value}" for each in _SEVERITIES if counts[each])
        yield "Severity", ", ".join(severities)
    yield "Checked with", f"editkit {__version__}"


def _kinds(changes: Sequence[ReportedChange]) -> list[_KindView]:
    """Return the counts by kind, with the terms; the most frequent kind comes first."""
    kinds: dict[str, list[IssueDetails]] = {}
    for change in changes:
        details = change.details or IssueDetails(_REWRITTEN, "", None)
        kinds.setdefault(details.kind, []).append(details)
    return [
        _KindView(
            escape_hidden(kind),
            escape_hidden(", ".join(_counted_terms(details))),
            ", ".join(each.value for each in _SEVERITIES if each in {d.severity for d in details}),
            len(details),
        )
        for kind, details in sorted(kinds.items(), key=lambda each: (-len(each[1]), each[0]))
    ]


def _counted_terms(details: Sequence[IssueDetails]) -> Iterator[str]:
    counts = Counter(each.term for each in details if each.term)
    for term, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield term if count == 1 else f"{term} ({count})"


def _article(file: ReportedFile) -> _ArticleView:
    reasons = [change.reason for change in file.changes]
    rows = report_rows(file.raw, [change.splices for change in file.changes])
    return _ArticleView(
        escape_hidden(document_name(file.path, file.part)),
        format_count(len(file.changes), "change"),
        tuple(_RowView(row, _unique(reasons[each] for each in row.sources)) for row in rows),
    )


def _unique(reasons: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(escape_hidden(each) for each in reasons if each))


@cache
def _template() -> "Template":
    return compile_template(files(__package__).joinpath("changes.html").read_text("utf-8"))
