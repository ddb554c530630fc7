"""Reporter `csv`: a table of issues for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import ClassVar

from editkit.core.reporter import Reporter, ReportOptions
from editkit.core.result import FileResult

_HEADER = ("path", "line", "column", "rule", "severity", "message", "correction")


class CsvReporter(Reporter):
    """One line for each issue, after a header. Notices are printed on standard error."""

    name: ClassVar[str] = "csv"

    def render(self, results: Iterable[FileResult], options: ReportOptions) -> Iterator[str]:
        """Yield the lines, file by file."""
        yield _lines([_HEADER])
        for result in results:
            yield _lines(_rows(result))


def _rows(result: FileResult) -> Iterator[tuple[object, ...]]:
    for placed in result.issues:
        issue, at = placed.issue, placed.location
        title = placed.fixes[0].title if placed.fixes else ""
        place = (result.uri, at.line, at.column)
        yield *place, issue.rule, issue.severity.value, issue.message, title


def _lines(rows: Iterable[tuple[object, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
