"""Store of decisions in a JSON file."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from editkit import __version__
from editkit.core.errors import InputError
from editkit.core.json_reader import read_json
from editkit.core.result import FileResult
from editkit.fixing.atomic_write import write_atomically
from editkit.reviewing.decisions import SCHEMA, read_decisions
from editkit.reviewing.server.rebase import JsonObject, rematch

DecisionsDocument = dict[str, Any]
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
DEFAULT_NAME = "editkit-decisions.json"


class DecisionStore:
    """A decisions file; decisions about files that are not under review are preserved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notices: list[str] = []
        """Messages about decisions that were dropped because their file has changed."""
        self._other_files: list[JsonObject] = []
        self._file_stat: object = None

    @property
    def is_changed(self) -> bool:
        """Whether another process has changed the file since the last `load` or `save`."""
        current = self._current_stat()
        return current is not None and current != self._file_stat

    def load(self, results: Sequence[FileResult]) -> DecisionsDocument:
        """Return the decisions about the files of `results` that still apply.

        If some do not, a backup of the file is written next to it. Raises InputError if
        it is not a decisions file.
        """
        self.notices, file_stat = [], self._current_stat()
        header = {"schema": SCHEMA, "tool": {"name": "editkit", "version": __version__}}
        if not self.path.exists():
            return {**header, "files": []}
        read_decisions(self.path)
        stored: Any = read_json(self.path, "decisions").value
        self._file_stat = file_stat
        names = {result.uri for result in results}
        self._other_files = [file for file in stored["files"] if file["path"] not in names]
        reviewed = [file for file in stored["files"] if file["path"] in names]
        files = [self._update_file(file, results) for file in reviewed]
        if self.notices:
            write_atomically(self._backup_path, self.path.read_bytes())
        return {**stored, **header, "files": [file for file in files if file["decisions"]]}

    def save(self, document: DecisionsDocument) -> None:
        """Write a document; raise InputError if that fails."""
        complete = {**document, "files": [*document["files"], *self._other_files]}
        write_atomically(self.path, to_json(complete).encode("utf-8", "backslashreplace"))
        self._file_stat = self._current_stat()

    def _current_stat(self) -> object:
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    @property
    def _backup_path(self) -> Path:
        return self.path.with_name(f"{self.path.name}.old")

    def _update_file(self, file: JsonObject, results: Sequence[FileResult]) -> JsonObject:
        [result] = (result for result in results if result.uri == file["path"])
        if result.package is None or file["sha256"].lower() == result.sha256:
            return file
        matched = list(rematch(file["path"], file["decisions"], results))
        count = len(file["decisions"])
        if dropped := count - len(matched):
            self.notices.append(
                f"{file['path']}: This file has changed since it was reviewed; {dropped} of "
                f"{count} decisions about it are kept in {self._backup_path} only."
            )
        return {**file, "sha256": result.sha256, "decisions": matched}


def to_json(document: DecisionsDocument) -> str:
    """Return a document as JSON with one decision per line.

    `json.dumps(indent=…)` does not use the C encoder and is too slow for thousands of
    decisions.
    """
    files = ",\n".join(
        f"{_json_head(file, 'decisions')}[\n{_json_lines(file['decisions'])}\n]}}"
        for file in document["files"]
    )
    return f"{_json_head(document, 'files')}[\n{files}\n]}}\n"


def _json_head(value: JsonObject, last_key: str) -> str:
    """Return the JSON of an object up to the value of `last_key`, which comes last."""
    rest = {key: each for key, each in value.items() if key != last_key}
    return f'{_ENCODE(rest).removesuffix("}")}, "{last_key}": '


def _json_lines(entries: Sequence[JsonObject]) -> str:
    return ",\n".join(map(_ENCODE, entries))


def refuse_overwrite(path: Path, articles: Sequence[Path]) -> None:
    """Raise InputError if the decisions would overwrite an article."""
    if path.resolve() in {article.resolve() for article in articles}:
        raise InputError("This is an article; name another file with --decisions.", uri=str(path))
