"""Command `editkit lint`."""

import sys
from collections.abc import Generator
from contextlib import closing
from itertools import chain, islice

import click

from editkit._version import __version__
from editkit.cli.found_files import find_request_files, with_original
from editkit.cli.notices import NoticePrinter
from editkit.cli.parameters.help import HelpCommand
from editkit.cli.parameters.options import LintRequest, lint_options, together_option, use_color
from editkit.cli.progress import progress
from editkit.cli.session import open_session
from editkit.core.reporter import Reporter, ReportOptions
from editkit.core.result import FileResult
from editkit.linting.grouping import with_grouped_issues
from editkit.report import render_report, reporter, reporter_names

_HELP = """\
Check articles and report issues.

PATH is a file, folder or glob; “-” reads standard input.

Exit status: 0 no issues, 1 issues found, 2 usage or file error.
"""


@click.command("lint", cls=HelpCommand, help=_HELP)
@lint_options
@click.option(
    "--format",
    "report_format",
    type=click.Choice(reporter_names()),
    default="text",
    help="Output format [default: text].",
)
@together_option
@click.option("--source", metavar="FILE", help="Original text that the article translates.")
@click.option(
    "--write-baseline",
    "update_baseline",
    is_flag=True,
    help="Save all current issues to the baseline file.",
)
def command(
    request: LintRequest,
    report_format: str,
    *,
    together: bool,
    source: str | None,
    update_baseline: bool,
) -> int:
    """Run `editkit lint` and return its exit code."""
    if update_baseline:
        from editkit.cli.baseline import write_baseline  # noqa: PLC0415  (rarely used)

        return write_baseline(request, together=together)
    chosen = reporter(report_format)
    notices = NoticePrinter(quiet=chosen.has_notices)
    exit_codes = {0}

    def count(result: FileResult) -> None:
        exit_codes.add(2 if result.package is None else 1 if result.issues else 0)
        if not chosen.for_people or request.quiet:
            notices.print_notices(result)

    options = ReportOptions(__version__, use_color(sys.stdout), request.quiet, count)
    found = find_request_files(request)
    files = list(found.files) if source is None else with_original(found.files, source)
    with (
        progress(len(files), quiet=request.quiet) as bar,
        open_session(files, bar, request.jobs) as session,
    ):

        def tracked_results() -> Generator[FileResult, None, None]:
            for result in session.run(files, together=together, notices=found.notices):
                bar.file_done()
                count(result)
                yield with_grouped_issues(result)

        with closing(tracked_results()) as results:
            # The first result comes first, so that an unreadable glossary is reported as an
            # error before any part of the report is written.
            started = chain(tuple(islice(results, 1)), results)
            for chunk in render_report(chosen, started, options):
                bar.wipe()
                click.echo(_encoded(chunk, chosen), nl=False)
    return max(exit_codes)


def _encoded(chunk: str, chosen: Reporter) -> str | bytes:
    """Return UTF-8 for other programs, whatever the encoding of the terminal."""
    # A file name, and so a plug-in's report, may contain lone surrogates.
    return chunk if chosen.for_people else chunk.encode(errors="backslashreplace")
