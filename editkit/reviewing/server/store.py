"""Store of decisions in a JSON file."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from editkit.core.result import FileResult
from editkit.core.storage.file_version import ABSENT, current_version, digest
from editkit.core.storage.json_reader import parse_json, read_json_bytes
from editkit.fixing.atomic_write import write_atomically
from editkit.reviewing.decisions import (
    Decisions,
    FileDecisions,
    document_name,
    parse_decisions,
)
from editkit.reviewing.decisions_writer import decisions_to_json
from editkit.reviewing.page.model import Source, sources
from editkit.reviewing.server.rebase import rematch

WithoutMade = Callable[[Decisions], tuple[Decisions, tuple[str, ...]]]
DEFAULT_NAME = "editkit-decisions.json"


class DecisionStore:
    """A decisions file; decisions about files that are not under review are preserved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notices: list[str] = []
        """Messages about decisions that were dropped because their file has changed."""
        self._other_files: tuple[FileDecisions, ...] = ()
        self._file_stat: object = None
        self._version = ABSENT
        self._backup_path = self._free_backup_path()

    @property
    def is_changed(self) -> bool:
        """Whether another process has changed the file since the last `load` or `save`."""
        current = self._current_stat()
        return current is not None and current != self._file_stat

    def load(
        self, results: Sequence[FileResult], without_made: WithoutMade | None = None
    ) -> Decisions:
        """Return the decisions about the files of `results` that still apply.

        `without_made` removes what a killed apply has made, and returns messages about it.

        If some do not, a backup of the file is written next to it. Raises InputError if
        it is not a decisions file.
        """
        self.notices, file_stat = [], self._current_stat()
        if not self.path.exists():
            self._version = ABSENT
            return Decisions(str(self.path), ())
        data = read_json_bytes(str(self.path))
        stored = parse_decisions(parse_json(data, str(self.path), "decisions"))
        self._file_stat, self._version = file_stat, digest(data)
        self._backup_path = self._free_backup_path()
        made: tuple[str, ...] = ()
        if without_made is not None:
            stored, made = without_made(stored)
        by_path = {result.uri: result for result in results}
        by_key = {source.key: source for source in sources(results)}
        self._other_files = tuple(file for file in stored.files if file.path not in by_path)
        files = [
            self._update_file(file, by_path[file.path], by_key.get(file.key))
            for file in stored.files
            if file.path in by_path
        ]
        if self.notices:
            write_atomically(self._backup_path, data)
        self.notices += made
        return replace(stored, files=tuple(file for file in files if file.decisions))

    def save(self, decisions: Decisions) -> None:
        """Write decisions to disk; raise InputError if that fails.

        Raises FileChangedError if the file has changed since the last `load` or `save`,
        other than by being deleted.
        """
        complete = replace(decisions, files=(*decisions.files, *self._other_files))
        data = decisions_to_json(complete).encode("utf-8", "backslashreplace")
        write_atomically(self.path, data, version=self._version if self.path.exists() else ABSENT)
        self._version = digest(data)
        self._file_stat = self._current_stat()

    def _current_stat(self) -> object:
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    def _free_backup_path(self) -> Path:
        """Return the path of a backup of this version, which replaces no earlier backup.

        Links are never chosen: one may have come with the articles.
        """
        for number in count(1):
            path = self.path.with_name(f"{self.path.name}.old{number if number > 1 else ''}")
            if not os.path.lexists(path):
                break
            with suppress(OSError):
                if current_version(path) == self._version:
                    break
        return path

    def _update_file(
        self, file: FileDecisions, result: FileResult, source: Source | None
    ) -> FileDecisions:
        """Return the decisions about a document that are found in its current version.

        `source` is None if the file cannot be read or no longer has the part.
        """
        if result.package is None or file.sha256 == result.sha256:
            return file
        matched = tuple(rematch(file.decisions, source)) if source else ()
        total = len(file.decisions)
        if dropped := total - len(matched):
            self.notices.append(
                f"{document_name(*file.key)}: This file has changed since it was reviewed; "
                f"{dropped} of {total} decisions about it are kept in {self._backup_path} only."
            )
        return replace(file, sha256=result.sha256, decisions=matched)
