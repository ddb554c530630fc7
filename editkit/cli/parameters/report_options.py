"""Options for the head of a change report."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

import click

from editkit.reviewing.report_details import ReportHead

R = TypeVar("R")
_REPORT_OPTIONS = (
    click.option(
        "--report-title",
        metavar="TEXT",
        help="Title of the change report [default: file name].",
    ),
    click.option("--report-project", metavar="TEXT", help="Project named in the change report."),
    click.option(
        "--report-glossary",
        metavar="TEXT",
        help="Glossary named in the change report [default: file name].",
    ),
)


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """The head of a change report, and the file to write it to (None for no file)."""

    path: str | None
    head: ReportHead


def report_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add the options of a change report to a command, as `report_request`."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> R:  # noqa: ANN401  (passed on by click)
        title, project = options.pop("report_title"), options.pop("report_project")
        glossary = options.pop("report_glossary")
        head = ReportHead(title, project, (glossary,) if glossary else ())
        request = ReportRequest(options.pop("report", None), head)
        return command(*args, **options, report_request=request)

    for option in reversed(_REPORT_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
