"""Origins of settings: the value of each key and the file or variable that sets it."""

import os
import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from editkit.config.files import Configuration, user_config_file
from editkit.config.settings import Settings
from editkit.config.settings_file import configured_keys
from editkit.config.values import FIELDS
from editkit.core.lazy_pattern import lazy_pattern
from editkit.engines.chosen_server import SERVER_VARIABLE, server_of_environment

DEFAULT = "default"
_TABLES = {"options", "engine_options", "per_file_ignores"}
"""The fields of `Settings` that are pairs of a name and what belongs to it."""
_CREDENTIALS = lazy_pattern(r"\A(?P<scheme>[a-z]+://)?[^/?#]*@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SettingOrigin:
    """A setting's key, its value as a JSON value, and what sets it."""

    key: str
    value: object
    origin: str


@dataclass(frozen=True, slots=True)
class ConfigurationReport:
    """The settings for a folder, and where they come from.

    `file` is the configuration file that is used, None if there is none. `searched_to` is
    the last folder that was searched. `user_file` is the user's own file, which may not exist.
    """

    folder: Path
    file: Path | None
    searched_to: Path
    user_file: Path | None
    settings: tuple[SettingOrigin, ...]
    notices: tuple[str, ...]


def report_configuration(folder: str) -> ConfigurationReport:
    """Return the settings for `folder` with their origins.

    Raises InputError for an invalid configuration.
    """
    configuration = Configuration()
    found = configuration.find(folder)
    settings = configuration.for_folder(folder)
    keys = configured_keys(found.file) if found.file else frozenset()
    origins = {key: str(found.file) if key in keys else DEFAULT for key in FIELDS}
    origins["languagetool-url"], url = _server(settings, origins["languagetool-url"])
    values = {key: _json_value(field, getattr(settings, field)) for key, field in FIELDS.items()}
    values["languagetool-url"] = None if url is None else without_credentials(url)
    if settings.engine_options and origins["engines"] == DEFAULT:
        origins["engines"] = str(user_config_file())  # its options that need trust apply to all
    notices: list[str] = []
    if settings.ignored_server is not None:
        notices.append(f"{settings.ignored_server.file}: {settings.ignored_server.message}")
    notices += [f"{option.file}: {option.message}" for option in settings.ignored_options]
    ordered = tuple(SettingOrigin(key, values[key], origins[key]) for key in FIELDS)
    return ConfigurationReport(
        Path(os.path.realpath(folder)),
        found.file,
        found.boundary,
        user_config_file(),
        ordered,
        tuple(notices),
    )


def without_credentials(url: str) -> str:
    """Return the address of a server without a user name and password, so that it can be shown.

    >>> without_credentials("https://ann:secret@lt.example.org/v2")
    'https://lt.example.org/v2'
    >>> without_credentials("lt.example.org/v2?q=a@b")
    'lt.example.org/v2?q=a@b'
    """
    return _CREDENTIALS.sub(lambda found: found["scheme"] or "", url)


def _server(settings: Settings, origin: str) -> tuple[str, str | None]:
    """Return what sets the LanguageTool server, and its address.

    `origin` is the file that sets it if no variable and no file of the user's does.
    """
    if url := server_of_environment():
        return SERVER_VARIABLE, url
    user_file = user_config_file()
    if user_file and user_file.is_file() and "languagetool-url" in configured_keys(user_file):
        return str(user_file), settings.languagetool_url
    return origin if settings.languagetool_url else DEFAULT, settings.languagetool_url


def _shown(options: tuple[tuple[str, object], ...]) -> dict[str, object]:
    """Return the options of a rule or an engine, without credentials in addresses."""
    return {
        name: without_credentials(value) if isinstance(value, str) and "://" in value else value
        for name, value in options
    }


def _json_value(field: str, value: object) -> object:
    match value:
        case Enum():
            return value.value
        case tuple() if field == "formats":
            return [{"files": glob, "format": name} for glob, name in value]
        case tuple() if field == "exclude":
            return [pattern for _, patterns in value for pattern in patterns]
        case tuple() if field in _TABLES:
            kind = list if field == "per_file_ignores" else _shown
            return {key: kind(each) for key, each in value}
        case tuple():
            return list(value)
        case _:
            return value
