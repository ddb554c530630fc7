"""Finds and reads the configuration that is nearest to a file."""

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from editkit.config.settings import Declined, Settings
from editkit.config.values import SettingError, settings_values
from editkit.core.errors import InputError

CONFIGURATIONS = ("editkit.toml", "pyproject.toml")
"""The names of configuration files; the first one in a folder counts."""


class Configuration:
    """Knows the settings of every file: its nearest configuration, then what was asked for.

    `asked` holds fields of `Settings` that outweigh every configuration file;
    with `isolated`, no configuration file is read. The user's own configuration
    (`user_file`) is read where an article has none. It, the environment and `asked` may
    name a LanguageTool server on any machine. A configuration beside an article comes from
    whoever wrote the article, so it may name one on this machine only: a text must not
    leave it because of a file that came with the text.
    """

    def __init__(self, asked: Mapping[str, Any] | None = None, *, isolated: bool = False) -> None:
        self._asked = dict(asked or {})
        self._isolated = isolated
        self._found: dict[Path, Settings] = {}

    def at(self, folder: str = ".") -> Settings:
        """Return the settings that hold in `folder`; raise InputError where they are faulty."""
        settings = self._nearest(Path(folder).resolve())
        if "languagetool_url" in self._asked or os.environ.get("EDITKIT_LANGUAGETOOL_URL"):
            # Engines look at the environment themselves.
            settings = replace(settings, languagetool_url=None, declined=None)
        return replace(settings, **self._asked)

    def of(self, path: str) -> Settings:
        """Return the settings of the file at `path`, its own ignores among `ignore`."""
        return self.at(str(Path(path).parent)).for_file(Path(path))

    def _nearest(self, folder: Path) -> Settings:
        if folder not in self._found:
            found = Settings() if self._isolated else self._of_folder(folder)
            if found is None:
                above = folder.parent
                found = self._own if above == folder else self._nearest(above)
            self._found[folder] = found
        return self._found[folder]

    def _of_folder(self, folder: Path) -> Settings | None:
        """Return what the configuration file of a folder says; None where it has none."""
        for name in CONFIGURATIONS:
            path = folder / name
            if path.is_file() and (settings := _of_file(path)) is not None:
                return self._trusted(settings, path)
        return None

    @cached_property
    def _own(self) -> Settings:
        """What the user's own configuration says."""
        path = user_file()
        return (_of_file(path) if path and path.is_file() else None) or Settings()

    def _trusted(self, settings: Settings, path: Path) -> Settings:
        """Return the settings of a file beside an article, but for a server it may not name."""
        url = settings.languagetool_url
        own = self._own.languagetool_url
        if url is None or own is not None:
            return replace(settings, languagetool_url=own)
        from editkit.engines.languagetool.provision import on_this_machine  # noqa: PLC0415  (few name a server)

        if on_this_machine(url):
            return settings
        return replace(settings, languagetool_url=None, declined=Declined(url, _shown(path)))


def user_file() -> Path | None:
    """Return where the user's own configuration is, whether or not there is one.

    That is `editkit/editkit.toml` in the user's configuration folder: `~/.config` on Linux,
    `~/Library/Application Support` on macOS. None for a user without a home folder; a
    relative path would trust a file beside the article.
    """
    from platformdirs import user_config_path  # noqa: PLC0415  (help needs no configuration)

    try:
        path = user_config_path("editkit", appauthor=False) / "editkit.toml"
    except RuntimeError:
        return None
    return path if path.is_absolute() else None


def _of_file(path: Path) -> Settings | None:
    """Return what a configuration file says; None where it says nothing of editkit."""
    table, prefix = _tables(path)
    return None if table is None else _settings(path, table, prefix)


def _tables(path: Path) -> tuple[Mapping[str, object] | None, tuple[str, ...]]:
    """Return editkit's table in a file, and the names of the tables around it."""
    toml = _read(path)
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
            f"This is not TOML: {message}.", uri=_shown(path), line=int(at[1]) if at else None
        ) from None
    if path.name == "editkit.toml" and "tool" not in document:
        return document, ()
    tool = document.get("tool", {})
    table = tool.get("editkit") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise InputError("“tool.editkit” is no table.", uri=_shown(path))
    return table, ("tool", "editkit")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError("This configuration is not UTF-8.", uri=_shown(path)) from None
    except OSError as error:
        raise InputError(
            f"This configuration cannot be read: {error.strerror}.", uri=_shown(path)
        ) from None


def _settings(path: Path, table: Mapping[str, object], prefix: tuple[str, ...]) -> Settings:
    try:
        values: dict[str, Any] = settings_values(table, path.parent)
    except SettingError as fault:
        line = _line(_read(path), (*prefix, *fault.path))
        raise InputError(fault.message, uri=_shown(path), line=line) from None
    return Settings(**values, root=str(path.parent))


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


_HEADER = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w.-]|\s*\.\s*)+?)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def _line(toml: str, path: tuple[str, ...]) -> int | None:
    """Return the line, from 1, that sets the key at `path`, or that of the nearest table above."""
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
