"""The baseline: issues that somebody has seen and wants no more word of."""

import json
import os
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.json_reader import Node, read_json

SCHEMA = "editkit.baseline/1"
DEFAULT = "editkit-baseline.json"
"""Where a baseline is written unless a file is named."""
_KEYS = ("path", "rule", "fingerprint", "text")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An issue of the file at `path`, and the text that it is about."""

    path: str
    rule: str
    fingerprint: str
    text: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline file, in order; their paths start from the folder it is in."""

    uri: str
    entries: tuple[Entry, ...] = ()

    def name(self, path: str | Path) -> str:
        """Return what the file at `path` is known by here, links followed."""
        real, folder = os.path.realpath(path), os.path.dirname(os.path.realpath(self.uri))  # noqa: PTH120  (a text)
        try:
            return Path(os.path.relpath(real, folder)).as_posix()
        except ValueError:  # another drive
            return Path(real).as_posix()

    def rendered(self, entries: Iterable[Entry]) -> bytes:
        """Return the bytes of a file with `entries`, each once and in order."""
        rows = (
            json.dumps(dict(zip(_KEYS, astuple(entry), strict=True)), ensure_ascii=False)
            for entry in sorted(set(entries))
        )
        made = ",\n".join(f"  {row}" for row in rows)
        text = f'{{"schema": "{SCHEMA}", "suppressed": [\n{made}\n]}}\n'
        return text.replace("[\n\n]", "[]").encode("utf-8", "backslashreplace")


def read_baseline(path: str | Path, *, missing: bool = False) -> Baseline:
    """Return a baseline; with `missing`, an empty one where there is no such file.

    Raises InputError that says where the file is none.
    """
    if not os.path.lexists(path):
        if missing:
            return Baseline(str(path))
        raise InputError(
            "There is no such baseline; editkit lint --write-baseline makes one.", uri=str(path)
        )
    top = read_json(path, "suppressed issues").of_schema(SCHEMA)
    return Baseline(top.uri, tuple(sorted({_entry(node) for node in top["suppressed"].entries()})))


def _entry(node: Node) -> Entry:
    path, rule, fingerprint, text = (node[key].text() for key in _KEYS)
    return Entry(path, rule, fingerprint, text)
