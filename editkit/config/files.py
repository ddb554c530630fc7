"""Configuration search: finds the file nearest to an article, and resolves its settings."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from editkit.config.engine_options import UsersOptions
from editkit.config.file_formats import chosen_format, with_keys
from editkit.config.ignored_settings import IgnoredServer
from editkit.config.project_files import mark_project_files
from editkit.config.settings import Settings
from editkit.config.settings_file import display_path, read_settings
from editkit.engines.chosen_server import server_of_environment

CONFIG_NAMES = ("editkit.toml", "pyproject.toml")
"""The names of configuration files; the first one found in a folder is used."""


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
    server on any machine, and set any option of an engine. Other configuration files may come
    from the author of an article, so they may only name a server on this machine, and set no
    option that needs trust: a file that came with a text must not cause the text to be sent to
    another machine. The files they name are in `project_files`.
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
        if "engine_options" in overrides:
            overrides["ignored_options"] = ()
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
            if os.path.isfile(path) and (settings := read_settings(path)) is not None:  # noqa: PTH113  (no error for an unreadable folder)
                uri = display_path(path)
                trusted = self._without_untrusted_server(settings, path)
                trusted = self._users_options.applied_to(trusted, uri)
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
        settings = read_settings(path) if path and os.path.isfile(path) else None  # noqa: PTH113  (as above)
        return (Settings(), None) if settings is None else (settings, path)

    @property
    def _users_options(self) -> UsersOptions:
        user_file = user_config_file()
        return UsersOptions(
            self._user_settings[0].engine_options, str(user_file) if user_file else None
        )

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
        ignored = IgnoredServer(url, display_path(path), str(user_file) if user_file else None)
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
