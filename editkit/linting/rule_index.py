"""Every rule there is, whoever looks for it."""

from editkit.checks import BUILTIN
from editkit.core.rule import Rule
from editkit.engines.languagetool.own_rules_xml import own_rules_by_id
from editkit.linting.suppressions import UNUSED


def rules() -> tuple[Rule, ...]:
    """Return editkit's own rules by family, then by id."""
    families = list(type(UNUSED.family))
    by_engines = (own.rule for own in own_rules_by_id().values())
    found = (*(check.rule for check in BUILTIN), *by_engines, UNUSED)
    return tuple(sorted(found, key=lambda rule: (families.index(rule.family), rule.id)))


def rationales() -> dict[str, str]:
    """Return why each rule is there, by its id."""
    return {rule.id: rule.rationale for rule in rules()}
