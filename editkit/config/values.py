"""Configuration values: validates TOML values and converts them to fields of `Settings`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from editkit.config.engine_options import engine_options
from editkit.config.file_formats import FormatRules, format_rules
from editkit.config.packs import is_pack_file
from editkit.config.rule_options import rule_options
from editkit.config.settings import (
    COLORS,
    check_encoding,
    check_lang,
    check_pack,
    check_selector,
    exclude_in,
    nearest,
)
from editkit.config.value_readers import (
    SettingError,
    boolean,
    one_of,
    read_key,
    table_of,
    text,
    texts,
    type_name,
)
from editkit.core.errors import InputError
from editkit.core.taxonomy import Confidence, Severity
from editkit.engines.registry import engine_choices
from editkit.formats import format_named

if TYPE_CHECKING:
    from enum import Enum

Ranked = TypeVar("Ranked", bound="Enum")


def settings_values(table: Mapping[str, object], folder: Path) -> dict[str, object]:
    """Return the fields of `Settings` that `table` sets; file names are relative to `folder`.

    Raises SettingError for the first key that is unknown or has an invalid value.
    """
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in _READERS:
            raise SettingError((key,), f"Unknown setting “{key}”{nearest(key, tuple(_READERS))}.")
        field, read = _READERS[key]
        try:
            values[field] = read(value, folder)
        except SettingError as fault:
            raise SettingError((key, *fault.path), fault.message) from None
        except InputError as error:
            raise SettingError((key,), f"{key}: {error.message}") from None
    return values


def _lang(value: object, folder: Path) -> str:
    return check_lang(text(value, folder))


def _files(value: object, folder: Path) -> tuple[str, ...]:
    return tuple(_file(name, folder) for name in texts(value, folder))


def _file(value: object, folder: Path) -> str:
    if "\0" in (name := text(value, folder)):
        raise InputError("A file name cannot contain NUL.")
    return str(folder / name)


def _packs(value: object, folder: Path) -> tuple[str, ...]:
    names = [check_pack(name) for name in texts(value, folder)]
    return tuple(_file(name, folder) if is_pack_file(name) else name for name in names)


def _selectors(value: object, folder: Path) -> tuple[str, ...]:
    return tuple(check_selector(name) for name in texts(value, folder))


def _engine(value: object, folder: Path) -> str:
    return one_of(engine_choices())(value, folder)


def _ranked(kind: type[Ranked]) -> Callable[[object, Path], Ranked]:
    choose = one_of(tuple(member.value for member in kind))
    return lambda value, folder: kind(choose(value, folder))


def _per_file_ignores(value: object, folder: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (glob, read_key(glob, _selectors, names, folder))
        for glob, names in table_of(value).items()
    )


def _formats(value: object, _: Path) -> FormatRules:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise InputError(f"Expected a list of tables, not {type_name(value)}.")
    for entry in value:
        for key in entry.keys() - {"files", "format"}:
            raise InputError(f"Unknown key “{key}”{nearest(key, ('files', 'format'))}.")
    return format_rules((entry.get("files"), entry.get("format")) for entry in value)


def _front_matter(value: object, folder: Path) -> tuple[str, ...]:
    keys = tuple(sorted(set(texts(value, folder))))
    if keys:
        format_named("+".join(("markdown", *keys)))
    return keys


def _encoding(value: object, folder: Path) -> str | None:
    return check_encoding(text(value, folder))


def _exclude(value: object, folder: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return exclude_in(folder, texts(value, folder))


_READERS: Mapping[str, tuple[str, Callable[[object, Path], object]]] = {
    "glossary": ("glossaries", _files),
    "words": ("words", _files),
    "packs": ("packs", _packs),
    "lang": ("lang", _lang),
    "select": ("select", _selectors),
    "ignore": ("ignore", _selectors),
    "engine": ("engine", _engine),
    "offline": ("offline", boolean),
    "languagetool-url": ("languagetool_url", text),
    "min-severity": ("min_severity", _ranked(Severity)),
    "min-confidence": ("min_confidence", _ranked(Confidence)),
    "preview": ("preview", boolean),
    "encoding": ("encoding", _encoding),
    "exclude": ("exclude", _exclude),
    "color": ("color", one_of(COLORS)),
    "cache": ("cache", boolean),
    "baseline": ("baseline", _file),
    "rules": ("options", rule_options),
    "engines": ("engine_options", engine_options),
    "formats": ("formats", _formats),
    "front-matter": ("front_matter", _front_matter),
    "per-file-ignores": ("per_file_ignores", _per_file_ignores),
}

FIELDS: Mapping[str, str] = {key: field for key, (field, _) in _READERS.items()}
"""The field of `Settings` that each key of a configuration sets."""
