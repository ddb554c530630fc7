"""What `review --serve` does."""

import os
import sys
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from editkit.cli.notices import Told, complain
from editkit.cli.options import Asked
from editkit.cli.progress import progress
from editkit.cli.review import totals
from editkit.cli.serve_options import Serving
from editkit.cli.session import session_of
from editkit.config import Settings
from editkit.core.errors import InputError
from editkit.linting.discovery import Found

if TYPE_CHECKING:
    from editkit.reviewing.server.session import Desk

_NEEDED = ("starlette", "uvicorn")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The files under review and the names that `apply` knows them by, from `root`."""

    files: Sequence[tuple[Settings, Found]]
    names: Sequence[str]
    root: Path
    together: bool
    source: str | None = None


def serve(asked: Asked, reviewed: Reviewed, serving: Serving) -> int:
    """Serve the review page until Ctrl-C; return the exit code, 2 if no file can be read."""
    run = _server()
    from editkit.linting.rule_index import rationales  # noqa: PLC0415  (no other command waits for it)
    from editkit.reviewing.server.files import Articles  # noqa: PLC0415  (as above)
    from editkit.reviewing.server.session import Desk  # noqa: PLC0415  (as above)
    from editkit.reviewing.server.store import DEFAULT, Store, spare  # noqa: PLC0415  (as above)

    path = Path(serving.decisions) if serving.decisions else reviewed.root / DEFAULT
    spare(path, [Path(found.uri) for _, found in reviewed.files])
    with ExitStack() as stack:
        with progress(len(reviewed.files), quiet=asked.quiet) as bar:
            session = session_of(reviewed.files, bar, asked.jobs)
            stack.enter_context(session)
            articles = Articles(
                reviewed.files, reviewed.names, reviewed.root, session, reviewed.together
            )
            results = list(Told(quiet=asked.quiet).each(articles.check(), bar))
        if all(result.package is None for result in results):
            return 2
        store = Store(path)
        desk = Desk(articles, results, store, reviewed.source)
        for message in (*articles.lacking, *store.told):
            complain(message)

        def opened(url: str) -> None:
            if not asked.quiet:
                complain(f"{totals(results)}; decisions go to {path}; Ctrl-C ends the server.")
            click.echo(url)
            if serving.browser and _graphical():
                Thread(target=webbrowser.open, args=(url,), daemon=True).start()

        run(desk, rationales(), serving.port, opened)
    return 0


def _server() -> "Callable[[Desk, Mapping[str, str], int, Callable[[str], None]], None]":
    try:
        from editkit.reviewing.server.run import serve as run  # noqa: PLC0415  (an extra has what it needs)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        raise InputError(
            f"--serve needs {error.name}, which is not installed: pip install 'editkit[review]'."
        ) from None
    return run


def _graphical() -> bool:
    """Whether there is a screen for a browser; a terminal's own would take the terminal."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
