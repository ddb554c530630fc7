"""Atomic writes of one or several files, with a check for concurrent changes."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from editkit.core.errors import InputError
from editkit.core.storage.file_lock import open_flags
from editkit.core.storage.file_version import ABSENT, current_version, digest
from editkit.fixing.file_attributes import copy_attributes, replaceable_stat
from editkit.fixing.journal import Journal, PlannedFile
from editkit.fixing.recovery import discard_abandoned

_CHANGED_MESSAGE = "This file has changed since it was read, so it is not overwritten."

_READS = 3
"""Number of times that a file is read until it is not replaced meanwhile."""

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | open_flags("O_CLOEXEC", "O_BINARY")


class FileChangedError(InputError):
    """A file has changed since it was read."""


def write_atomically(path: Path, data: bytes, *, version: str | None = None) -> None:
    """Replace the content of the file at `path` with `data`, atomically.

    If the write is interrupted, even by Ctrl-C, the old file and no draft is left. A draft
    that a killed process leaves is removed by the next write in the folder. Keeps owner,
    permissions and extended attributes where allowed, and follows symbolic links. Raises
    InputError if the file or its folder cannot be written, and FileChangedError if
    `version` is given and is not that of the file; `ABSENT` is that of no file.
    """
    with FileTransaction() as transaction:
        transaction.add(path, data, version=version)
        transaction.commit()


class _PendingWrite(NamedTuple):
    """A planned replacement, and the target's name in messages."""

    planned: PlannedFile
    name: str


class _Replaced(NamedTuple):
    """A file about to be replaced, its old content (None for no file), and its draft's inode."""

    pending: _PendingWrite
    old_data: bytes | None
    inode: int


class FileTransaction:
    """Writes several files together: all are replaced, or none.

    A context manager that removes drafts left at its end. If the process is killed while
    files are replaced, `recovery.recover` replaces the others.
    """

    def __init__(self) -> None:
        self._pending: list[_PendingWrite] = []
        self._journal = Journal()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for pending in self._pending:
            with suppress(OSError):
                pending.planned.draft.unlink(missing_ok=True)
        self._journal.close()

    def add(
        self, path: Path, data: bytes, *, version: str | None = None, name: str | None = None
    ) -> None:
        """Write the new content of `path` to a draft next to it.

        If `version` is given, `commit` refuses to replace another version of the file.
        Messages call the file `name`. Raises InputError if the file cannot be written.
        """
        name = name or str(path)
        target = Path(os.path.realpath(path))
        if any(target == pending.planned.target for pending in self._pending):
            raise InputError("This file would be written twice, for two reasons.", uri=name)
        try:
            found = replaceable_stat(target)
            if not self._journal.covers(target.parent):
                discard_abandoned(target.parent)
                self._journal.join(target.parent)
            draft = self._journal.new_draft(target.parent)
            try:
                _write(draft, data, target, found)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise _write_failure(name, error) from error
        planned = PlannedFile(draft, target, version, digest(data))
        self._pending.append(_PendingWrite(planned, name))

    def commit(self) -> None:
        """Replace every file with its new content.

        Raises InputError if a file cannot be replaced and FileChangedError if it has
        changed. The files already replaced are then restored as far as possible.
        """
        replaced: list[_Replaced] = []
        try:
            if len(self._pending) > 1:
                self._commit_journal()
            for pending in self._pending:
                target, name = pending.planned.target, pending.name
                try:
                    # No failure can follow the last one, so it needs no backup.
                    if len(replaced) + 1 < len(self._pending):
                        old_data = target.read_bytes() if target.exists() else None
                        inode = pending.planned.draft.stat().st_ino
                        replaced.append(_Replaced(pending, old_data, inode))
                    _check_version(pending)
                    pending.planned.draft.replace(target)
                except OSError as error:
                    raise _write_failure(name, error) from error
        except BaseException:
            _restore(replaced)
            raise
        if len(self._pending) > 1:
            self._journal.sync()
        self._pending.clear()

    def _commit_journal(self) -> None:
        """Check all files, and write down what replaces them, so that a kill loses nothing."""
        files: list[PlannedFile] = []
        for pending in self._pending:
            try:
                _check_version(pending)
                before = pending.planned.before
                if before is None:
                    before = current_version(pending.planned.target)
            except OSError as error:
                raise _write_failure(pending.name, error) from error
            files.append(pending.planned._replace(before=before))
        try:
            self._journal.commit(files)
        except OSError as error:
            raise _write_failure(self._pending[0].name, error) from error


def _check_version(pending: _PendingWrite) -> None:
    """Raise FileChangedError if the target has neither the expected nor the new content."""
    _, target, expected, after = pending.planned
    if expected is None:
        return
    for _ in range(_READS):
        found = current_version(target)
        if found is not None:  # else another run replaces the file, perhaps with this content
            break
    if found not in {expected, after}:
        raise FileChangedError(_CHANGED_MESSAGE, uri=pending.name)


def _restore(replaced: list[_Replaced]) -> None:
    for (planned, _), old_data, inode in replaced:
        target = planned.target
        with suppress(InputError, OSError):
            # Skip a file that was not replaced, or that another program has saved since,
            # perhaps with the same content.
            if target.lstat().st_ino != inode or current_version(target) != planned.after:
                continue
            if old_data is None:
                target.unlink()
            else:
                write_atomically(target, old_data)


def _write_failure(name: str, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError(f"This file cannot be written: {reason}.", uri=name)


def _write(draft: Path, data: bytes, target: Path, found: os.stat_result | None) -> None:
    """Write a draft; `found` is the state of the target, None for a new file."""
    opened = os.open(draft, _CREATE, 0o666 if found is None else 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(data)
        file.flush()
        if found is not None:
            copy_attributes(target, found, draft, file.fileno())
        os.fsync(file.fileno())


__all__ = ["ABSENT", "FileChangedError", "FileTransaction", "digest", "write_atomically"]
