"""Lock of an open file that the system releases when the process ends."""

import os
import sys
from pathlib import Path

_LOCKED_BYTE = 1 << 30
"""Offset of the byte that is locked on Windows, after all content: a lock there stops readers."""


def open_flags(*names: str) -> int:
    """Return the flags of `os.open` with these names that this system has."""
    return sum(getattr(os, name, 0) for name in names)


def is_at(opened: int, path: Path) -> bool:
    """Return whether an open file is still the one at `path`."""
    try:
        return os.path.samestat(os.fstat(opened), path.lstat())
    except OSError:
        return False


def try_lock(file: int) -> bool | None:
    """Lock an open file for this process without waiting.

    Returns whether it could be locked: False if another process has the lock, None if the
    file system has no locks. Closing the file releases the lock.
    """
    if sys.platform == "win32":
        return _try_lock_windows(file)
    import fcntl  # noqa: PLC0415  (missing on Windows)

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _try_lock_windows(file: int) -> bool:
    import msvcrt  # noqa: PLC0415  (on Windows only)

    lock, non_blocking = getattr(msvcrt, "locking"), getattr(msvcrt, "LK_NBLCK")  # noqa: B009  (mypy knows this platform's only)
    os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
    try:
        lock(file, non_blocking, 1)
    except OSError:
        return False
    return True
