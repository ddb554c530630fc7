"""Token of a review, which survives a restart of the server.

Otherwise a page that is open while the server is restarted could not save what was decided
meanwhile. The file lies in the user's cache folder, not next to the articles: one that came
with them would be known to others.
"""

import os
import secrets
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from editkit.core.errors import EditkitError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.engines.folders import cache_folder, make_folder

_TOKEN = lazy_pattern(r"[\w-]{43}")
_MAX_BYTES = 64


def review_token(decisions: Path) -> str:
    """Return the token of the review whose decisions are in the file `decisions`.

    It is random, with 256 bits, and kept in a file that only this user can read. If that
    cannot be written, it lasts until the server stops.
    """
    name = sha256(os.fsencode(os.path.realpath(decisions))).hexdigest()
    token = secrets.token_urlsafe()
    with suppress(OSError, EditkitError):
        path = make_folder(cache_folder() / "reviews") / f"{name}.token"
        if known := _read(path):
            return known
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="ascii") as file:  # noqa: PTH123  (opened exclusively)
            file.write(token)
    return token


def _read(path: Path) -> str | None:
    """Return the token in a file, unless others may have read or written it."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode) or found.st_size > _MAX_BYTES:
        return None
    if hasattr(os, "geteuid") and (found.st_uid != os.geteuid() or found.st_mode & 0o077):
        return None
    text = path.read_text("ascii", errors="replace")
    return text if _TOKEN.fullmatch(text) else None
