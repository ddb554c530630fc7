"""Files written so that a reader finds the old or the new, whole."""

import hashlib
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from editkit.core.errors import InputError

_CHANGED = "This file has changed since it was read, so it is not overwritten."
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class ChangedError(InputError):
    """A file is not what it was when it was read."""


def write_atomically(path: Path, data: bytes, *, read: bytes | None = None) -> None:
    """Put `data` into the file at `path`, at once.

    Whatever stops it, Ctrl-C included, the old file stays and nothing beside
    it. Keeps the file's permissions and follows a symbolic link. Raises
    InputError where the file or its folder cannot be written, and
    ChangedError if the file no longer holds `read`, which `data` was made from.
    """
    with Drafts() as drafts:
        drafts.add(path, data, sha256=None if read is None else _digest(read))
        drafts.replace()


class _Draft(NamedTuple):
    """A new file, the one it is to replace, and what messages call that one.

    `new` is the SHA-256 of the new bytes; `old`, of those they were made from.
    """

    made: Path
    target: Path
    name: str
    new: str
    old: str | None


class Drafts:
    """New files beside the old ones, which take their places all together.

    A context manager: what has not replaced anything at its end is removed.
    """

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for draft in self._drafts:
            draft.made.unlink(missing_ok=True)

    def add(
        self, path: Path, data: bytes, *, sha256: str | None = None, name: str | None = None
    ) -> None:
        """Write what the file at `path` is to be; raise InputError where that cannot be.

        `sha256` is that of the bytes that `data` was made from, in hex; `replace`
        refuses a file that holds others by then. Messages call the file `name`.
        """
        name = name or str(path)
        target = Path(os.path.realpath(path))
        if any(target == draft.target for draft in self._drafts):
            raise InputError("This file would be written twice, for two reasons.", uri=name)
        made = target.with_name(f".editkit-{secrets.token_hex(8)}")
        try:
            _write(made, data, _mode(target))
        except OSError as error:
            made.unlink(missing_ok=True)
            raise _unwritable(name, error) from error
        except BaseException:
            made.unlink(missing_ok=True)
            raise
        self._drafts.append(_Draft(made, target, name, _digest(data), sha256))

    def replace(self) -> None:
        """Put every draft in the place of its file.

        Where one of them cannot, or its file has changed since it was read, those before
        it are put back as they were, as far as the disk lets, and InputError, or
        ChangedError, is raised.
        """
        replaced: list[tuple[_Draft, bytes | None]] = []
        try:
            for draft in self._drafts:
                made, target, name, _, old = draft
                try:
                    # The last one needs no way back.
                    if len(replaced) + 1 < len(self._drafts):
                        before = target.read_bytes() if target.exists() else None
                        replaced.append((draft, before))
                    if old is not None and not _holds(target, old):
                        raise ChangedError(_CHANGED, uri=name)
                    made.replace(target)
                except OSError as error:
                    raise _unwritable(name, error) from error
        except BaseException:
            _restore(replaced)
            raise
        self._drafts.clear()


def _holds(target: Path, digest: str) -> bool:
    """Whether the file at `target` has this SHA-256, and nobody wrote it while it was read."""
    try:
        if not stat.S_ISREG(target.stat().st_mode):
            return False
        with target.open("rb") as file:
            opened = os.fstat(file.fileno())
            same = hashlib.file_digest(file, "sha256").hexdigest() == digest
        return same and _identity(opened) == _identity(target.stat())
    except FileNotFoundError:
        return False


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _identity(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _restore(replaced: list[tuple[_Draft, bytes | None]]) -> None:
    for draft, data in replaced:
        with suppress(InputError, OSError):
            if not _holds(draft.target, draft.new):  # not replaced, or saved by others since
                continue
            if data is None:
                draft.target.unlink()
            else:
                write_atomically(draft.target, data)


def _unwritable(name: str, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError(f"This file cannot be written: {reason}.", uri=name)


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
