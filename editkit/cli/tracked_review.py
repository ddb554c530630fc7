"""Implementation of `editkit review FILE -o FILE` for formats with tracked changes."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from editkit.cli.notices import NoticePrinter
from editkit.cli.parameters.options import LintRequest
from editkit.cli.progress import progress
from editkit.cli.session import open_session
from editkit.config import Settings
from editkit.core.errors import InputError, single_file
from editkit.core.fix import Tracked
from editkit.core.result import Notice
from editkit.fixing.atomic_write import write_atomically
from editkit.formats import format_of
from editkit.linting.files.source_file import SourceFile, resolve_format


def is_tracked_output(output: str) -> bool:
    """Return whether a file to write has a format with tracked changes, by its suffix."""
    try:
        return format_of(output).tracks
    except InputError:
        return False


def write_tracked_review(
    request: LintRequest,
    files: Sequence[tuple[Settings, SourceFile]],
    output: str,
    tracked: Tracked,
    notices: Sequence[Notice],
) -> int:
    """Write the file with all proposals to `output`, and return the exit code.

    Raises InputError if there are several files, or one of another format.
    """
    [*others, (_, file)] = files
    if others:
        raise InputError(
            f"Tracked changes are written for one file at a time; {len(files)} are reviewed."
        )
    if (found := resolve_format(file).name) != (expected := format_of(output).name):
        raise InputError(
            f"Proposals for this file (format {found}) cannot be written as {expected}. "
            "Use -o with a name that ends in .html.",
            uri=file.uri,
        )
    printer = NoticePrinter(quiet=request.quiet)
    with (
        progress(1, quiet=request.quiet) as bar,
        open_session(list(files), bar, request.jobs) as session,
        closing(session.run(files, notices=notices)) as run,
    ):
        [result] = printer.track(run, bar)
    if result.package is None:
        return 2
    from editkit.reviewing.tracked_file import track_proposals  # noqa: PLC0415  (rarely needed)

    with single_file(file.uri, "cannot be reviewed"):
        made = track_proposals(result, tracked)
        write_atomically(Path(output), made.data)
    if not request.quiet:
        click.echo(f"{output}: {made}", err=True)
    return 0
