"""Preview rules: which run, the notice about those that do not, and the safety of their fixes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from editkit import checks
from editkit.config import Settings
from editkit.core.fix import Safety
from editkit.core.issue import Issue
from editkit.core.result import Notice
from editkit.core.taxonomy import Family, Status
from editkit.engines.registry import engines_of_rules, rules_of_engines

_FAMILIES = frozenset(family.value for family in Family)


def is_preview(rule: str) -> bool:
    """Return whether `rule` is a rule of editkit or a plug-in with the status `preview`."""
    if rule in checks.families():
        check = checks.load_or_none(rule)
        return check is not None and check.rule.status is Status.PREVIEW
    if "/" in rule or rule in _FAMILIES or rule not in engines_of_rules():
        return False  # families come first, so that no engine is imported for them
    return any(each.id == rule and each.status is Status.PREVIEW for each in rules_of_engines())


def preview_notices(settings: Settings) -> Iterator[Notice]:
    """Yield a notice if rules are selected by id that run only with `--preview`."""
    if settings.preview:
        return
    names = [name for name in dict.fromkeys(settings.select) if is_preview(name)]
    if not names:
        return
    *most, last = (f"“{name}”" for name in names)
    listed, verb = (f"{', '.join(most)} and {last}", "are") if most else (last, "is")
    has = "have" if most else "has"
    yield Notice(
        f"{listed} {verb} in preview: the selection {has} no effect without --preview "
        "or “preview = true”."
    )


def by_status(issues: Iterable[Issue], *, preview: bool) -> Iterator[Issue]:
    """Yield the stable issues and, with `preview`, the others, whose fixes are never safe."""
    for issue in issues:
        if issue.status is Status.STABLE:
            yield issue
        elif preview:
            fixes = tuple(replace(fix, safety=Safety.REVIEW) for fix in issue.fixes)
            yield replace(issue, fixes=fixes)
