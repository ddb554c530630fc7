"""Rule index: the rules of editkit and of plug-ins, whether a check or an engine reports them."""

from collections.abc import Iterable

from editkit import checks
from editkit.core.plugins import PluginError
from editkit.core.result import Notice
from editkit.core.rule import Rule
from editkit.core.taxonomy import Family
from editkit.engines.registry import rules_of_engines
from editkit.linting.suppression.suppressions import UNUSED_SUPPRESSION


def all_rules() -> tuple[Rule, ...]:
    """Return all rules that can be used, sorted by family, then by id."""
    added = (check.rule for rule in checks.plugin_rules() if (check := checks.load_or_none(rule)))
    return _sort((*added, *builtin_rules()))


def builtin_rules() -> tuple[Rule, ...]:
    """Return editkit's own rules, sorted by family, then by id."""
    own = (check.rule for check in checks.BUILTIN)
    return _sort((*own, *rules_of_engines(), UNUSED_SUPPRESSION))


def rule_notices() -> tuple[Notice, ...]:
    """Return a notice for each plug-in, and each rule of one, that cannot be used."""
    notices = list(checks.plugin_notices())
    for rule in checks.plugin_rules().values():
        try:
            rule.load()
        except PluginError as error:
            notices.append(Notice(str(error)))
    return tuple(notices)


def rules_by_id() -> dict[str, Rule]:
    """Return each rule by its id."""
    return {rule.id: rule for rule in all_rules()}


def _sort(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules sorted by family, then by id; of two with one id, the last."""
    by_id = {rule.id: rule for rule in rules}
    families = list(Family)
    return tuple(sorted(by_id.values(), key=lambda rule: (families.index(rule.family), rule.id)))
