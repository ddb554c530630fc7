"""Folder locks: only one run at a time applies decisions to the files of a folder.

Without them, a run could report an article as made that another one, which fails at a later
article, then restores.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.storage.file_lock import open_flags, wait_for_lock

WAIT_SECONDS = 10.0
MAX_FOLDERS = 200
"""Number of folders that are locked, since a process may open some hundred files. Runs with the
same files lock the same folders."""


@contextmanager
def folders_locked(files: Iterable[str | Path]) -> Iterator[None]:
    """Lock the folders of `files` against other runs until the block ends.

    Waits at most `WAIT_SECONDS` in total; then raises InputError. A folder that is missing, or
    is on a file system without locks, is not locked. Must not be nested.
    """
    folders = sorted({Path(os.path.realpath(file)).parent for file in files})
    deadline = time.monotonic() + WAIT_SECONDS
    with ExitStack() as stack:
        # Sorted, so that two runs with the same folders do not wait for each other.
        for folder in folders[:MAX_FOLDERS]:
            with suppress(OSError):
                opened = _open(folder)
                stack.callback(os.close, opened)
                if wait_for_lock(opened, deadline) is False:
                    raise InputError(
                        "Another run of editkit is changing the files of this folder; "
                        "run this again when it has ended.",
                        uri=str(folder),
                    )
        yield


def _open(folder: Path) -> int:
    """Open a folder, or on Windows, where folders cannot be opened, a file in its place."""
    if sys.platform != "win32":
        return os.open(folder, os.O_RDONLY | open_flags("O_CLOEXEC", "O_DIRECTORY"))
    name = f"editkit-{sha256(os.fsencode(os.path.normcase(folder))).hexdigest()}.lock"
    return os.open(Path(tempfile.gettempdir()) / name, os.O_RDWR | os.O_CREAT, 0o600)
