"""editkit lint."""

import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import chain, islice

import click

from editkit import __version__
from editkit.cli.notices import Told
from editkit.cli.options import Asked, colored, linting, together_option
from editkit.cli.progress import progress
from editkit.cli.session import session_of
from editkit.core.result import FileResult
from editkit.linting.discover_settings import find

FORMATS = ("text", "json", "jsonl", "github")


@click.command("lint")
@linting
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Report as.")
@together_option
@click.option(
    "--write-baseline",
    "rebase",
    is_flag=True,
    help="Write all issues of today into the baseline, and report none.",
)
def command(asked: Asked, form: str, *, together: bool, rebase: bool) -> int:
    """Report the issues of articles: files, folders, globs, or - for the standard input.

    Exits with 0 where there are none, 1 where there are some, 2 where a file,
    option or setting cannot be used.
    """
    if rebase:
        from editkit.cli.baseline import write_baseline  # noqa: PLC0415  (seldom asked for)

        return write_baseline(asked, together=together)
    told = Told(quiet=form != "jsonl")
    codes = {0}
    files = find(asked.paths, asked.configuration)
    with (
        progress(len(files), quiet=asked.quiet) as bar,
        session_of(files, bar, asked.jobs) as session,
    ):

        def counted() -> Generator[FileResult, None, None]:
            for result in session.run(files, together=together):
                bar.file_done()
                codes.add(2 if result.package is None else 1 if result.issues else 0)
                if form != "text" or asked.quiet:
                    told.tell(result)
                yield result

        with closing(counted()) as results:
            # A glossary that cannot be read is told before a report is begun.
            begun = chain(tuple(islice(results, 1)), results)
            for piece in _rendered(begun, form, quiet=asked.quiet):
                bar.wipe()
                # Other programs read UTF-8, whatever the encoding of the terminal.
                click.echo(piece if form == "text" else piece.encode(), nl=False)
    return max(codes)


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
