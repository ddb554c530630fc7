"""The session that a command runs in."""

import sys
from collections.abc import Sequence

from editkit.cli.progress import Progress
from editkit.config import Settings
from editkit.linting.discovery import Found
from editkit.linting.session import Session

_TURN = 0.0005
"""Seconds that the checks may keep the interpreter from a thread that has an engine's answer.

Python's own 5 ms, several times a request, left the server idle for a tenth of the time.
"""


def session_of(files: Sequence[tuple[Settings, Found]], bar: Progress, jobs: int) -> Session:
    """Return a session for these files, which remembers results unless all settings forbid it.

    Raises InputError where `EDITKIT_CACHE_SIZE` is no number of megabytes.
    """
    sys.setswitchinterval(_TURN)
    if not any(settings.cache for settings, _ in files):
        return Session(bar.fetched, jobs=jobs, checked=bar.checked)
    from editkit.cache.store import user_cache  # noqa: PLC0415  (only what remembers needs it)

    return Session(bar.fetched, user_cache(), jobs, checked=bar.checked)
