"""editkit lint."""

import sys
from collections.abc import Iterator
from contextlib import closing

import click

from editkit import __version__
from editkit.cli.options import Asked, colored, linting
from editkit.core.result import FileResult, Notice
from editkit.pipeline.run import run

FORMATS = ("text", "json", "jsonl", "github")


@click.command()
@linting
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Report as.")
def lint(asked: Asked, form: str) -> int:
    """Report the issues of articles: files, folders, globs, or - for the standard input.

    Exits with 0 where there are none, 1 where there are some, 2 where a file,
    option or setting cannot be used.
    """
    tally = _Tally(aloud=form == "jsonl" or (form == "text" and asked.quiet))
    with closing(run(asked.paths, asked.configuration)) as results:
        for piece in _rendered(tally.counted(results), form, quiet=asked.quiet):
            click.echo(piece, nl=False)
    return tally.exit_code


class _Tally:
    """Counts what decides the exit code; `aloud`, notices go to the standard error."""

    def __init__(self, *, aloud: bool) -> None:
        self.exit_code = 0
        self._aloud = aloud
        self._told: set[Notice] = set()

    def counted(self, results: Iterator[FileResult]) -> Iterator[FileResult]:
        for result in results:
            if result.package is None:
                self.exit_code = 2
            elif result.issues:
                self.exit_code = self.exit_code or 1
            if self._aloud:
                self._tell(result.notices)
            yield result

    def _tell(self, notices: tuple[Notice, ...]) -> None:
        for notice in notices:
            if notice not in self._told:
                self._told.add(notice)
                where = f"{notice.uri}: " if notice.uri else ""
                click.echo(f"editkit: {where}{notice.message}", err=True)


def _rendered(results: Iterator[FileResult], form: str, *, quiet: bool) -> Iterator[str]:
    match form:
        case "json":
            from editkit.report import json as report_json  # noqa: PLC0415  (one reporter is used)

            return report_json.render(results, version=__version__)
        case "jsonl":
            from editkit.report import json as report_json  # noqa: PLC0415  (as above)

            return report_json.render_lines(results)
        case "github":
            from editkit.report import github  # noqa: PLC0415  (as above)

            return github.render(results)
        case _:
            from editkit.report import text  # noqa: PLC0415  (as above)

            return text.render(results, color=colored(sys.stdout), quiet=quiet)
