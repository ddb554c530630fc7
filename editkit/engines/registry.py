"""Engine registry: names of engines, and their providers, which are imported when needed."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from editkit.core import plugins
from editkit.core.result import Notice

if TYPE_CHECKING:
    from editkit.core.engine_provider import EngineProvider
    from editkit.core.rule import Rule

AUTO, BOTH, NONE = "auto", "both", "none"
"""Choices that are no names of engines."""

_BUILTIN = {
    "languagetool": ("editkit.engines.languagetool.provider", "LanguageToolProvider"),
    "harper": ("editkit.engines.harper.provider", "HarperProvider"),
}


@cache
def _plugins() -> tuple[Mapping[str, plugins.Plugin], tuple[Notice, ...]]:
    return plugins.by_name(plugins.ENGINES, (AUTO, BOTH, NONE, *_BUILTIN, "editkit"))


@cache
def engine_names() -> tuple[str, ...]:
    """Return the names of all engines, those of editkit first; imports none of them."""
    return (*_BUILTIN, *_plugins()[0])


def engine_choices() -> tuple[str, ...]:
    """Return what `--engine` accepts."""
    return (AUTO, *engine_names(), BOTH, NONE)


@cache
def provider(name: str) -> "EngineProvider":
    """Return the provider of the engine with a name.

    Raises PluginError if it is a plug-in that cannot be loaded, KeyError if there is none.
    """
    from editkit.core.engine_provider import EngineProvider  # noqa: PLC0415  (start-up time)

    added = _plugins()[0]
    found = plugins.instance_named(name, _BUILTIN, added, EngineProvider)
    if (fault := found.declaration_fault()) is not None:
        raise added[name].error(fault)
    return found


@cache
def load_all() -> "tuple[tuple[EngineProvider, ...], tuple[Notice, ...]]":
    """Return all providers that can be loaded, and a notice for each that cannot."""
    loaded: list[EngineProvider] = []
    notices = list(_plugins()[1])
    for name in engine_names():
        try:
            loaded.append(provider(name))
        except plugins.PluginError as error:
            notices.append(Notice(str(error), engine=name))
    return tuple(loaded), tuple(notices)


@cache
def engines_of_rules() -> Mapping[str, str]:
    """Return the engine of each of editkit's own rules that an engine runs."""
    return {rule: name for name in _BUILTIN for rule in provider(name).rule_ids()}


def rules_of_engines() -> "tuple[Rule, ...]":
    """Return editkit's own rules that engines run."""
    return tuple(rule for name in _BUILTIN for rule in provider(name).rules())


def candidates(choice: str) -> tuple[str, ...]:
    """Return the engines that a choice allows, in the order in which they are tried.

    `auto` is the best-ranked engine that can be opened, `both` the two best-ranked ones.
    """
    if choice == NONE:
        return ()
    if choice not in (AUTO, BOTH):
        return (choice,)
    ranked = tuple(name for _, name in sorted(_ranks()))
    return ranked if choice == AUTO else ranked[:2]


def _ranks() -> Iterator[tuple[int, str]]:
    for each in load_all()[0]:
        if each.rank is not None:
            yield each.rank, each.name
