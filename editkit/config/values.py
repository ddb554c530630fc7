"""Configuration values: validates TOML values and converts them to fields of `Settings`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from editkit.config.file_formats import FormatRules, format_rules
from editkit.config.packs import is_pack_file
from editkit.config.settings import (
    COLORS,
    Options,
    check_lang,
    check_pack,
    check_selector,
    nearest,
)
from editkit.core.errors import InputError
from editkit.core.renamed_rules import current_id
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.registry import engine_choices
from editkit.formats import format_named

if TYPE_CHECKING:
    from enum import Enum

Ranked = TypeVar("Ranked", bound="Enum")
_FAMILIES = frozenset(family.value for family in Family)


def settings_values(table: Mapping[str, object], folder: Path) -> dict[str, object]:
    """Return the fields of `Settings` that `table` sets; file names are relative to `folder`.

    Raises SettingError for the first key that is unknown or has an invalid value.
    """
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in _READERS:
            raise SettingError(
                (key,), f"There is no setting “{key}”{nearest(key, tuple(_READERS))}."
            )
        field, read = _READERS[key]
        try:
            values[field] = read(value, folder)
        except SettingError as fault:
            raise SettingError((key, *fault.path), fault.message) from None
        except InputError as error:
            raise SettingError((key,), f"{key}: {error.message}") from None
    return values


class SettingError(InputError):
    """An unknown key or an invalid value; `path` has the names of its tables and the key."""

    def __init__(self, path: tuple[str, ...], message: str) -> None:
        super().__init__(message)
        self.path = path


def _text(value: object, _: Path) -> str:
    if not isinstance(value, str):
        raise InputError(f"A text is wanted here, not {_type_name(value)}.")
    return value


def _lang(value: object, folder: Path) -> str:
    return check_lang(_text(value, folder))


def _boolean(value: object, _: Path) -> bool:
    if not isinstance(value, bool):
        raise InputError(f"Either true or false is wanted here, not {_type_name(value)}.")
    return value


def _texts(value: object, _: Path) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
        raise InputError(f"A text or a list of texts is wanted here, not {_type_name(value)}.")
    return tuple(value)


def _files(value: object, folder: Path) -> tuple[str, ...]:
    return tuple(_file(name, folder) for name in _texts(value, folder))


def _file(value: object, folder: Path) -> str:
    if "\0" in (name := _text(value, folder)):
        raise InputError("NUL is no character of a file name.")
    return str(folder / name)


def _packs(value: object, folder: Path) -> tuple[str, ...]:
    names = [check_pack(name) for name in _texts(value, folder)]
    return tuple(_file(name, folder) if is_pack_file(name) else name for name in names)


def _selectors(value: object, folder: Path) -> tuple[str, ...]:
    return tuple(check_selector(name) for name in _texts(value, folder))


def _one_of(words: tuple[str, ...]) -> Callable[[object, Path], str]:
    def read(value: object, folder: Path) -> str:
        word = _text(value, folder)
        if word not in words:
            raise InputError(f"“{word}” is none of {', '.join(words)}{nearest(word, words)}.")
        return word

    return read


def _engine(value: object, folder: Path) -> str:
    return _one_of(engine_choices())(value, folder)


def _ranked(kind: type[Ranked]) -> Callable[[object, Path], Ranked]:
    choose = _one_of(tuple(member.value for member in kind))
    return lambda value, folder: kind(choose(value, folder))


def _per_file_ignores(value: object, folder: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (glob, _read_key(glob, _selectors, names, folder)) for glob, names in _table(value).items()
    )


def _formats(value: object, _: Path) -> FormatRules:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise InputError(f"A list of tables is wanted here, not {_type_name(value)}.")
    for entry in value:
        for key in entry.keys() - {"files", "format"}:
            raise InputError(f"There is no key “{key}”{nearest(key, ('files', 'format'))}.")
    return format_rules((entry.get("files"), entry.get("format")) for entry in value)


def _front_matter(value: object, folder: Path) -> tuple[str, ...]:
    keys = tuple(sorted(set(_texts(value, folder))))
    if keys:
        format_named("+".join(("markdown", *keys)))
    return keys


def _rules(value: object, folder: Path) -> Options:
    given = _table(value)
    found: dict[str, dict[str, object]] = {}
    # Options of families come first, so that those of rules override them.
    for name in sorted(given, key=lambda name: name not in _FAMILIES):
        by_rule = (
            _options_of_family(name, given[name])
            if name in _FAMILIES
            else {current_id(name): given[name]}
        )
        for rule, options in by_rule.items():
            read = _read_key(name, _options(rule), options, folder)
            found.setdefault(rule, {}).update(read)
    # Sorted, so that equal options in another order are equal settings.
    return tuple((rule, tuple(sorted(found[rule].items()))) for rule in sorted(found))


def _options_of_family(family: str, value: object) -> Mapping[str, Mapping[str, object]]:
    """Return a family's options by rule, for each rule that has any of them."""
    from editkit import checks  # noqa: PLC0415  (as below)

    ids = [rule for rule, own in checks.families().items() if own.value == family]
    rules = [check.rule for rule in ids if (check := checks.load_or_none(rule)) is not None]
    declared = {rule.id: {option.name for option in rule.options} for rule in rules}
    known = tuple(dict.fromkeys(name for names in declared.values() for name in sorted(names)))
    for name in (given := _table(value)):
        if name not in known:
            message = f"No rule of {family} has an option “{name}”{nearest(name, known)}."
            raise SettingError((family, name), message)
    return {
        rule: {name: given[name] for name in given if name in names}
        for rule, names in declared.items()
        if not names.isdisjoint(given)
    }


def _options(rule: str) -> Callable[[object, Path], tuple[tuple[str, object], ...]]:
    def read(value: object, folder: Path) -> tuple[tuple[str, object], ...]:
        from editkit.checks import load_or_none, rule_ids  # noqa: PLC0415  (a check is imported if configured)

        if rule not in rule_ids():
            raise InputError(f"There is no rule “{rule}” with options{nearest(rule, rule_ids())}.")
        check = load_or_none(rule)
        if check is None:  # the run has a notice about it
            return ()
        defaults = {option.name: option.default for option in check.rule.options}
        policies = tuple(filter(None, getattr(check, "policies", ())))
        found = []
        for name, given in _table(value).items():
            if name not in defaults:
                raise SettingError(
                    (name,),
                    f"The rule {rule} has no option “{name}”{nearest(name, tuple(defaults))}.",
                )
            styles = policies if name == "prefer" and given and defaults[name] == "" else ()
            convert = _one_of(styles) if styles else _same_type_as(defaults[name])
            found.append((name, _read_key(name, convert, given, folder)))
        return tuple(found)

    return read


def _same_type_as(default: object) -> Callable[[object, Path], object]:
    def read(value: object, folder: Path) -> object:
        if isinstance(default, tuple):
            return _texts(value, folder)
        if isinstance(default, bool):
            return _boolean(value, folder)
        kinds = (int, float) if isinstance(default, float) else type(default)
        if isinstance(value, bool) or not isinstance(value, kinds):
            raise InputError(
                f"A value such as {default!r} is wanted here, not {_type_name(value)}."
            )
        return value

    return read


Value = TypeVar("Value")


def _read_key(
    key: str, read: Callable[[object, Path], Value], value: object, folder: Path
) -> Value:
    try:
        return read(value, folder)
    except SettingError as fault:
        raise SettingError((key, *fault.path), fault.message) from None
    except InputError as error:
        raise SettingError((key,), f"{key}: {error.message}") from None


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise InputError(f"A table is wanted here, not {_type_name(value)}.")
    return value


def _type_name(value: object) -> str:
    kinds = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
    return {**kinds, dict: "a table", list: "a list"}.get(type(value), "that")


_READERS: Mapping[str, tuple[str, Callable[[object, Path], object]]] = {
    "glossary": ("glossaries", _files),
    "words": ("words", _files),
    "packs": ("packs", _packs),
    "lang": ("lang", _lang),
    "select": ("select", _selectors),
    "ignore": ("ignore", _selectors),
    "engine": ("engine", _engine),
    "offline": ("offline", _boolean),
    "languagetool-url": ("languagetool_url", _text),
    "min-severity": ("min_severity", _ranked(Severity)),
    "min-confidence": ("min_confidence", _ranked(Confidence)),
    "color": ("color", _one_of(COLORS)),
    "cache": ("cache", _boolean),
    "baseline": ("baseline", _file),
    "rules": ("options", _rules),
    "formats": ("formats", _formats),
    "front-matter": ("front_matter", _front_matter),
    "per-file-ignores": ("per_file_ignores", _per_file_ignores),
}

FIELDS: Mapping[str, str] = {key: field for key, (field, _) in _READERS.items()}
"""The field of `Settings` that each key of a configuration sets."""
