"""Baseline file: known issues that are no longer reported."""

import json
import os
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.renamed_rules import current_id
from editkit.core.storage.file_version import ABSENT, digest
from editkit.core.storage.json_reader import JsonReader, parse_json, read_json_bytes

SCHEMA = "editkit.baseline/1"
DEFAULT_PATH = "editkit-baseline.json"
"""The path of the baseline file unless the user names one."""
_KEYS = ("path", "rule", "fingerprint", "text")


@dataclass(frozen=True, slots=True, order=True)
class BaselineEntry:
    """A known issue in the file at `path`; `text` is the text of its span."""

    path: str
    rule: str
    fingerprint: str
    text: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The sorted entries of a baseline file; their paths are relative to its folder.

    `version` is that of the file when it was read.
    """

    uri: str
    entries: tuple[BaselineEntry, ...] = ()
    version: str = ABSENT

    def relative_path(self, path: str | Path) -> str:
        """Return the path that entries use for the file at `path`, with links resolved."""
        real, folder = os.path.realpath(path), os.path.dirname(os.path.realpath(self.uri))  # noqa: PTH120  (a string)
        try:
            return Path(os.path.relpath(real, folder)).as_posix()
        except ValueError:  # another drive
            return Path(real).as_posix()

    def to_bytes(self, entries: Iterable[BaselineEntry]) -> bytes:
        """Return the contents of a baseline file with `entries`, sorted and without duplicates."""
        rows = (
            json.dumps(dict(zip(_KEYS, astuple(entry), strict=True)), ensure_ascii=False)
            for entry in sorted(set(entries))
        )
        body = ",\n".join(f"  {row}" for row in rows)
        text = f'{{"schema": "{SCHEMA}", "suppressed": [\n{body}\n]}}\n'
        return text.replace("[\n\n]", "[]").encode("utf-8", "backslashreplace")


def read_baseline(path: str | Path, *, missing_ok: bool = False) -> Baseline:
    """Return the baseline at `path`; with `missing_ok`, an empty one if the file is missing.

    Raises InputError with the position of the first error for an invalid file.
    """
    if not os.path.lexists(path):
        if missing_ok:
            return Baseline(str(path))
        raise InputError(
            "No such baseline. Create it with editkit lint --write-baseline.", uri=str(path)
        )
    data = read_json_bytes(str(path))
    top = parse_json(data, str(path), "suppressed issues").with_schema(SCHEMA)
    entries = {_read_entry(node) for node in top["suppressed"].items()}
    return Baseline(top.uri, tuple(sorted(entries)), digest(data))


def _read_entry(node: JsonReader) -> BaselineEntry:
    path, rule, fingerprint, text = (node[key].string() for key in _KEYS)
    return BaselineEntry(path, current_id(rule), fingerprint, text)
