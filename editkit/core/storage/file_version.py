"""Version of a file: the SHA-256 of its content, compared before the file is replaced."""

import hashlib
import os
import stat
from pathlib import Path

from editkit.core.storage.read_file import max_file_bytes

ABSENT = ""
"""The version of a file that does not exist."""


def digest(data: bytes) -> str:
    """Return the version of a file with this content: its SHA-256 in hex digits."""
    return hashlib.sha256(data).hexdigest()


def version_of(data: bytes | None) -> str:
    """Return the version of a file with this content, None for no file."""
    return ABSENT if data is None else digest(data)


def current_version(path: Path) -> str | None:
    """Return the version of the file at `path`, which is not a link to follow.

    Returns None if it is not a regular file, is too large for `read_file`, or was written or
    replaced while it was read: device, inode, size and time of the last write are compared.
    Raises OSError if it cannot be read.
    """
    try:
        found_stat = path.lstat()
        if not stat.S_ISREG(found_stat.st_mode) or found_stat.st_size > max_file_bytes():
            return None
        with path.open("rb") as file:
            opened = os.fstat(file.fileno())
            found = hashlib.file_digest(file, "sha256").hexdigest()
        return found if _identity(opened) == _identity(path.lstat()) else None
    except FileNotFoundError:
        return ABSENT


def _identity(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
