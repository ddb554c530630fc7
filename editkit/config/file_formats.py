"""Formats by configuration: patterns of files that are read in a format their suffix is not."""

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from editkit.core.errors import InputError
from editkit.formats import format_named, format_of, suffix_of

_WITH_FRONT_MATTER = frozenset({"markdown", "mdx"})
FormatRules = tuple[tuple[str, str], ...]
"""Pairs of a glob and the name of a format; the first that matches a file counts."""


def parse_format_of(value: str) -> tuple[str, str]:
    """Return the glob and the format of `*.log=plain`; raise InputError for anything else."""
    glob, equals, name = value.rpartition("=")
    if not equals or not glob or not name:
        raise InputError(f"“{value}” is not a pattern and a format, such as *.log=plain.")
    return glob, format_named(name).name


def format_rules(entries: Iterable[tuple[object, object]]) -> FormatRules:
    """Return the rules of a configuration; raise InputError for an invalid one."""
    rules: list[tuple[str, str]] = []
    for glob, name in entries:
        if not isinstance(glob, str) or not isinstance(name, str) or not glob:
            raise InputError('An entry looks like {files = "*.log", format = "plain"}.')
        rules.append((glob, format_named(name).name))
    return tuple(rules)


def chosen_format(rules: FormatRules, path: str, root: str | None) -> str | None:
    """Return the name of the format that `rules` choose for a file; None if they do not.

    A glob matches the name of the file, its path, or its path relative to `root`, the folder of
    the configuration.
    """
    if not rules:
        return None
    names = {Path(path).name, Path(path).as_posix()}
    if root is not None:
        full, base = Path(path).absolute(), Path(root).absolute()
        if full.is_relative_to(base):
            names.add(full.relative_to(base).as_posix())
    for glob, name in rules:
        if any(fnmatchcase(each, glob) for each in names):
            return name
    return None


def with_keys(chosen: str | None, path: str, keys: tuple[str, ...]) -> str | None:
    """Return the format of a file with the keys of front matter that are prose.

    `chosen` is the format that rules choose; it is returned if it has no front matter.
    """
    if not keys or (chosen and "+" in chosen):
        return chosen
    name = chosen
    if name is None:
        real = os.path.realpath(path)  # as `resolve_format` does
        try:
            name = format_of(real if suffix_of(real) else path).name
        except InputError:
            return None
    return "+".join((name, *keys)) if name in _WITH_FRONT_MATTER else chosen
