"""Lint session of a command: enables the cache and connects the progress bar."""

import sys
from collections.abc import Sequence
from functools import partial

from editkit.baseline import load_filter
from editkit.cli.progress import Progress
from editkit.config import Settings
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session

_SWITCH_INTERVAL = 0.0005
"""Seconds that checks may run before a thread with an engine's response gets its turn.

With Python's default of 5 ms, the engine's server was idle for a tenth of the time.
"""


def open_session(
    files: Sequence[tuple[Settings, SourceFile]], progress: Progress, jobs: int
) -> Session:
    """Return a session for these files; it caches results unless all settings disable that.

    Raises InputError if `EDITKIT_CACHE_SIZE` is not a number of megabytes.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL)
    connect = partial(
        Session, progress.on_download, check_progress=progress.on_check, load_filter=load_filter
    )
    if not any(settings.cache for settings, _ in files):
        return connect(jobs=jobs)
    from editkit.cache.store import user_cache  # noqa: PLC0415  (only needed with the cache)

    return connect(cache=user_cache(), jobs=jobs)
