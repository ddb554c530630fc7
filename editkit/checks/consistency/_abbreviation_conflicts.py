"""Conflicting abbreviation definitions: two abbreviations of a name, or two names of one."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.proper_names.abbreviation_definitions import DefinitionLocation

_WORD = lazy_pattern(r"\w+")

Conflict = tuple[DefinitionLocation, DefinitionLocation]
"""The first definition in the usual form, and one that differs from it."""


def conflicts(
    locations: Sequence[DefinitionLocation],
    key: Callable[[DefinitionLocation], str],
    value: Callable[[DefinitionLocation], str],
) -> Iterator[Conflict]:
    """Yield the definitions whose `value` is not the most frequent one for their `key`."""
    groups: dict[str, list[DefinitionLocation]] = {}
    for location in locations:
        groups.setdefault(key(location), []).append(location)
    for group in groups.values():
        usual = Counter(map(value, group)).most_common(1)[0][0]
        first = next(location for location in group if value(location) == usual)
        yield from ((first, location) for location in group if value(location) != usual)


def short_form(location: DefinitionLocation) -> str:
    """Return the abbreviation of a definition."""
    return location.definition.short


def normalized_name(location: DefinitionLocation) -> str:
    """Return the long form without differences of case, -is-/-iz-, -our-/-or- and plural."""
    name = location.definition.long.lower().replace("is", "iz").replace("our", "or")
    return " ".join(word.removesuffix("s") for word in _WORD.findall(name))
