"""Rule index: the rules of editkit, whether a check or an engine reports them."""

from editkit.checks import BUILTIN
from editkit.core.rule import Rule
from editkit.engines.languagetool.own_rules_xml import own_rules_by_id
from editkit.linting.suppressions import UNUSED_SUPPRESSION


def all_rules() -> tuple[Rule, ...]:
    """Return editkit's own rules, sorted by family, then by id."""
    families = list(type(UNUSED_SUPPRESSION.family))
    engine_rules = (own.rule for own in own_rules_by_id().values())
    found = (*(check.rule for check in BUILTIN), *engine_rules, UNUSED_SUPPRESSION)
    return tuple(sorted(found, key=lambda rule: (families.index(rule.family), rule.id)))


def rationales() -> dict[str, str]:
    """Return the rationale of each rule by its id."""
    return {rule.id: rule.rationale for rule in all_rules()}
