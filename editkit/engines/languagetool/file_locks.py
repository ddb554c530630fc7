"""File locks: the kernel lets go of them however their holder dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editkit.core.engine import EngineError

if sys.platform != "win32":
    import fcntl


def require_locks() -> None:
    """Raise EngineError where the system has no locks of this kind."""
    if sys.platform == "win32":
        raise EngineError(
            "editkit keeps a LanguageTool of its own on Linux and macOS only; "
            "name a running server by EDITKIT_LANGUAGETOOL_URL."
        )


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Wait for the lock on `path` and hold it alone."""
    with _locked(path, fcntl.LOCK_EX):
        yield


@contextmanager
def shared(path: Path) -> Iterator[None]:
    """Wait until nobody holds `path` alone, and hold it together with others."""
    with _locked(path, fcntl.LOCK_SH):
        yield


def is_held(path: Path) -> bool:
    """Whether another process holds the lock on `path` alone."""
    try:
        with _locked(path, fcntl.LOCK_SH | fcntl.LOCK_NB):
            return False
    except BlockingIOError:
        return True


@contextmanager
def _locked(path: Path, how: int) -> Iterator[None]:
    opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(opened, how)
        yield
    finally:
        os.close(opened)
