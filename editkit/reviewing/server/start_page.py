"""Start page: a private file that leads a browser to the address with the token."""

import os
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from threading import Thread, Timer

KEEP_SECONDS = 30.0
"""Time that a browser has to read the file."""
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>editkit</title>
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={url}"></head>
<body><p><a href="{url}">Open the review</a></p></body></html>
"""


@contextmanager
def start_page(url: str) -> Iterator[Path]:
    """Write a file that only this user can read and that leads to `url`.

    It is removed at the end of the context, and after `KEEP_SECONDS` at the latest.
    Other users of the machine can see the command line of a browser, and so the address it
    opens, but not the file.
    """
    opened, name = tempfile.mkstemp(prefix="editkit-review-", suffix="-start.html", dir=_folder())
    path = Path(name)
    remover = Timer(KEEP_SECONDS, path.unlink, kwargs={"missing_ok": True})
    remover.daemon = True
    try:
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            file.write(_PAGE.format(url=escape(url)))
        remover.start()
        yield path
    finally:
        remover.cancel()
        path.unlink(missing_ok=True)


def open_browser(page: Path) -> None:
    """Open a start page in the user's browser, without waiting for it."""
    Thread(target=webbrowser.open, args=(page.as_uri(),), daemon=True).start()


def _folder() -> str | None:
    """Return the user's runtime folder, which is private; None for that of temporary files."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return folder if folder and os.access(folder, os.W_OK) else None
