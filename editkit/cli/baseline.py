"""What `lint --write-baseline` does."""

from collections.abc import Iterator
from contextlib import closing

import click

from editkit.baseline.file import DEFAULT
from editkit.baseline.update import Renewal, Renewed
from editkit.cli.notices import Told
from editkit.cli.options import Asked
from editkit.cli.progress import progress
from editkit.cli.session import session_of
from editkit.core.result import FileResult
from editkit.linting.discover_settings import find
from editkit.text.plural_messages import counted


def write_baseline(asked: Asked, *, together: bool) -> int:
    """Write the baselines that hold all issues of today; return the exit code.

    That is 2 where a file could not be read, whose entries stay as they are.
    """
    told, codes = Told(quiet=asked.quiet), {0}
    renewal = Renewal(find(asked.paths, asked.configuration))
    with (
        progress(len(renewal.files), quiet=asked.quiet) as bar,
        session_of(renewal.files, bar, asked.jobs) as session,
        closing(session.run(renewal.files, together=together)) as run,
    ):

        def read() -> Iterator[FileResult]:
            for result in told.each(run, bar):
                codes.add(0 if result.package else 2)
                yield result

        renewal.take(read())
    for renewed in renewal.write():
        if not asked.quiet:
            click.echo(_said(renewed))
    if renewal.unnamed and not asked.quiet:
        click.echo(f"To use it: --baseline {DEFAULT}, or baseline in the configuration.")
    return max(codes)


def _said(renewed: Renewed) -> str:
    issues = counted(renewed.entries, "issue")
    return f"{renewed.uri}: {issues}; {renewed.new} new, {renewed.gone} gone"
