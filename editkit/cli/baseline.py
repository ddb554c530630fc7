"""Implementation of `lint --write-baseline`."""

from collections.abc import Iterator
from contextlib import closing

import click

from editkit.baseline.file import DEFAULT_PATH
from editkit.baseline.update import BaselineUpdate, UpdateSummary
from editkit.cli.found_files import find_request_files
from editkit.cli.notices import NoticePrinter, recover_files
from editkit.cli.parameters.options import LintRequest
from editkit.cli.progress import progress
from editkit.cli.session import open_session
from editkit.core.result import FileResult
from editkit.text.counts import format_count


def write_baseline(request: LintRequest, *, together: bool) -> int:
    """Write all current issues to the baselines and return the exit code.

    The exit code is 2 if a file could not be read; its entries are kept.
    """
    notices, exit_codes = NoticePrinter(quiet=request.quiet), {0}
    found = find_request_files(request)
    recover_files(settings.baseline or DEFAULT_PATH for settings, _ in found.files)
    update = BaselineUpdate(found.files)
    with (
        progress(len(update.files), quiet=request.quiet) as bar,
        open_session(update.files, bar, request.jobs) as session,
        closing(session.run(update.files, together=together, notices=found.notices)) as run,
    ):

        def track_results() -> Iterator[FileResult]:
            for result in notices.track(run, bar):
                exit_codes.add(0 if result.package else 2)
                yield result

        update.add(track_results())
    for summary in update.write():
        if not request.quiet:
            click.echo(_summary_line(summary))
    if update.uses_default and not request.quiet:
        click.echo(f"Use it with --baseline {DEFAULT_PATH}, or set baseline in the configuration.")
    return max(exit_codes)


def _summary_line(summary: UpdateSummary) -> str:
    issues = format_count(summary.entries, "issue")
    return f"{summary.uri}: {issues}; {summary.new} new, {summary.removed} gone"
