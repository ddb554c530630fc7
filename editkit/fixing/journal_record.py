"""Content of a write journal: the files of one folder, and the other folders of the write."""

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.json_reader import JsonReader

_SCHEMA = "editkit.journal/1"
_MAX_BYTES = 16_000_000
_TRANSACTION = lazy_pattern(r"\.editkit-([0-9a-f]{16})(?:\.journal|-[0-9]+\.draft)")


class JournalEntry(NamedTuple):
    """The names of a draft and of its target in the same folder, and the target's versions.

    `before` is None if any version may be replaced, `after` is the version of the draft.
    """

    draft: str
    target: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """One journal; `leader` is the path of the first folder, None for its own journal.

    `folders` are the paths of the other folders, in the journal of the first one. The
    files are in the folder of the journal: one that came with an article from elsewhere
    can name no others, and no draft of another write.
    """

    leader: str | None
    folders: tuple[str, ...]
    files: tuple[JournalEntry, ...]

    def to_bytes(self) -> bytes:
        """Return the content of the file."""
        files = [each._asdict() for each in self.files]
        value = {"leader": self.leader, "folders": self.folders, "files": files}
        return json.dumps({"schema": _SCHEMA, **value}).encode()


def journal_name(transaction: str) -> str:
    """Return the name of the journals of a write with this id."""
    return f".editkit-{transaction}.journal"


def transaction_of(name: str) -> str | None:
    """Return the id of the write that a journal or draft belongs to; None for other files."""
    match = _TRANSACTION.fullmatch(name)
    return match[1] if match else None


def read_record(path: Path) -> JournalRecord | None:
    """Return the content of a journal; None if it is missing, incomplete or invalid."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MAX_BYTES:
            return None
        top = JsonReader(json.loads(path.read_bytes()), "", str(path)).with_schema(_SCHEMA)
        leader, transaction = top["leader"], transaction_of(path.name)
        return JournalRecord(
            None if leader.value is None else _path(leader),
            tuple(_path(each) for each in top["folders"].items()),
            tuple(_entry(each, transaction) for each in top["files"].items()),
        )
    except (OSError, InputError, ValueError, RecursionError):
        return None


def _entry(reader: JsonReader, transaction: str | None) -> JournalEntry:
    draft, target = _file_name(reader["draft"]), _file_name(reader["target"])
    if transaction_of(draft) != transaction:
        raise reader["draft"].error("a draft of this write is expected")
    return JournalEntry(draft, target, reader["before"].string_or_null(), reader["after"].string())


def _file_name(reader: JsonReader) -> str:
    name = _path(reader)
    if Path(name).name != name or name in {"", ".", ".."}:
        raise reader.error("the name of a file is expected")
    return name


def _path(reader: JsonReader) -> str:
    """Return a path; raise ValueError or InputError if no file can have it."""
    path = reader.string()
    if b"\0" in os.fsencode(path):
        raise reader.error("a path cannot contain NUL")
    return path
