"""File reading: regular files up to a size limit, without waiting for pipes or devices."""

import errno
import os
import stat
from pathlib import Path

from editkit.core.errors import InputError

MEGABYTE = 1_000_000
DEFAULT_MAX_MEGABYTES = 64
"""Size limit of one file in megabytes; `EDITKIT_MAX_FILE_SIZE` overrides it."""
_MAX_DIGITS = 9
_STREAM_CHUNK = 1 << 20  # bytes
_FLAGS = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NOCTTY"))
_NO_WAITING: int = getattr(os, "O_NONBLOCK", 0)
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def read_file(
    path: str | os.PathLike[str], *, stream_ok: bool = False, limit: int | None = None
) -> bytes:
    """Return the content of a file of at most `limit` bytes (default: `max_file_bytes()`).

    Raises OSError if the file cannot be read, is larger, or is not a regular file: a pipe
    could make the run wait forever, and a device may have no end. With `stream_ok`, for a
    path that the user has named, pipes and devices are read up to the limit.
    """
    most = max_file_bytes() if limit is None else limit
    name = os.fspath(path)
    if not stream_ok:
        _refuse_stream(os.stat(name), name)  # noqa: PTH116  (opening a device may do something)
    opened = os.open(name, os.O_RDONLY | _FLAGS | (0 if stream_ok else _NO_WAITING))
    try:
        found = os.fstat(opened)
        if not stream_ok:  # once more: the file may have been replaced
            _refuse_stream(found, name)
        if found.st_size > most:
            raise _too_large(most, name)
        return _read_all(opened, max(found.st_size + 1, _STREAM_CHUNK), most, name)
    finally:
        os.close(opened)


def max_file_bytes() -> int:
    """Return the size limit of one file; raise InputError if it is set to no number."""
    return size_setting("EDITKIT_MAX_FILE_SIZE", DEFAULT_MAX_MEGABYTES)


def size_setting(variable: str, default: int) -> int:
    """Return the number of bytes that an environment variable sets in megabytes.

    Raises InputError if it is not a whole number of up to nine digits.
    """
    size = os.environ.get(variable) or str(default)
    if not (size.isascii() and size.isdecimal() and len(size) <= _MAX_DIGITS):
        raise InputError(f"{variable} is “{size}”, which is not a number of megabytes.")
    return int(size) * MEGABYTE


def is_stream(path: str | os.PathLike[str]) -> bool:
    """Return whether `path` is a pipe, device or socket; False if it cannot be looked at."""
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return False
    return any(is_kind(mode) for is_kind, _ in _KINDS)


def _read_all(opened: int, chunk: int, most: int, name: str) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(opened, chunk):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise _too_large(most, name)
    return b"".join(pieces)


def _refuse_stream(found: os.stat_result, name: str) -> None:
    if stat.S_ISREG(found.st_mode):
        return
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
    kind = next((noun for is_kind, noun in _KINDS if is_kind(found.st_mode)), "no regular file")
    raise OSError(errno.EINVAL, f"it is {kind}", name)


def _too_large(most: int, name: str) -> OSError:
    return OSError(errno.EFBIG, f"it has more than {most / MEGABYTE:.3g} MB", name)
