"""Files written so that a reader finds the old or the new, whole."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from editkit.core.errors import InputError

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`, at once.

    Whatever stops it, Ctrl-C included, the old file stays and nothing beside
    it. Keeps the file's permissions and follows a symbolic link. Raises
    InputError where the file or its folder cannot be written.
    """
    with Drafts() as drafts:
        drafts.add(path, data)
        drafts.replace()


class Drafts:
    """New files beside the old ones, which take their places all together.

    A context manager: what has not replaced anything at its end is removed.
    """

    def __init__(self) -> None:
        self._drafts: list[tuple[Path, Path, Path]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for draft, _, _ in self._drafts:
            draft.unlink(missing_ok=True)

    def add(self, path: Path, data: bytes) -> None:
        """Write what the file at `path` is to be; raise InputError where that cannot be."""
        target = Path(os.path.realpath(path))
        if any(target == other for _, other, _ in self._drafts):
            raise InputError("This file would be written twice, for two reasons.", uri=str(path))
        draft = target.with_name(f".editkit-{secrets.token_hex(8)}")
        try:
            _write(draft, data, _mode(target))
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise _unwritable(path, error) from error
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        self._drafts.append((draft, target, path))

    def replace(self) -> None:
        """Put every draft in the place of its file.

        Where one of them cannot, those before it are put back as they were, as far
        as the disk lets, and InputError is raised.
        """
        old: list[tuple[Path, bytes | None]] = []
        try:
            for draft, target, path in self._drafts:
                try:
                    # The last one needs no way back.
                    if len(old) + 1 < len(self._drafts):
                        old.append((target, target.read_bytes() if target.exists() else None))
                    draft.replace(target)
                except OSError as error:
                    raise _unwritable(path, error) from error
        except BaseException:
            _restore(old)
            raise
        self._drafts.clear()


def _restore(old: list[tuple[Path, bytes | None]]) -> None:
    for target, data in old:
        with suppress(InputError, OSError):
            if data is None:
                target.unlink(missing_ok=True)
            elif target.read_bytes() != data:
                write_atomically(target, data)


def _unwritable(path: Path, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError(f"This file cannot be written: {reason}.", uri=str(path))


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
