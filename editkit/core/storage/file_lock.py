"""File locks that the system releases when the process ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOCKED_BYTE = 1 << 30
"""Offset of the byte that is locked on Windows, after all content: a lock there stops readers."""

_POLL_SECONDS = 0.05


def open_flags(*names: str) -> int:
    """Return the flags of `os.open` with these names that this system has."""
    return sum(getattr(os, name, 0) for name in names)


def is_at(opened: int, path: Path) -> bool:
    """Return whether an open file is still the one at `path`."""
    try:
        return os.path.samestat(os.fstat(opened), path.lstat())
    except OSError:
        return False


def try_lock(file: int, *, is_shared: bool = False) -> bool | None:
    """Lock an open file for this process without waiting.

    Windows has exclusive locks only. Returns whether it could be locked: False if another
    process has the lock, None if the file system has no locks. Closing the file releases
    the lock.
    """
    if sys.platform == "win32":
        return _try_lock_windows(file)
    import fcntl  # noqa: PLC0415  (missing on Windows)

    try:
        fcntl.flock(file, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def wait_for_lock(file: int, deadline: float) -> bool | None:
    """Lock an open file for this process, as `try_lock` does, by `deadline` (monotonic)."""
    while (is_locked := try_lock(file)) is False and time.monotonic() < deadline:
        time.sleep(_POLL_SECONDS)
    return is_locked


@contextmanager
def locked(path: Path, *, is_shared: bool = False) -> Iterator[None]:
    """Lock the file at `path`, which is created if missing, waiting for other processes.

    Raises OSError if the file system has no locks, and on Windows.
    """
    if sys.platform == "win32":
        raise OSError(None, "editkit has no shared locks on Windows")
    import fcntl  # noqa: PLC0415  (missing on Windows)

    opened = _open(path)
    try:
        fcntl.flock(opened, fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def is_locked(path: Path) -> bool:
    """Return whether another process has an exclusive lock on the file at `path`."""
    opened = _open(path)
    try:
        return try_lock(opened, is_shared=True) is False
    finally:
        os.close(opened)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | open_flags("O_CLOEXEC"), 0o600)


def _try_lock_windows(file: int) -> bool:
    import msvcrt  # noqa: PLC0415  (on Windows only)

    lock, non_blocking = getattr(msvcrt, "locking"), getattr(msvcrt, "LK_NBLCK")  # noqa: B009  (mypy knows this platform's only)
    os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
    try:
        lock(file, non_blocking, 1)
    except OSError:
        return False
    return True
