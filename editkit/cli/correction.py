"""Shared implementation of `normalize` and `fix`."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from editkit.cli.found_files import find_request_files
from editkit.cli.notices import NoticePrinter, print_stderr, recover_files
from editkit.cli.parameters.options import LintRequest
from editkit.cli.progress import progress
from editkit.cli.session import open_session
from editkit.config import Settings
from editkit.core.document import Package
from editkit.core.errors import InputError, single_file
from editkit.core.fix import Tracked
from editkit.core.result import FileResult
from editkit.core.storage.encodings import name_of_codec
from editkit.fixing.atomic_write import digest, write_atomically
from editkit.fixing.fix_loop import FixPolicy, FixResult, fix_file
from editkit.formats import format_named
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.report.unified_diff import unified_diff
from editkit.reviewing.decisions import document_name
from editkit.text.counts import format_count

write_option = click.option(
    "--write", is_flag=True, help="Change the files instead of showing a diff."
)
unsafe_option = click.option("--unsafe", is_flag=True, help="Also apply fixes that need review.")


def run_corrections(
    request: LintRequest, policy: FixPolicy, *, write: bool, tracked: Tracked | None = None
) -> int:
    """Show or make the corrections that `policy` allows, and return the exit code.

    With `tracked`, which goes with `write`, they are made as tracked changes.

    The exit code is 2 if a file could not be read or written, 1 if changes are shown,
    otherwise 0. Raises InputError if the policy needs a glossary and no file has one.
    """
    if tracked and not write:
        raise click.UsageError("--track goes with --write.")
    found = find_request_files(request)
    if policy.terms_only and not any(settings.glossaries for settings, _ in found.files):
        raise InputError("No glossary. Use --glossary, or set one in a configuration file.")
    files = [(policy.restrict(settings).with_info(), file) for settings, file in found.files]
    notices = NoticePrinter(quiet=request.quiet)
    if write:
        recover_files(file.uri for _, file in files if not file.is_stdin and file.error is None)
    exit_codes = {0}
    with (
        progress(len(files), quiet=request.quiet) as bar,
        open_session(files, bar, request.jobs) as session,
        closing(session.run(files, notices=found.notices)) as results,
    ):
        for (settings, file), result in zip(files, notices.track(results, bar), strict=True):
            if result.package is None:
                exit_codes.add(2)
                continue
            try:
                relint = _relinter(session, settings, result, file.folder)
                corrected = fix_file(result, policy, relint, tracked)
                notices.print_all(corrected.notices)
                if write:
                    _check_may_write(file, corrected)
                make = _show_diff if not write else _print_text if file.is_stdin else _write
                exit_codes.add(make(corrected, quiet=request.quiet))
            except InputError as error:
                print_stderr(str(error))
                exit_codes.add(2)
    return max(exit_codes)


def _check_may_write(file: SourceFile, corrected: FixResult) -> None:
    """Raise InputError for a changed file that a link leads to from a folder."""
    if corrected.is_changed and file.leads_outside:
        raise InputError(
            f"Not changed: a link leads to it out of “{file.folder}”. "
            "To change the file, give its own path.",
            uri=file.uri,
        )


def _relinter(
    session: Session, settings: Settings, result: FileResult, folder: str | None
) -> Callable[[bytes], FileResult]:
    package = result.package
    format_name = package.format if package else None
    encoding = package.encoding if package else None

    def relint(data: bytes) -> FileResult:
        [relinted] = session.run(
            [
                (
                    settings,
                    SourceFile(
                        result.uri,
                        data=data,
                        format=format_name,
                        folder=folder,
                        encoding=encoding,
                    ),
                )
            ]
        )
        return relinted

    return relint


def _show_diff(corrected: FixResult, *, quiet: bool) -> int:
    if not corrected.is_changed:
        return 0
    if not quiet and (name := _unpatchable(corrected.package)):
        message = f"This file is {name}, so its diff cannot be applied. Use --write."
        print_stderr(f"{corrected.package.uri}: {message}")
    click.echo(_diff(corrected), nl=False)
    return 1


def _unpatchable(package: Package) -> str | None:
    """Return the format or the encoding that keeps a diff from being applied to a file."""
    file_format = format_named(package.format)
    if not file_format.patchable:
        return f"in the format {file_format.name}"
    encoding = name_of_codec(package.encoding)
    if encoding == "UTF-8":
        return None
    return "UTF-16" if encoding.startswith("UTF-16") else encoding


def _diff(corrected: FixResult) -> bytes:
    """Return the diffs of all documents of a file; raise InputError if that fails."""
    bom = "\ufeff" if corrected.package.bom else ""
    with single_file(corrected.package.uri, "cannot be shown as a diff"):
        diffs = (
            unified_diff(
                document_name(document.uri, document.part), document.raw, splices, bom=bom
            )
            for document, splices in zip(
                corrected.package.documents, corrected.splices, strict=True
            )
        )
        return "".join(diffs).encode()


def _print_text(corrected: FixResult, *, quiet: bool) -> int:
    """Print the corrected standard input, also if nothing was corrected."""
    click.echo(corrected.data, nl=False)
    _print_count(corrected, quiet=quiet)
    return 0


def _write(corrected: FixResult, *, quiet: bool) -> int:
    uri = corrected.package.uri
    if corrected.is_changed:
        with single_file(uri, "cannot be written"):
            write_atomically(Path(uri), corrected.data, version=digest(corrected.package.data))
    _print_count(corrected, quiet=quiet)
    return 0


def _print_count(corrected: FixResult, *, quiet: bool) -> None:
    uri = corrected.package.uri
    if corrected.is_changed and not quiet:
        click.echo(f"{uri}: {format_count(corrected.fix_count, 'correction')} made", err=True)
