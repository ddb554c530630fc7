"""What `normalize` and `fix` have in common: corrections as a diff, or made."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from editkit.cli.notices import Told, complain
from editkit.cli.options import Asked
from editkit.cli.progress import progress
from editkit.cli.session import session_of
from editkit.config import Settings
from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.fixing.atomic_write import write_atomically
from editkit.fixing.fix_loop import Corrected, Trust, correct
from editkit.linting.discover_settings import find
from editkit.linting.discovery import STDIN, Found
from editkit.linting.session import Session
from editkit.report.unified_diff import unified_diff
from editkit.text.plural_messages import counted

write_option = click.option("--write", is_flag=True, help="Change the files; show no diff.")
unsafe_option = click.option(
    "--unsafe", is_flag=True, help="Make the corrections that want a reader, too."
)


def corrections(asked: Asked, trust: Trust, *, write: bool) -> int:
    """Show or make what `trust` lets be corrected; return the exit code.

    That is 2 where a file could not be read or written, 1 where changes are
    shown, else 0.
    """
    files = tuple(
        (trust.narrowed(settings).weightless(), found)
        for settings, found in find(asked.paths, asked.configuration)
    )
    told = Told(quiet=asked.quiet)
    codes = {0}
    with (
        progress(len(files), quiet=asked.quiet) as bar,
        session_of(files, bar, asked.jobs) as session,
        closing(session.run(files)) as results,
    ):
        for (settings, _), result in zip(files, told.each(results, bar), strict=True):
            if result.package is None:
                codes.add(2)
                continue
            try:
                made = correct(result, trust, _again(session, settings, result))
                codes.add((_write if write else _show)(made, quiet=asked.quiet))
            except InputError as error:
                complain(str(error))
                codes.add(2)
    return max(codes)


def _again(
    session: Session, settings: Settings, result: FileResult
) -> Callable[[bytes], FileResult]:
    form = result.package.format if result.package else None

    def again(data: bytes) -> FileResult:
        [checked] = session.run([(settings, Found(result.uri, data=data, format=form))])
        return checked

    return again


def _show(made: Corrected, *, quiet: bool) -> int:
    if not made.changed:
        return 0
    if not made.package.encoding.startswith("utf-8") and not quiet:
        message = "This file is UTF-16, so its diff can be read but not applied; use --write."
        complain(f"{made.package.uri}: {message}")
    for document, splices in zip(made.package.documents, made.splices, strict=True):
        bom = "\ufeff" if made.package.bom else ""
        diff = unified_diff(document.uri, document.raw, splices, bom=bom)
        click.echo(diff.encode(), nl=False)
    return 1


def _write(made: Corrected, *, quiet: bool) -> int:
    uri = made.package.uri
    if uri == STDIN:
        click.echo(made.after, nl=False)
    elif made.changed:
        write_atomically(Path(uri), made.after, read=made.package.data)
    if made.changed and not quiet:
        click.echo(f"{uri}: {counted(made.count, 'correction')} made", err=True)
    return 0
