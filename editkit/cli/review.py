"""Command `editkit review`."""

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from editkit.cli.found_files import find_request_files
from editkit.cli.notices import NoticePrinter
from editkit.cli.outputs import refuse_article, refuse_overwrite
from editkit.cli.parameters.help import HelpCommand
from editkit.cli.parameters.options import LintRequest, lint_options, together_option
from editkit.cli.parameters.report_options import ReportRequest, report_options
from editkit.cli.parameters.serve_options import ServeOptions, serve_options
from editkit.cli.parameters.tracking_options import ReviewOutput, output_options
from editkit.cli.progress import progress
from editkit.cli.session import open_session
from editkit.cli.tracked_review import is_tracked_output, write_tracked_review
from editkit.config import Settings
from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.fixing.atomic_write import write_atomically
from editkit.linting.files.source_file import SourceFile
from editkit.reviewing.report_details import ReportHead
from editkit.reviewing.summary import review_totals

_HELP = """\
Create an offline review page, or serve it with --serve.

The page includes every proposed fix, even low-confidence ones. Nothing is accepted
automatically.

Exit status: 0, or 2 usage or file error.
"""


@click.command("review", cls=HelpCommand, help=_HELP)
@lint_options
@output_options
@click.option(
    "--root",
    default=".",
    metavar="DIR",
    help="Base folder of the paths in the decisions [default: current folder].",
)
@click.option("--source", metavar="FILE", help="Original text to show next to the translation.")
@click.option(
    "--synonyms",
    is_flag=True,
    help="Also flag phrases that may be the same term. Requires editkit[similar].",
)
@together_option
@report_options
@serve_options
def command(
    request: LintRequest,
    *,
    output: ReviewOutput,
    root: str,
    source: str | None,
    synonyms: bool,
    together: bool,
    report_request: ReportRequest,
    serve_settings: ServeOptions | None,
) -> int:
    """Run `editkit review` and return its exit code."""
    if (output.path is None) == (serve_settings is None):
        raise click.UsageError("Use -o FILE to write the page, or --serve.")
    notices = NoticePrinter(quiet=request.quiet)
    found = find_request_files(request)
    files = [(settings.for_review(), file) for settings, file in found.files]
    if synonyms:
        enabled = ("similar-terms", "enabled", True)
        files = [(settings.with_rule_option(*enabled), file) for settings, file in files]
    names = [_path_from_root(file, Path(root)) for _, file in files]
    head = report_request.head.or_else(_default_head(files))
    if serve_settings is not None:
        from editkit.cli.serve import ReviewInput, serve  # noqa: PLC0415  (most write a page)

        review = ReviewInput(files, names, Path(root), together, source, found.notices, head)
        return serve(request, review, serve_settings)
    path = output.path or "-"
    _check_output(path, files, source)
    if is_tracked_output(path):
        return write_tracked_review(request, files, path, output.tracked(), found.notices)
    if output.author:
        raise click.UsageError("--author goes with -o and a format with tracked changes.")
    with (
        progress(len(files), quiet=request.quiet) as bar,
        open_session(files, bar, request.jobs) as session,
        closing(session.run(files, together=together, notices=found.notices)) as run,
    ):
        named_results = zip(names, notices.track(run, bar), strict=True)
        results = [replace(result, uri=name) for name, result in named_results]
    if all(result.package is None for result in results):
        return 2
    page, shown = _page(results, source, notices, head)
    _write_page(path, page, "" if request.quiet else f"{path}: {review_totals(shown)}")
    return 2 if any(result.package is None for result in shown) else 0


def _check_output(
    path: str, files: Sequence[tuple[Settings, SourceFile]], source: str | None
) -> None:
    """Raise InputError if the file to write is one that the command reads."""
    if path == "-":
        return
    refuse_article(path, (file.uri for _, file in files), "-o")
    read = (name for s, _ in files for name in (*s.data_files, s.baseline, source) if name)
    refuse_overwrite(path, read, "-o")


def _write_page(path: str, page: bytes, message: str) -> None:
    if path == "-":
        click.echo(page, nl=False)
        return
    write_atomically(Path(path), page)
    if message:
        click.echo(message, err=True)


def _default_head(files: Iterable[tuple[Settings, SourceFile]]) -> ReportHead:
    """Return the head of a change report that names the glossaries of the files."""
    names = dict.fromkeys(Path(name).name for each, _ in files for name in each.glossaries)
    return ReportHead(glossaries=tuple(names))


def _page(
    results: list[FileResult], source: str | None, notices: NoticePrinter, head: ReportHead
) -> tuple[bytes, list[FileResult]]:
    """Return the page, and the results that are on it."""
    from editkit.linting.suppression.rule_index import rules_by_id  # noqa: PLC0415  (every check, once they ran)
    from editkit.reviewing.original_text import with_original  # noqa: PLC0415  (only the page has any)
    from editkit.reviewing.page import render  # noqa: PLC0415  (the template's engine)
    from editkit.reviewing.page.robust import render_page  # noqa: PLC0415  (as above)
    from editkit.reviewing.reviewed_result import as_reviewed  # noqa: PLC0415  (as above)

    aligned, originals = with_original(list(map(as_reviewed, results)), source)
    page, shown = render_page(
        aligned, partial(render, rules=rules_by_id(), originals=originals, head=head)
    )
    for result in shown:
        notices.print_notices(result)
    return page.encode(), shown


def _path_from_root(file: SourceFile, root: Path) -> str:
    """Return the path of a file relative to `root`, with links resolved, as `apply` uses it."""
    if file.is_stdin:
        raise InputError("Standard input cannot be reviewed. Save it as a file first.")
    root_folder = root.resolve()
    if not root_folder.is_dir():
        raise InputError("No such folder.", uri=str(root))
    path = Path(os.path.realpath(file.uri))
    if not path.is_relative_to(root_folder):
        raise InputError(
            f"This file is outside of “{root}”. Use --root to name a folder that contains it.",
            uri=file.uri,
        )
    return path.relative_to(root_folder).as_posix()
