"""GitHub workflow annotations."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from editkit.core.reporter import Reporter, ReportOptions, ignore_failure
from editkit.core.result import FileResult, Location, Notice
from editkit.core.taxonomy import Severity
from editkit.report.each_file import render_file

_COMMAND = {
    Severity.INFO: "notice",
    Severity.MINOR: "warning",
    Severity.MAJOR: "warning",
    Severity.CRITICAL: "error",
}
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = _ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


class GithubReporter(Reporter):
    """Annotations of a workflow run."""

    name: ClassVar[str] = "github"
    has_notices: ClassVar[bool] = True

    def render(self, results: Iterable[FileResult], options: ReportOptions) -> Iterator[str]:
        """Yield the annotations."""
        return render(results, options.on_failure)


def render(
    results: Iterable[FileResult], on_failure: Callable[[FileResult], None] = ignore_failure
) -> Iterator[str]:
    """Yield one `::command properties::message` line per issue or notice."""
    printed: set[Notice] = set()
    for each in results:
        result, lines = render_file(each, lambda file: tuple(_issue_lines(file)), on_failure)
        yield from lines
        for notice in result.notices:
            if notice not in printed:
                printed.add(notice)
                yield _notice(notice, unread=result.package is None and notice.uri == result.uri)


def _issue_lines(result: FileResult) -> Iterator[str]:
    for placed in (place for each in result.issues for place in each.places):
        issue = placed.issue
        properties = f"file={_property(result.uri)},{_position(placed.location)}"
        title, message = _property(issue.rule), issue.message.translate(_ESCAPES)
        yield f"::{_COMMAND[issue.severity]} {properties},title={title}::{message}\n"


def _position(location: Location) -> str:
    """Return the lines, and the columns of a range in one line; GitHub rejects others."""
    lines = f"line={location.line},endLine={location.end_line}"
    if location.line != location.end_line:
        return lines
    return f"{lines},col={location.column},endColumn={location.end_column}"


def _notice(notice: Notice, *, unread: bool) -> str:
    command = "error" if unread else "notice"
    properties = f" file={_property(notice.uri)}" if notice.uri else ""
    return f"::{command}{properties}::{notice.message.translate(_ESCAPES)}\n"


def _property(text: str) -> str:
    # A file name may contain lone surrogates, which UTF-8 cannot encode.
    return text.encode(errors="replace").decode().translate(_PROPERTY_ESCAPES)
