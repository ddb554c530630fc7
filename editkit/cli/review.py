"""editkit review."""

import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from editkit.cli.notices import Told
from editkit.cli.options import Asked, linting, together_option
from editkit.cli.progress import progress
from editkit.cli.serve_options import Serving, serving_options
from editkit.cli.session import session_of
from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.fixing.atomic_write import write_atomically
from editkit.linting.discover_settings import find
from editkit.linting.discovery import STDIN, Found
from editkit.text.plural_messages import counted


@click.command("review")
@linting
@click.option("-o", "--output", metavar="FILE", help="The page to write; - prints it.")
@click.option(
    "--root",
    default=".",
    metavar="DIR",
    help="Folder that apply will start from; the current one unless given.",
)
@click.option("--source", metavar="FILE", help="The original text, shown beside its translation.")
@together_option
@serving_options
def command(
    asked: Asked,
    *,
    output: str | None,
    root: str,
    source: str | None,
    together: bool,
    serving: Serving | None,
) -> int:
    """Write one offline page of proposed edits to accept, reject or rewrite, or serve it.

    The page proposes the fixes of all issues, safe ones and others, and accepts
    none by itself; doubtful ones are among them. Exits with 0, or with 2 where a
    file could not be used.
    """
    if (output is None) == (serving is None):
        raise click.UsageError("Name the page to write with -o, or say --serve.")
    told = Told(quiet=asked.quiet)
    found = find(asked.paths, asked.configuration)
    files = [(own.thorough(), file) for own, file in found]
    names = [_name(found, Path(root)) for _, found in files]
    if serving is not None:
        from editkit.cli.serve import Reviewed, serve  # noqa: PLC0415  (most write a page)

        return serve(asked, Reviewed(files, names, Path(root), together, source), serving)
    output = output or "-"
    _spare(output, [found for _, found in files])
    with (
        progress(len(files), quiet=asked.quiet) as bar,
        session_of(files, bar, asked.jobs) as session,
        closing(session.run(files, together=together)) as run,
    ):
        read = zip(names, told.each(run, bar), strict=True)
        results = [replace(result, uri=name) for name, result in read]
    unread = any(result.package is None for result in results)
    if all(result.package is None for result in results):
        return 2
    page = _page(results, source, told)
    if output == "-":
        click.echo(page, nl=False)
    else:
        write_atomically(Path(output), page)
        if not asked.quiet:
            click.echo(f"{output}: {totals(results)}", err=True)
    return 2 if unread else 0


def _page(results: list[FileResult], source: str | None, told: Told) -> bytes:
    from editkit.linting.rule_index import rationales  # noqa: PLC0415  (every check, once they ran)
    from editkit.reviewing.page import render  # noqa: PLC0415  (the template's engine)
    from editkit.reviewing.source_text import with_original  # noqa: PLC0415  (only the page has any)

    shown, originals = with_original(results, source)
    for result in shown:
        told.tell(result)
    return render(shown, rationales=rationales(), originals=originals).encode()


def _name(found: Found, root: Path) -> str:
    """Return what `apply` will know a file by: its path from `root`, links followed."""
    if found.uri == STDIN:
        raise InputError("The standard input cannot be reviewed; save it as a file first.")
    folder = root.resolve()
    if not folder.is_dir():
        raise InputError("There is no such folder.", uri=str(root))
    path = Path(os.path.realpath(found.uri))
    if not path.is_relative_to(folder):
        raise InputError(
            f"This file is outside of “{root}”; name a folder that holds it with --root.",
            uri=found.uri,
        )
    return path.relative_to(folder).as_posix()


def _spare(output: str, files: list[Found]) -> None:
    """Refuse to write the page over an article."""
    target = os.path.realpath(output)
    if output != "-" and any(os.path.realpath(found.uri) == target for found in files):
        raise InputError("This is an article; name another file with -o.", uri=output)


def totals(results: list[FileResult]) -> str:
    """Return how many edits, notes and files are to be reviewed."""
    issues = [issue for result in results for issue in result.issues]
    edits = sum(bool(issue.fixes) for issue in issues)
    notes = counted(len(issues) - edits, "note")
    hushed = sum(result.suppressed for result in results)
    told = f"; {hushed} suppressed by the baseline" if hushed else ""
    return f"{counted(edits, 'edit')} and {notes} in {counted(len(results), 'file')}{told}"
