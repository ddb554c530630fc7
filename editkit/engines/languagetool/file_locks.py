"""File locks that the kernel releases when their process ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editkit.core.engine import EngineError


def require_locks() -> None:
    """Raise EngineError on systems without these locks."""
    if sys.platform == "win32":
        raise EngineError(
            "editkit keeps a LanguageTool of its own on Linux and macOS only; "
            "name a running server by EDITKIT_LANGUAGETOOL_URL."
        )


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Acquire an exclusive lock on `path`, waiting for it."""
    with _locked(path, is_shared=False):
        yield


@contextmanager
def shared(path: Path) -> Iterator[None]:
    """Acquire a shared lock on `path`, waiting until there is no exclusive one."""
    with _locked(path, is_shared=True):
        yield


def is_held(path: Path) -> bool:
    """Return whether another process has an exclusive lock on `path`."""
    try:
        with _locked(path, is_shared=True, waits=False):
            return False
    except BlockingIOError:
        return True


@contextmanager
def _locked(path: Path, *, is_shared: bool, waits: bool = True) -> Iterator[None]:
    require_locks()
    if sys.platform == "win32":
        return
    import fcntl  # noqa: PLC0415  (missing on Windows)

    operation = fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX
    opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(opened, operation if waits else operation | fcntl.LOCK_NB)
        yield
    finally:
        os.close(opened)
