"""The checks that ship with editkit: each module holds the one check its name names."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editkit.core.check import Check
    from editkit.core.taxonomy import Family

    BUILTIN: tuple[type[Check], ...]
    """One class a module, in the order of the modules' names; imported on first use."""


@cache
def names() -> tuple[str, ...]:
    """Return the ids of all rules that have a check here, without importing any."""
    found = (module.name for module in iter_modules(__path__))
    return tuple(name.replace("_", "-") for name in sorted(found) if not name.startswith("_"))


@cache
def family(rule: str) -> "Family":
    """Return the family of a rule that `names` lists, without importing its check.

    It is read off the check's source, since a run over one family starts faster
    without the checks of the others; where the source is not at hand, the check
    is imported after all.
    """
    from editkit.core.taxonomy import Family  # noqa: PLC0415  (`names` alone stays cheap)

    path = Path(__path__[0], f"{rule.replace('-', '_')}.py")
    source = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(r"\bfamily=Family\.([A-Z]+)\b", source)
    return Family[found[1]] if found else load(rule).rule.family


@cache
def may_be_weightless(rule: str) -> bool:
    """Whether a rule that `names` lists has issues of severity `info`.

    That, too, is read off the source; where that is not at hand, it may have.
    """
    path = Path(__path__[0], f"{rule.replace('-', '_')}.py")
    return not path.is_file() or "Severity.INFO" in path.read_text(encoding="utf-8")


def load(rule: str) -> "type[Check]":
    """Return the check of a rule that `names` lists.

    Raises LookupError where its module has not exactly one check of that id.
    """
    from editkit.core.check import Check  # noqa: PLC0415  (`names` alone stays cheap)

    module = import_module(f"{__name__}.{rule.replace('-', '_')}")
    own = [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, Check)
        and thing.__module__ == module.__name__
        and "rule" in vars(thing)
    ]
    if [check.rule.id for check in own] != [rule]:
        raise LookupError(f"{module.__name__} does not hold the one check of rule {rule}")
    return own[0]


def __getattr__(name: str) -> object:
    if name != "BUILTIN":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    builtin = globals()["BUILTIN"] = tuple(load(rule) for rule in names())
    return builtin
