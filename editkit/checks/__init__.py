"""Registry of the built-in checks: each family is a folder, each rule a module in it."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from editkit.core.taxonomy import Family

if TYPE_CHECKING:
    from editkit.core.check import Check

    BUILTIN: tuple[type[Check], ...]
    """One class per rule, sorted by rule id; imported on first use."""


@cache
def families() -> dict[str, Family]:
    """Return the family of every rule id, sorted by id, without importing any check."""
    found = {
        module.name.replace("_", "-"): family
        for family in Family
        for module in iter_modules([f"{folder}/{family.value}" for folder in __path__])
        if not module.name.startswith("_")
    }
    return dict(sorted(found.items()))


@cache
def rule_ids() -> tuple[str, ...]:
    """Return the ids of all built-in rules, sorted, without importing any check."""
    return tuple(families())


def load(rule: str) -> "type[Check]":
    """Return the check class of a built-in rule.

    Raises LookupError if its module does not define exactly one check of that id and family.
    """
    from editkit.core.check import Check  # noqa: PLC0415  (`rule_ids` needs no import)

    family = families()[rule]
    module = import_module(f"{__name__}.{family.value}.{rule.replace('-', '_')}")
    own = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Check)
        and value.__module__ == module.__name__
        and "rule" in vars(value)
    ]
    if [(check.rule.id, check.rule.family) for check in own] != [(rule, family)]:
        raise LookupError(
            f"{module.__name__} must define one check, of rule {rule} and family {family.value}."
        )
    return own[0]


def __getattr__(name: str) -> object:
    if name != "BUILTIN":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    builtin = globals()["BUILTIN"] = tuple(load(rule) for rule in rule_ids())
    return builtin
