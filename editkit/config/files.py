"""Configuration files: finds and reads the one nearest to a file."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from editkit.config.file_formats import chosen_format, with_keys
from editkit.config.project_files import mark_project_files
from editkit.config.settings import IgnoredServer, Settings
from editkit.config.value_readers import SettingError
from editkit.config.values import settings_values
from editkit.core.chosen_server import server_of_environment
from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.read_file import MEGABYTE, read_file

CONFIG_NAMES = ("editkit.toml", "pyproject.toml")
"""The names of configuration files; the first one found in a folder is used."""
_MAX_BYTES = MEGABYTE
"""Size limit of a configuration file."""


@dataclass(frozen=True, slots=True)
class FoundConfiguration:
    """The settings for a folder and where they come from.

    `file` is the configuration file, None if there is none; `is_users` if it is the user's
    own. `boundary` is the last folder that was searched.
    """

    settings: Settings
    file: Path | None
    boundary: Path
    is_users: bool = False


class Configuration:
    """Resolves the settings of files: the nearest configuration file, then `overrides`.

    `overrides` are fields of `Settings` that take precedence over configuration files;
    with `isolated`, no configuration file is read. The search goes from a file's folder
    upwards and ends at the root of a repository (a folder with `.git`) or at the user's
    home folder. The user's own configuration (`user_config_file`) applies to files without
    a nearer one.

    The user's configuration, the environment and `overrides` may name a LanguageTool
    server on any machine. Other configuration files may come from the author of an
    article, so they may only name a server on this machine: a file that came with a text
    must not cause the text to be sent to another machine. The files they name are in
    `project_files`.
    """

    def __init__(
        self, overrides: Mapping[str, Any] | None = None, *, isolated: bool = False
    ) -> None:
        self._overrides = dict(overrides or {})
        self._isolated = isolated
        self._found: dict[Path, FoundConfiguration] = {}

    def for_folder(self, folder: str = ".") -> Settings:
        """Return the settings for `folder`; raise InputError for an invalid configuration."""
        settings = self.find(folder).settings
        if "languagetool_url" in self._overrides or server_of_environment():
            # Engines read the environment variable themselves.
            settings = replace(settings, languagetool_url=None, ignored_server=None)
        overrides = dict(self._overrides)
        if "formats" in overrides:
            overrides["formats"] += settings.formats
        return replace(settings, **overrides)

    def format_for(self, path: str) -> str | None:
        """Return the name of the format that is set for a file; None if none is.

        Raises InputError for an invalid configuration.
        """
        settings = self.for_folder(str(Path(path).parent))
        chosen = chosen_format(settings.formats, path, settings.root)
        return with_keys(chosen, path, settings.front_matter)

    def for_file(self, path: str) -> Settings:
        """Return the settings for the file at `path`, with its per-file ignores in `ignore`."""
        return self.for_folder(str(Path(path).parent)).for_file(Path(path))

    def find(self, folder: str = ".") -> FoundConfiguration:
        """Return the configuration for `folder`, without `overrides`.

        Raises InputError for an invalid one.
        """
        start = Path(os.path.realpath(folder))  # unlike Path.resolve, accepts a link to itself
        if self._isolated:
            return FoundConfiguration(Settings(), None, start)
        searched: list[Path] = []
        found: FoundConfiguration | None = None
        for current in (start, *start.parents):
            if (found := self._found.get(current) or self._read_folder(current)) is not None:
                break
            searched.append(current)
            if current == self._home or os.path.lexists(current / ".git"):
                break
        if found is None:
            settings, file = self._user_settings
            found = FoundConfiguration(settings, file, searched[-1], is_users=True)
        for each in (start, *searched):
            self._found[each] = found
        return found

    def _read_folder(self, folder: Path) -> FoundConfiguration | None:
        """Return the configuration in `folder`; None if there is none."""
        for name in CONFIG_NAMES:
            path = folder / name
            if os.path.isfile(path) and (settings := _read_settings(path)) is not None:  # noqa: PTH113  (no error for an unreadable folder)
                trusted = self._without_untrusted_server(settings, path)
                uri = _display_path(path)
                marked = mark_project_files(trusted, folder, uri, self._overrides)
                return FoundConfiguration(marked, path, folder)
        return None

    @cached_property
    def _home(self) -> Path | None:
        """The user's home folder, with links resolved; None if there is none."""
        try:
            return Path(os.path.realpath(Path.home()))
        except RuntimeError:
            return None

    @cached_property
    def _user_settings(self) -> tuple[Settings, Path | None]:
        """The settings of the user's own configuration file, and the file if there is one."""
        path = user_config_file()
        settings = _read_settings(path) if path and os.path.isfile(path) else None  # noqa: PTH113  (as above)
        return (Settings(), None) if settings is None else (settings, path)

    def _without_untrusted_server(self, settings: Settings, path: Path) -> Settings:
        """Return the settings of a project's configuration file without a remote server.

        A server in the user's own configuration takes precedence.
        """
        url = settings.languagetool_url
        user_url = self._user_settings[0].languagetool_url
        if url is None or user_url is not None:
            return replace(settings, languagetool_url=user_url)
        from editkit.engines.languagetool.provision import is_local_url  # noqa: PLC0415  (few name a server)

        if is_local_url(url):
            return settings
        user_file = user_config_file()
        ignored = IgnoredServer(url, _display_path(path), str(user_file) if user_file else None)
        return replace(settings, languagetool_url=None, ignored_server=ignored)


def user_config_file() -> Path | None:
    """Return the path of the user's own configuration file, which may not exist.

    The path is `editkit/editkit.toml` in the user's configuration folder: `~/.config` on
    Linux, `~/Library/Application Support` on macOS. None for a user without a home folder,
    since a relative path could be a file that came with an article.
    """
    from platformdirs import user_config_path  # noqa: PLC0415  (help needs no configuration)

    try:
        path = user_config_path("editkit", appauthor=False) / "editkit.toml"
    except RuntimeError:
        return None
    return path if path.is_absolute() else None


def configured_keys(path: Path) -> frozenset[str]:
    """Return the keys that a configuration file sets; raise InputError if it is invalid."""
    table, _ = _editkit_table(path)
    return frozenset(table or ())


def _read_settings(path: Path) -> Settings | None:
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
            uri=_display_path(path),
            line=int(at[1]) if at else None,
        ) from None
    if path.name == "editkit.toml" and "tool" not in document:
        return document, ()
    tool = document.get("tool", {})
    table = tool.get("editkit") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise InputError("“tool.editkit” is no table.", uri=_display_path(path))
    return table, ("tool", "editkit")


def _read_text(path: Path) -> str:
    try:
        return read_file(path, limit=_MAX_BYTES).decode()
    except UnicodeDecodeError:
        raise InputError("This configuration is not UTF-8.", uri=_display_path(path)) from None
    except OSError as error:
        raise InputError(
            f"This configuration cannot be read: {error.strerror}.", uri=_display_path(path)
        ) from None


def _to_settings(path: Path, table: Mapping[str, object], prefix: tuple[str, ...]) -> Settings:
    try:
        values: dict[str, Any] = settings_values(table, path.parent)
    except SettingError as fault:
        line = _line_of_key(_read_text(path), (*prefix, *fault.path))
        raise InputError(fault.message, uri=_display_path(path), line=line) from None
    return Settings(**values, root=str(path.parent))


def _display_path(path: Path) -> str:
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
