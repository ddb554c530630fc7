"""Rules of plug-ins: packages of checks, or single checks, of other distributions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from editkit.checks.modules import load_check, rules_in
from editkit.core import plugins
from editkit.core.errors import describe
from editkit.core.plugins import Plugin, PluginError
from editkit.core.result import Notice
from editkit.core.taxonomy import Family

if TYPE_CHECKING:
    from editkit.core.check import Check

_FAMILIES = tuple(family.value for family in Family)


@dataclass(frozen=True, slots=True)
class PluginRule:
    """A rule of a plug-in; its module is imported when it is loaded."""

    plugin: Plugin
    id: str
    family: Family

    def load(self) -> "type[Check]":
        """Return the check of the rule. Raises PluginError if it cannot be used."""
        if self.plugin.entry.attr:
            return _check_class(self.plugin)
        try:
            return load_check(self.plugin.entry.module, self.id, self.family)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # as in `Plugin.load`
            raise self.error(error) from error

    def error(self, error: BaseException) -> PluginError:
        """Return the error that says why the rule cannot be used."""
        return self.plugin.error(f"rule {self.id} cannot be loaded: {describe(error)}")


@cache
def find_rules(builtin: frozenset[str]) -> tuple[Mapping[str, PluginRule], tuple[Notice, ...]]:
    """Return the rules of plug-ins by id, and a notice for each plug-in or rule without use.

    `builtin` are the ids of editkit's rules, also former ones. Modules of packages are not
    imported.
    """
    found: dict[str, PluginRule] = {}
    notices: list[Notice] = []
    for plugin in plugins.of_group(plugins.CHECKS):
        try:
            for rule in _rules(plugin):
                if not plugins.is_kebab_case(rule.id) or rule.id in _FAMILIES:
                    reason = f"“{rule.id}” is no id of a rule, such as repeated-word"
                elif rule.id in builtin or rule.id in found:
                    owner = found[rule.id].plugin.distribution if rule.id in found else "editkit"
                    reason = f"{owner} has a rule {rule.id}, too"
                else:
                    found[rule.id] = rule
                    continue
                notices.append(Notice(str(plugin.error(reason))))
        except PluginError as error:
            notices.append(Notice(str(error)))
    return found, tuple(notices)


def _rules(plugin: Plugin) -> Iterator[PluginRule]:
    if plugin.entry.attr:
        rule = _check_class(plugin).rule
        yield PluginRule(plugin, rule.id, rule.family)
        return
    folders = _folders(plugin)
    for folder in folders:
        try:
            paths = sorted(Path(folder).iterdir())
        except OSError as error:  # a package in an archive
            raise plugin.error(f"{plugin.entry.module} is not a folder of files") from error
        for path in paths:
            is_helper = path.name in _FAMILIES or path.name[0] in "_."
            if not is_helper and any(path.glob("*.py")):
                raise plugin.error(f"“{path.name}” is no family; these are {', '.join(_FAMILIES)}")
    rules = dict(each for folder in folders for each in rules_in(folder))
    if not rules:
        raise plugin.error(f"{plugin.entry.module} has no rules in folders of families")
    yield from (PluginRule(plugin, *each) for each in sorted(rules.items()))


def _folders(plugin: Plugin) -> tuple[str, ...]:
    """Return the folders of a package. Raises PluginError if it is none."""
    try:
        spec = find_spec(plugin.entry.module)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # as in `Plugin.load`
        raise plugin.error(describe(error)) from error
    if spec is None or spec.submodule_search_locations is None:
        raise plugin.error(f"there is no package {plugin.entry.module}")
    return tuple(spec.submodule_search_locations)


@cache
def _check_class(plugin: Plugin) -> "type[Check]":
    from editkit.core.check import Check  # noqa: PLC0415  (`find_rules` needs no check)
    from editkit.core.rule import Rule  # noqa: PLC0415  (as above)

    loaded = plugin.load()
    if not isinstance(loaded, type) or not issubclass(loaded, Check):
        raise plugin.error(f"“{plugin.entry.value}” is no Check")
    rule = getattr(loaded, "rule", None)
    if not isinstance(rule, Rule) or not isinstance(rule.family, Family):
        raise plugin.error(f"“{plugin.entry.value}” has no rule with a family")
    if not all(isinstance(text, str) for text in (rule.id, rule.summary, rule.rationale)):
        raise plugin.error(f"“{plugin.entry.value}” has a rule without an id and texts")
    return loaded
