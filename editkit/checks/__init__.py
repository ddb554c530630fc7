"""Registry of the checks: each family is a folder, each rule a module in it; and plug-ins."""

from functools import cache
from typing import TYPE_CHECKING

from editkit.checks.modules import load_check, rules_in
from editkit.core import plugins
from editkit.core.renamed_rules import RENAMED_RULES
from editkit.core.result import Notice
from editkit.core.taxonomy import Family

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editkit.checks.plugin_checks import PluginRule
    from editkit.core.check import Check

    BUILTIN: tuple[type[Check], ...]
    """One class per built-in rule, sorted by rule id; imported on first use."""


@cache
def _builtin_families() -> dict[str, Family]:
    found = dict(each for folder in __path__ for each in rules_in(folder))
    return dict(sorted(found.items()))


@cache
def families() -> dict[str, Family]:
    """Return the family of every rule id, sorted by id, without importing any built-in check."""
    added = {rule.id: rule.family for rule in plugin_rules().values()}
    return dict(sorted({**_builtin_families(), **added}.items()))


@cache
def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules, sorted, without importing any built-in check."""
    return tuple(families())


def load(rule: str) -> "type[Check]":
    """Return the check class of a rule.

    Raises PluginError if the check of a plug-in cannot be used, and LookupError if the
    module of a built-in rule does not define exactly one check of that id and family.
    """
    if rule in _builtin_families():
        return _load_builtin(rule)
    return plugin_rules()[rule].load()


@cache
def _load_builtin(rule: str) -> "type[Check]":
    return load_check(__name__, rule, _builtin_families()[rule])


def load_or_none(rule: str) -> "type[Check] | None":
    """Return the check class of a rule, or None if a plug-in's check cannot be used."""
    try:
        return load(rule)
    except plugins.PluginError:
        return None


def plugin_rules() -> "Mapping[str, PluginRule]":
    """Return the rules of plug-ins by id."""
    return _found()[0]


def plugin_notices() -> tuple[Notice, ...]:
    """Return a notice for each plug-in of checks that cannot be used."""
    return _found()[1]


def _found() -> "tuple[Mapping[str, PluginRule], tuple[Notice, ...]]":
    if not plugins.of_group(plugins.CHECKS):
        return {}, ()
    from editkit.checks.plugin_checks import find_rules  # noqa: PLC0415  (most runs have no plug-in)

    return find_rules(frozenset((*_builtin_families(), *RENAMED_RULES)))


def __getattr__(name: str) -> object:
    if name != "BUILTIN":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    builtin = globals()["BUILTIN"] = tuple(load(rule) for rule in _builtin_families())
    return builtin
