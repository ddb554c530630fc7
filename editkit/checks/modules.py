"""Modules of checks: a package of checks has a folder per family and a module per rule in it."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from editkit.core.taxonomy import Family

if TYPE_CHECKING:
    from editkit.core.check import Check


def rules_in(folder: str) -> Iterator[tuple[str, Family]]:
    """Yield the id and the family of each rule of a package, without importing its module."""
    for family in Family:
        for module in iter_modules([str(Path(folder, family.value))]):
            if not module.name.startswith("_"):
                yield module.name.replace("_", "-"), family


def load_check(package: str, rule: str, family: Family) -> "type[Check]":
    """Return the check class that the module of a rule defines.

    Raises LookupError if it does not define exactly one check of that id and family.
    """
    from editkit.core.check import Check  # noqa: PLC0415  (`rules_in` needs no check)

    module = import_module(f"{package}.{family.value}.{rule.replace('-', '_')}")
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
