"""Plug-ins: entry points of installed packages that extend editkit."""

import os
import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from editkit.core.errors import EditkitError, describe
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import Notice

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

CHECKS = "editkit.checks"
ENGINES = "editkit.engines"
FORMATS = "editkit.formats"
REPORTERS = "editkit.reporters"
GROUPS = (CHECKS, ENGINES, FORMATS, REPORTERS)

Kind = TypeVar("Kind")
_NAME = lazy_pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_GROUP_HEADER = lazy_pattern(rb"^\s*\[\s*editkit\.", re.MULTILINE)


class PluginError(EditkitError):
    """A plug-in cannot be used; `str()` is one sentence with its name and distribution."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """An entry point in one of `GROUPS`, and the distribution that declares it."""

    group: str
    name: str
    distribution: str
    version: str
    entry: "EntryPoint" = field(compare=False)

    def load(self) -> object:
        """Return the object that the entry point names; raise PluginError if it fails."""
        try:
            loaded: object = self.entry.load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # even SystemExit: a plug-in must not end the run
            raise self.error(describe(error)) from error
        return loaded

    def error(self, reason: str) -> PluginError:
        """Return the error that says why the plug-in cannot be used; `reason` has no period."""
        kind = self.group.removeprefix("editkit.")
        source = f"{kind} of {self.distribution} {self.version}"
        return PluginError(f"The plug-in “{self.name}” ({source}) was skipped: {reason}.")


@cache
def installed() -> tuple[Plugin, ...]:
    """Return the plug-ins of all installed packages, sorted; imports none of them."""
    if not _may_have_plugins():
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415  (slower to import than all checks)

    return tuple(
        sorted(
            (
                Plugin(group, entry.name, entry.dist.name, entry.dist.version, entry)
                for group in GROUPS
                for entry in entry_points(group=group)
                if entry.dist is not None
            ),
            key=lambda plugin: (plugin.group, plugin.distribution, plugin.name),
        )
    )


def of_group(group: str) -> tuple[Plugin, ...]:
    """Return the installed plug-ins of one of `GROUPS`."""
    return tuple(plugin for plugin in installed() if plugin.group == group)


def by_name(group: str, taken: Collection[str]) -> tuple[Mapping[str, Plugin], tuple[Notice, ...]]:
    """Return the plug-ins of a group by name, and a notice for each unusable name.

    A name is unusable if it is one of `taken` or of another plug-in, or not in kebab case.
    """
    found: dict[str, Plugin] = {}
    notices: list[Notice] = []
    for plugin in of_group(group):
        if not is_kebab_case(plugin.name):
            reason = "its name is not in kebab case"
        elif plugin.name in taken:
            reason = "editkit itself uses its name"
        elif plugin.name in found:
            reason = f"{found[plugin.name].distribution} uses its name"
        else:
            found[plugin.name] = plugin
            continue
        notices.append(Notice(str(plugin.error(reason))))
    return found, tuple(notices)


def is_kebab_case(name: str) -> bool:
    """Return whether a name is in kebab case, such as `repeated-word`."""
    return bool(_NAME.fullmatch(name))


def load_instance(plugin: Plugin, kind: type[Kind]) -> Kind:
    """Return the plug-in's object of a type; a class is called without arguments.

    Raises PluginError if the plug-in cannot be loaded, is of another type, or has a `name`
    other than its entry point's.
    """
    loaded = plugin.load()
    if isinstance(loaded, type):
        try:
            loaded = loaded()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # as in `Plugin.load`
            raise plugin.error(describe(error)) from error
    if not isinstance(loaded, kind):
        raise plugin.error(f"“{plugin.entry.value}” is no {kind.__name__}")
    if (name := getattr(loaded, "name", None)) != plugin.name:
        raise plugin.error(f"its class has the name “{name}”")
    return loaded


def instance_named(
    name: str,
    builtin: Mapping[str, tuple[str, str]],
    added: Mapping[str, Plugin],
    kind: type[Kind],
) -> Kind:
    """Return the object with a name: a built-in one, or that of a plug-in.

    `builtin` are modules and classes, imported when needed. Raises PluginError as
    `load_instance` does, and KeyError if there is no such name.
    """
    if name in builtin:
        module, attribute = builtin[name]
        found: Kind = getattr(import_module(module), attribute)()
        return found
    return load_instance(added[name], kind)


def _may_have_plugins() -> bool:
    """Return whether any installed package may have an entry point for editkit.

    Looks for the text in the metadata files: parsing all of them takes as long as the rest of
    a start without plug-ins.
    """
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208  (names only)
        except NotADirectoryError:
            return True  # an archive, which only importlib.metadata reads
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")) and _names_group(Path(folder, name)):
                return True
    return False


def _names_group(metadata: Path) -> bool:
    try:
        return bool(_GROUP_HEADER.search((metadata / "entry_points.txt").read_bytes()))
    except OSError:
        return False
