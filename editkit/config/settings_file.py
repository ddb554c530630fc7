"""Settings file: reads editkit's table of a configuration file, and finds lines of its keys."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editkit.config.settings import Settings
from editkit.config.value_readers import SettingError
from editkit.config.values import settings_values
from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.read_file import MEGABYTE, read_file

_MAX_BYTES = MEGABYTE
"""Size limit of a configuration file."""


def configured_keys(path: Path) -> frozenset[str]:
    """Return the keys that a configuration file sets; raise InputError if it is invalid."""
    table, _ = _editkit_table(path)
    return frozenset(table or ())


def read_settings(path: Path) -> Settings | None:
    """Return the settings of a configuration file; None if it has no table for editkit."""
    table, prefix = _editkit_table(path)
    return None if table is None else _to_settings(path, table, prefix)


def _editkit_table(path: Path) -> tuple[Mapping[str, object] | None, tuple[str, ...]]:
    """Return editkit's table in a file, if any, and the names of the tables that contain it."""
    toml = _read_text(path)
    if path.name == "pyproject.toml" and "editkit" not in toml:
        return None, ()
    import tomllib  # noqa: PLC0415  (most runs have no configuration)

    try:
        document = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        message = (
            str(error)[: at.start()] if at else str(error).removesuffix(" (at end of document)")
        )
        raise InputError(
            f"This is not TOML: {message}.",
            uri=display_path(path),
            line=int(at[1]) if at else None,
        ) from None
    if path.name == "editkit.toml" and "tool" not in document:
        return document, ()
    tool = document.get("tool", {})
    table = tool.get("editkit") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise InputError("“tool.editkit” is not a table.", uri=display_path(path))
    return table, ("tool", "editkit")


def _read_text(path: Path) -> str:
    try:
        return read_file(path, limit=_MAX_BYTES).decode()
    except UnicodeDecodeError:
        raise InputError("This configuration is not UTF-8.", uri=display_path(path)) from None
    except OSError as error:
        raise InputError(
            f"This configuration cannot be read: {error.strerror}.", uri=display_path(path)
        ) from None


def _to_settings(path: Path, table: Mapping[str, object], prefix: tuple[str, ...]) -> Settings:
    try:
        values: dict[str, Any] = settings_values(table, path.parent)
    except SettingError as fault:
        line = _line_of_key(_read_text(path), (*prefix, *fault.path))
        raise InputError(fault.message, uri=display_path(path), line=line) from None
    return Settings(**values, root=str(path.parent))


def display_path(path: Path) -> str:
    """Return a path relative to the current folder, if it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


_HEADER = lazy_pattern(r"\s*\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_KEY = lazy_pattern(r"""\s*((?:"[^"]*"|'[^']*'|[\w.-]|\s*\.\s*)+?)\s*=""")
_PART = lazy_pattern(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def _line_of_key(toml: str, path: tuple[str, ...]) -> int | None:
    """Return the line, from 1, that sets the key at `path`, or that of the nearest table."""
    table: tuple[str, ...] = ()
    best, depth = None, 0
    for number, line in enumerate(toml.split("\n"), 1):
        if header := _HEADER.match(line):
            named = table = _parts(header[1])
        elif key := _KEY.match(line):
            named = (*table, *_parts(key[1]))
        else:
            continue
        if named == path[: len(named)] and len(named) > depth:
            best, depth = number, len(named)
    return best


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple("".join(part) for part in _PART.findall(dotted))
