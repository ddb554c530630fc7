"""Undo of an apply: the contents that it replaced, byte for byte."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from editkit.core.storage.file_version import digest
from editkit.fixing.atomic_write import FileTransaction
from editkit.reviewing.decisions import Decisions


@dataclass(frozen=True, slots=True)
class AppliedChange:
    """What an apply has changed: earlier contents and new versions, and earlier decisions.

    Files that the apply created are not in `files`, and remain.
    """

    files: Mapping[Path, tuple[bytes, str]]
    decisions: Decisions
    edit_count: int
    article_count: int

    def to_value(self) -> dict[str, int]:
        """Return the counts for the page."""
        return {"edits": self.edit_count, "files": self.article_count}

    def undo(self) -> None:
        """Restore the files, all or none.

        Raises FileChangedError if one has changed since, and InputError if one cannot be
        written.
        """
        with FileTransaction() as transaction:
            for path, (data, version) in self.files.items():
                transaction.add(path, data, version=version)
            transaction.commit()


def contents(paths: Iterable[Path | str]) -> dict[Path, bytes]:
    """Return the contents of those of `paths` that are files."""
    found = {Path(os.path.realpath(path)) for path in paths}
    return {path: path.read_bytes() for path in found if path.is_file()}


def changed_since(old: Mapping[Path, bytes]) -> dict[Path, tuple[bytes, str]]:
    """Return the old contents of the files that have changed, with their new versions."""
    new = contents(old)
    return {
        path: (data, digest(new[path]))
        for path, data in old.items()
        if path in new and new[path] != data
    }
