"""Undo of an apply: the contents that it replaced, byte for byte."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from editkit.core.storage.file_version import digest
from editkit.core.storage.read_file import read_file
from editkit.fixing.atomic_write import FileTransaction
from editkit.reviewing.apply import ApplyResult
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

    @classmethod
    def since(
        cls, old: Mapping[Path, bytes], decisions: Decisions, result: ApplyResult
    ) -> "AppliedChange":
        """Return what an apply of `decisions` to files with the contents `old` has changed.

        The folders must still be locked: a later change by another program is not undone.
        """
        new = contents(old)
        files = {
            path: (data, digest(new[path]))
            for path, data in old.items()
            if path in new and new[path] != data
        }
        counts = [file.edit_count for file in result.files if file.edit_count]
        return cls(files, decisions, sum(counts), len(counts))

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
    """Return the contents of those of `paths` that are files and can be read."""
    found: dict[Path, bytes] = {}
    for path in {Path(os.path.realpath(path)) for path in paths}:
        with suppress(OSError):
            found[path] = read_file(path)
    return found
