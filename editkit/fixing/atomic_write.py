"""Atomic writes of one or several files, with a check for concurrent changes."""

import hashlib
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from editkit.core.errors import InputError

_CHANGED_MESSAGE = "This file has changed since it was read, so it is not overwritten."
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class FileChangedError(InputError):
    """A file has changed since it was read."""


def write_atomically(path: Path, data: bytes, *, expected: bytes | None = None) -> None:
    """Replace the content of the file at `path` with `data`, atomically.

    If the write is interrupted, even by Ctrl-C, the old file and no temporary file is left.
    Keeps permissions and follows symbolic links. Raises InputError if the file or its
    folder cannot be written, and FileChangedError if `expected` is given and the file has
    other content.
    """
    with FileTransaction() as transaction:
        transaction.add(path, data, sha256=None if expected is None else _digest(expected))
        transaction.commit()


class _PendingWrite(NamedTuple):
    """A temporary file, the target to replace, and the target's name in messages.

    `new_digest` is the SHA-256 of the new content, `expected_digest` that of the old.
    """

    temporary: Path
    target: Path
    name: str
    new_digest: str
    expected_digest: str | None


class FileTransaction:
    """Writes several files together: all are replaced, or none.

    A context manager that removes temporary files left at its end.
    """

    def __init__(self) -> None:
        self._pending: list[_PendingWrite] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for pending in self._pending:
            pending.temporary.unlink(missing_ok=True)

    def add(
        self, path: Path, data: bytes, *, sha256: str | None = None, name: str | None = None
    ) -> None:
        """Write the new content of `path` to a temporary file.

        If `sha256` is given, `commit` refuses to replace a file with another hex digest.
        Messages call the file `name`. Raises InputError if the file cannot be written.
        """
        name = name or str(path)
        target = Path(os.path.realpath(path))
        if any(target == pending.target for pending in self._pending):
            raise InputError("This file would be written twice, for two reasons.", uri=name)
        temporary = target.with_name(f".editkit-{secrets.token_hex(8)}")
        try:
            _write(temporary, data, _writable_mode(target))
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise _write_failure(name, error) from error
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        self._pending.append(_PendingWrite(temporary, target, name, _digest(data), sha256))

    def commit(self) -> None:
        """Replace every file with its new content.

        Raises InputError if a file cannot be replaced and FileChangedError if it has
        changed. The files already replaced are then restored as far as possible.
        """
        replaced: list[tuple[_PendingWrite, bytes | None]] = []
        try:
            for pending in self._pending:
                temporary, target, name, _, expected = pending
                try:
                    # No failure can follow the last one, so it needs no backup.
                    if len(replaced) + 1 < len(self._pending):
                        old_data = target.read_bytes() if target.exists() else None
                        replaced.append((pending, old_data))
                    if expected is not None and not _has_digest(target, expected):
                        raise FileChangedError(_CHANGED_MESSAGE, uri=name)
                    temporary.replace(target)
                except OSError as error:
                    raise _write_failure(name, error) from error
        except BaseException:
            _restore(replaced)
            raise
        self._pending.clear()


def _has_digest(target: Path, digest: str) -> bool:
    """Return whether the file has this SHA-256 and was not written while it was read."""
    try:
        if not stat.S_ISREG(target.stat().st_mode):
            return False
        with target.open("rb") as file:
            opened = os.fstat(file.fileno())
            same = hashlib.file_digest(file, "sha256").hexdigest() == digest
        return same and _file_identity(opened) == _file_identity(target.stat())
    except FileNotFoundError:
        return False


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _file_identity(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _restore(replaced: list[tuple[_PendingWrite, bytes | None]]) -> None:
    for pending, data in replaced:
        with suppress(InputError, OSError):
            # Skip a file that was not replaced, or that another program has saved since.
            if not _has_digest(pending.target, pending.new_digest):
                continue
            if data is None:
                pending.target.unlink()
            else:
                write_atomically(pending.target, data)


def _write_failure(name: str, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError(f"This file cannot be written: {reason}.", uri=name)


def _writable_mode(target: Path) -> int | None:
    """Return the permissions of `target`, None for a new file; raise if it is read-only."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None
    if not mode & _WRITABLE:
        raise PermissionError(None, "the file is read-only")
    return mode


def _write(path: Path, data: bytes, mode: int | None) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        if mode is not None:
            path.chmod(mode)
        os.fsync(file.fileno())
