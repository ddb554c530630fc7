"""Options of the Python API, and the settings that they stand for."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Protocol, TypedDict, TypeVar

from editkit.api.names import (
    ConfidenceName,
    EngineName,
    FamilyName,
    PluginName,
    SeverityName,
)
from editkit.config import Settings
from editkit.config.packs import is_pack_file
from editkit.config.values import settings_values
from editkit.core.glossary import Glossary
from editkit.core.result import Notice
from editkit.core.taxonomy import Confidence, Severity

StrPath = str | os.PathLike[str]
GlossarySource = Glossary | StrPath
Selector = FamilyName | str
"""A family or a rule id."""
Item_co = TypeVar("Item_co", covariant=True)


class _NotStr(Protocol[Item_co]):
    """A collection other than a string, whose `__contains__` takes strings only."""

    def __contains__(self, value: object, /) -> bool: ...

    def __iter__(self) -> Iterator[Item_co]: ...


Paths = Iterator[StrPath] | _NotStr[StrPath]
"""An iterator or a collection of paths. A lone path is an error for type checkers."""


class Options(TypedDict, total=False):
    """The options of a `Linter` and of the functions; the defaults are the command line's.

    Only the default of `engine` is another: "none" runs editkit's own checks, starts no
    other program and downloads nothing. "auto", "languagetool", "harper" and "both" add
    grammar and spelling; the first call that needs an engine starts it.

    `words` are files with allowed words, one per line. `packs` are names of packs and pack
    files. `select` and `ignore` are rule ids and families, `rules` the options of rules by
    rule id or family, `engines` those of engines by name. With `preview`, rules of that status
    run as well. Unlike the command line, the library does not cache results.
    """

    words: StrPath | Iterable[StrPath]
    lang: str
    engine: EngineName | PluginName
    offline: bool
    languagetool_url: str
    packs: StrPath | Iterable[StrPath]
    select: Selector | Iterable[Selector]
    ignore: Selector | Iterable[Selector]
    min_severity: SeverityName | Severity
    min_confidence: ConfidenceName | Confidence
    preview: bool
    rules: Mapping[str, Mapping[str, object]]
    engines: Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Choices:
    """The validated options of a linter.

    `fields` are the fields of `Settings` that are set; they override configuration files.
    If `glossary` is None, the settings name the glossary files. `notices` are about the
    glossary.
    """

    fields: Mapping[str, Any]
    glossary: Glossary | None
    notices: tuple[Notice, ...] = ()

    @property
    def settings(self) -> Settings:
        """The settings for a text, which no configuration file applies to."""
        return Settings(**self.fields)


def read_options(glossary: GlossarySource | None, options: Options) -> Choices:
    """Return the validated options; raise InputError for an invalid one.

    Raises TypeError for a glossary that is neither an object nor a path, and for names of rules
    and options that are no strings. A glossary file is not read, but left to the settings.
    """
    table = {name.replace("_", "-"): _plain(value) for name, value in options.items()}
    table.setdefault("engine", "none")
    if glossary is None or isinstance(glossary, Glossary):
        return Choices(settings_values(table, Path()), glossary)
    if not isinstance(glossary, str | os.PathLike):
        kind = type(glossary).__name__
        raise TypeError(f"glossary is a Glossary or the path of its file, not {kind}")
    table["glossary"] = os.fspath(glossary)
    return Choices(settings_values(table, Path()), None)


def with_loaded_glossary(choices: Choices) -> Choices:
    """Return the options with the glossary in its file read; raise InputError if it cannot be.

    Later changes of the file have no effect.
    """
    if "glossaries" not in choices.fields:
        return choices
    from editkit.termbase import load  # noqa: PLC0415  (only needed with a glossary file)

    [path] = choices.fields["glossaries"]
    loaded = load(path)
    fields = {name: value for name, value in choices.fields.items() if name != "glossaries"}
    return Choices(fields, loaded.glossary, loaded.notices)


def check_data_files(choices: Choices) -> None:
    """Raise InputError if a word list or a pack file cannot be read."""
    for path in choices.fields.get("words", ()):
        from editkit.termbase.word_list import read_words  # noqa: PLC0415  (few linters have a list)

        list(read_words(path))
    for path in filter(is_pack_file, choices.fields.get("packs", ())):
        from editkit.termbase import load  # noqa: PLC0415  (as above)

        load(path, term_optional=True)


def _plain(value: object) -> object:
    """Return an option as a configuration file would have it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, Mapping):
        for name in value:
            if not isinstance(name, str):
                raise TypeError(f"a name in rules is a str, not {type(name).__name__}")
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, set | frozenset):  # whose order differs between processes
        value = sorted(value, key=str)
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return tuple(map(_plain, value))
    return value
