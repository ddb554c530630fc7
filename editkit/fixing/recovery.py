"""Recovery from killed writes: finishes those that were committed, removes other drafts."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from editkit.core.storage.file_lock import is_at, open_flags, try_lock
from editkit.core.storage.file_version import ABSENT, current_version
from editkit.fixing.journal_record import (
    JournalEntry,
    JournalRecord,
    journal_name,
    read_record,
    transaction_of,
)

_OPEN = os.O_RDWR | open_flags("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK")


class Outcome(Enum):
    """What became of a file that a killed write was going to replace."""

    FINISHED = "finished"
    MADE_BEFORE = "made before"
    REFUSED = "refused"
    FAILED = "failed"


_SENTENCES = {
    Outcome.FINISHED: (
        "An earlier run was interrupted before it wrote this file; it is written now."
    ),
    Outcome.MADE_BEFORE: "An earlier run was interrupted after it wrote this file.",
    Outcome.REFUSED: (
        "An earlier run was ended before it had written this file, "
        "which has changed since and is left as it is."
    ),
    Outcome.FAILED: (
        "An earlier run was ended before it had written this file, "
        "and it cannot be written now; the next run tries again."
    ),
}


class RecoveredFile(NamedTuple):
    """A file of a killed write, and what became of it."""

    path: Path
    outcome: Outcome

    @property
    def name(self) -> str:
        """The path, relative to the current folder if it is in there."""
        with suppress(ValueError, OSError):
            return str(self.path.relative_to(Path.cwd()))
        return str(self.path)

    @property
    def message(self) -> str:
        """A sentence that says what became of the file."""
        return _SENTENCES[self.outcome]


def recover(files: Iterable[str | Path]) -> tuple[RecoveredFile, ...]:
    """Finish or undo what killed processes left in the folders of `files`.

    If all drafts of a write were complete, the files that still have the version that the
    write expected are replaced now, in all its folders; others are left unchanged. If not,
    no file was replaced, and the drafts are removed. Drafts of living processes are left
    alone, and all drafts on a file system without locks.
    """
    folders = dict.fromkeys(Path(os.path.realpath(file)).parent for file in files)
    return tuple(
        each
        for folder in folders
        for transaction in _transactions(folder)
        for each in _recover(folder, transaction, finish=True)
    )


def discard_abandoned(folder: Path) -> None:
    """Remove the drafts in a folder whose process was killed before it replaced any file."""
    for transaction in _transactions(folder):
        _recover(folder, transaction, finish=False)


def _transactions(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            names = sorted(each.name for each in found if each.name.startswith(".editkit-"))
    except OSError:
        return []
    return list(dict.fromkeys(filter(None, map(transaction_of, names))))


def _recover(folder: Path, transaction: str, *, finish: bool) -> list[RecoveredFile]:
    name = journal_name(transaction)
    with _claim(folder / name) as is_abandoned:
        record = read_record(folder / name) if is_abandoned else None
        if record is None or record.leader is None:
            return _settle(folder, folder, transaction, finish=finish) if is_abandoned else []
        leader = folder / record.leader
    with _claim(leader / name) as is_abandoned:
        return _settle(folder, leader, transaction, finish=finish) if is_abandoned else []


def _settle(folder: Path, leader: Path, transaction: str, *, finish: bool) -> list[RecoveredFile]:
    """Finish or undo an abandoned write; `leader` is its first folder, whose journal decides."""
    name = journal_name(transaction)
    main = read_record(leader / name)
    if main is None or main.leader is not None:
        _discard(folder, transaction)
        return []
    if not finish:
        return []
    folders = [leader, *(leader / each for each in main.folders)]
    recovered = [
        each
        for here in folders
        if (record := main if here is leader else read_record(here / name))
        for each in _roll_forward(here, record)
    ]
    if not any(each.outcome is Outcome.FAILED for each in recovered):
        for here in reversed(folders):
            _discard(here, transaction)
    return recovered


def _roll_forward(folder: Path, record: JournalRecord) -> Iterator[RecoveredFile]:
    folder = Path(os.path.realpath(folder))
    for entry in record.files:
        try:
            outcome = _finish(folder, entry)
        except OSError:
            outcome = Outcome.FAILED
        yield RecoveredFile(folder / entry.target, outcome)


def _finish(folder: Path, entry: JournalEntry) -> Outcome:
    """Replace the target of a draft unless it has changed; raise OSError if that fails."""
    draft, target = folder / entry.draft, folder / entry.target
    found = current_version(target)
    if found == entry.after:
        return Outcome.MADE_BEFORE
    if current_version(draft) != entry.after:
        return Outcome.REFUSED
    if found is None or found != entry.before or (found != ABSENT and target.lstat().st_nlink > 1):
        return Outcome.REFUSED
    draft.replace(target)
    return Outcome.FINISHED


def _discard(folder: Path, transaction: str) -> None:
    """Remove the drafts of a write in one folder, and then its journal."""
    name = journal_name(transaction)
    with suppress(OSError):
        for each in list(folder.iterdir()):
            if transaction_of(each.name) == transaction and each.name != name:
                with suppress(OSError):
                    each.unlink()
        (folder / name).unlink(missing_ok=True)


@contextmanager
def _claim(journal: Path) -> Iterator[bool]:
    """Lock a journal; yield whether its process is known to have ended.

    It has if the journal is missing, because drafts are removed before it. A journal of
    another user is left alone: it could replace this user's files.
    """
    try:
        opened = os.open(journal, _OPEN)
    except OSError as error:
        opened, is_missing = None, isinstance(error, FileNotFoundError)
    if opened is None:
        yield is_missing
        return
    try:
        yield _is_own(opened) and try_lock(opened) is True and is_at(opened, journal)
    finally:
        os.close(opened)


def _is_own(opened: int) -> bool:
    found = os.fstat(opened)
    users = {0, os.geteuid()} if hasattr(os, "geteuid") else {found.st_uid}
    return S_ISREG(found.st_mode) and found.st_uid in users
