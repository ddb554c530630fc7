"""Write journal: owner and plan of the drafts in a folder, for the run after a killed one.

Every write owns a file `.editkit-ID.journal` in each folder that it writes to, next to its
drafts `.editkit-ID-N.draft`. The one in the first folder is locked while the process
lives. Those in other folders name that folder. Before several files are replaced, each
journal gets the list of the files in its folder, that of the first folder last: from then
on the files are replaced, by the next run if need be.
"""

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from editkit.core.storage.file_lock import is_at, open_flags, try_lock
from editkit.fixing.journal_record import JournalEntry, JournalRecord, journal_name

_OPEN = os.O_RDWR | os.O_CREAT | os.O_EXCL | open_flags("O_CLOEXEC", "O_BINARY")
_ATTEMPTS = 10
"""Number of times that a journal is created, if other processes take it for an abandoned one."""


class PlannedFile(NamedTuple):
    """A draft and the target that it replaces, with the versions of the target."""

    draft: Path
    target: Path
    before: str | None
    after: str


class Journal:
    """The journals of one write, in all folders that it writes to."""

    def __init__(self) -> None:
        self._id = secrets.token_hex(8)
        self._folders: list[Path] = []
        self._lock: int | None = None
        self._draft_count = 0

    def covers(self, folder: Path) -> bool:
        """Return whether there is a journal of this write in `folder`."""
        return folder in self._folders

    def join(self, folder: Path) -> None:
        """Create the journal in another folder; raise OSError if that fails."""
        if not self._folders:
            self._lock = _create(folder / journal_name(self._id), b"")
        else:
            leader = _relative(self._folders[0], folder)
            content = JournalRecord(leader, (), ()).to_bytes()
            os.close(_create(folder / journal_name(self._id), content))
        self._folders.append(folder)

    def new_draft(self, folder: Path) -> Path:
        """Return the path of another draft in a folder that was joined."""
        self._draft_count += 1
        return folder / f".editkit-{self._id}-{self._draft_count}.draft"

    def commit(self, files: Sequence[PlannedFile]) -> None:
        """List the files, whose drafts are complete, so that the next run can replace them.

        Raises OSError if that fails; the next run then removes the drafts.
        """
        leader, *others = self._folders
        for folder in others:
            record = JournalRecord(_relative(leader, folder), (), _entries(folder, files))
            draft = self.new_draft(folder)
            with draft.open("xb") as file:
                _write(file.fileno(), record.to_bytes())
            os.replace(draft, folder / journal_name(self._id))  # noqa: PTH105  (tests count the files by Path.replace)
            sync_folder(folder)
        folders = tuple(_relative(folder, leader) for folder in others)
        record = JournalRecord(None, folders, _entries(leader, files))
        assert self._lock is not None  # noqa: S101  (there is a first folder)
        _write(self._lock, record.to_bytes())
        sync_folder(leader)

    def sync(self) -> None:
        """Write the new names in all folders to the disk."""
        for folder in self._folders:
            sync_folder(folder)

    def close(self) -> None:
        """Remove all journals, that of the first folder last."""
        paths = [folder / journal_name(self._id) for folder in self._folders]
        for path in paths[:0:-1]:
            _unlink(path)
        if self._lock is not None:
            removed = _unlink(paths[0])
            os.close(self._lock)
            if not removed:  # Windows keeps the name of an open file
                _unlink(paths[0])
        self._folders, self._lock = [], None


def sync_folder(folder: Path) -> None:
    """Write the names in a folder to the disk, on systems where that can be done."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _create(path: Path, content: bytes) -> int:
    """Create, lock and write a file; return its descriptor."""
    for _ in range(_ATTEMPTS):
        opened = os.open(path, _OPEN, 0o600)
        try:
            # Another process may lock and remove the file before it is locked here.
            if try_lock(opened) is not False and is_at(opened, path):
                if content:
                    _write(opened, content)
                return opened
        except BaseException:
            os.close(opened)
            _unlink(path)
            raise
        os.close(opened)
        _unlink(path)
    raise OSError(None, "another process removes editkit's journals")


def _write(file: int, data: bytes) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]
    os.fsync(file)


def _unlink(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _relative(path: Path, folder: Path) -> str:
    """Return a path from `folder` to `path`, so that both can be moved together."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive
        return str(path)


def _entries(folder: Path, files: Sequence[PlannedFile]) -> tuple[JournalEntry, ...]:
    return tuple(
        JournalEntry(each.draft.name, each.target.name, each.before, each.after)
        for each in files
        if each.target.parent == folder
    )
