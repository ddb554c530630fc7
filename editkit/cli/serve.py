"""Implementation of `review --serve`."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from editkit.cli.notices import NoticePrinter, print_stderr, recover_files
from editkit.cli.outputs import refuse_article
from editkit.cli.parameters.options import LintRequest
from editkit.cli.parameters.serve_options import ServeOptions
from editkit.cli.progress import progress
from editkit.cli.session import open_session
from editkit.config import Settings
from editkit.config.project_files import check_default_path
from editkit.core.errors import InputError
from editkit.core.result import Notice
from editkit.linting.files.source_file import SourceFile
from editkit.reviewing.report_details import NO_HEAD, ReportHead
from editkit.reviewing.summary import review_totals

if TYPE_CHECKING:
    from editkit.core.rule import Rule
    from editkit.reviewing.server.session import ReviewSession

_EXTRA_PACKAGES = ("starlette", "uvicorn")


@dataclass(frozen=True, slots=True)
class ReviewInput:
    """The files under review with their settings; `names` are their paths relative to `root`.

    `notices` are about the run as a whole, `head` is that of the change report.
    """

    files: Sequence[tuple[Settings, SourceFile]]
    names: Sequence[str]
    root: Path
    together: bool
    source: str | None = None
    notices: Sequence[Notice] = ()
    head: ReportHead = NO_HEAD


def serve(request: LintRequest, review: ReviewInput, options: ServeOptions) -> int:
    """Serve the review page until Ctrl-C; return the exit code: 2 if no file can be read."""
    run_server = _import_server()
    from editkit.linting.suppression.rule_index import rules_by_id  # noqa: PLC0415  (only this command needs it)
    from editkit.reviewing.server.review_files import ReviewFiles  # noqa: PLC0415  (as above)
    from editkit.reviewing.server.session import ReviewSession  # noqa: PLC0415  (as above)
    from editkit.reviewing.server.start_page import open_browser, start_page  # noqa: PLC0415  (as above)
    from editkit.reviewing.server.store import DEFAULT_NAME, DecisionStore  # noqa: PLC0415  (as above)
    from editkit.reviewing.server.token import review_token  # noqa: PLC0415  (as above)

    path = Path(options.decisions) if options.decisions else review.root / DEFAULT_NAME
    if options.decisions is None:
        check_default_path(path, review.root, "--decisions")
    refuse_article(str(path), (found.uri for _, found in review.files), "--decisions")
    settings = {settings for settings, _ in review.files}
    written = (name for each in settings for name in (*each.data_files, each.baseline) if name)
    recover_files((path, *(file.uri for _, file in review.files), *written))
    with ExitStack() as stack:
        with progress(len(review.files), quiet=request.quiet) as bar:
            session = open_session(review.files, bar, request.jobs)
            stack.enter_context(session)
            files = ReviewFiles(
                review.files,
                review.names,
                review.root,
                session,
                review.together,
                review.notices,
            )
            results = list(NoticePrinter(quiet=request.quiet).track(files.lint(), bar))
        if all(result.package is None for result in results):
            return 2
        store = DecisionStore(path)
        review_session = ReviewSession(files, results, store, review.source, review.head)
        for message in (
            *files.missing_file_notices,
            *files.unwritten_file_notices,
            *store.notices,
        ):
            print_stderr(message)

        def on_ready(url: str) -> None:
            if not request.quiet:
                print_stderr(f"{review_totals(results)}; decisions: {path}. Press Ctrl-C to stop.")
            click.echo(url)
            if options.open_browser and _has_display():
                open_browser(stack.enter_context(start_page(url)))

        run_server(review_session, rules_by_id(), review_token(path), options.port, on_ready)
    return 0


def _import_server() -> (
    "Callable[[ReviewSession, Mapping[str, Rule], str, int, Callable[[str], None]], None]"
):
    try:
        from editkit.reviewing.server.run import serve as run  # noqa: PLC0415  (needs an extra)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA_PACKAGES:
            raise
        raise InputError(
            f"--serve requires {error.name}. Run: pip install 'editkit[review]'"
        ) from None
    return run


def _has_display() -> bool:
    """Return whether there is a display for a browser; a text browser would block the terminal."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
