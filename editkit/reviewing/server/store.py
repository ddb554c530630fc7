"""Decisions on the disk."""

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
from editkit.reviewing.server.rebase import Entry, refound

Document = dict[str, Any]
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
DEFAULT = "editkit-decisions.json"


class Store:
    """The file at `path`; what it says of articles that are not under review stays in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: list[str] = []
        """What became of decisions about files that were changed while nobody looked."""
        self._others: list[Entry] = []
        self._stamp: object = None

    @property
    def changed(self) -> bool:
        """Whether somebody else has written the file since it was read or written here."""
        now = self._now()
        return now is not None and now != self._stamp

    def load(self, results: Sequence[FileResult]) -> Document:
        """Return the decisions about the files of `results`, as far as they hold.

        Where some do not, a copy of the file as it was is kept beside it. Raises
        InputError where it is no file of decisions.
        """
        self.told, stamp = [], self._now()
        empty = {"schema": SCHEMA, "tool": {"name": "editkit", "version": __version__}}
        if not self.path.exists():
            return {**empty, "files": []}
        read_decisions(self.path)
        found: Any = read_json(self.path, "decisions").value
        self._stamp = stamp
        names = {result.uri for result in results}
        self._others = [file for file in found["files"] if file["path"] not in names]
        mine = [file for file in found["files"] if file["path"] in names]
        files = [self._current(file, results) for file in mine]
        if self.told:
            write_atomically(self._copy, self.path.read_bytes())
        return {**found, **empty, "files": [file for file in files if file["decisions"]]}

    def save(self, document: Document) -> None:
        """Write a document; raise InputError where that cannot be."""
        whole = {**document, "files": [*document["files"], *self._others]}
        write_atomically(self.path, rendered(whole).encode("utf-8", "backslashreplace"))
        self._stamp = self._now()

    def _now(self) -> object:
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    @property
    def _copy(self) -> Path:
        return self.path.with_name(f"{self.path.name}.old")

    def _current(self, file: Entry, results: Sequence[FileResult]) -> Entry:
        [result] = (result for result in results if result.uri == file["path"])
        if result.package is None or file["sha256"].lower() == result.sha256:
            return file
        held = list(refound(file["path"], file["decisions"], results))
        if lost := len(file["decisions"]) - len(held):
            self.told.append(
                f"{file['path']}: This file has changed since it was reviewed; {lost} of "
                f"{len(file['decisions'])} decisions about it are kept in {self._copy} only."
            )
        return {**file, "sha256": result.sha256, "decisions": held}


def rendered(document: Document) -> str:
    """Return a document as JSON, a decision a line: thousands of them are written in no time."""
    files = ",\n".join(
        f"{_head(file, 'decisions')}[\n{_lines(file['decisions'])}\n]}}"
        for file in document["files"]
    )
    return f"{_head(document, 'files')}[\n{files}\n]}}\n"


def _head(value: Entry, last: str) -> str:
    """Return the JSON of an object up to the value of its key `last`."""
    rest = {key: each for key, each in value.items() if key != last}
    return f'{_ENCODE(rest).removesuffix("}")}, "{last}": '


def _lines(entries: Sequence[Entry]) -> str:
    return ",\n".join(map(_ENCODE, entries))


def spare(path: Path, articles: Sequence[Path]) -> None:
    """Raise InputError where decisions would be written over an article."""
    if path.resolve() in {article.resolve() for article in articles}:
        raise InputError("This is an article; name another file with --decisions.", uri=str(path))
