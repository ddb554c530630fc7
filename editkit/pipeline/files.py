"""Files written so that a reader finds the old or the new, whole."""

import os
import secrets
import stat
from pathlib import Path

from editkit.core.errors import InputError

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`, at once.

    Whatever stops it, Ctrl-C included, the old file stays and nothing beside
    it. Keeps the file's permissions and follows a symbolic link. Raises
    InputError where the file or its folder cannot be written.
    """
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".editkit-{secrets.token_hex(8)}")
    try:
        _write(draft, data, _mode(target))
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise InputError(f"This file cannot be written: {reason}.", uri=str(path)) from error
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int | None:
    """Return the permissions of the file at `target`, if there is one; refuse a read-only one."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None
    if not mode & _WRITABLE:
        raise PermissionError(None, "the file is read-only")
    return mode


def _write(draft: Path, data: bytes, mode: int | None) -> None:
    with draft.open("xb") as file:
        file.write(data)
        file.flush()
        if mode is not None:
            draft.chmod(mode)
        os.fsync(file.fileno())
