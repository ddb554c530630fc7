"""Checked rules: whether a run looked for a rule in full, so that silence proves absence."""

from dataclasses import dataclass
from typing import NamedTuple

from editkit.checks import families, load_or_none
from editkit.config import Settings
from editkit.config.settings import OWN_RULES, PACK_RULE, rule_names
from editkit.core.result import EngineReport, EngineState, FileResult
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.registry import engines_of_rules, provider
from editkit.linting.previews import is_preview
from editkit.linting.suppression.suppressions import UNUSED_SUPPRESSION
from editkit.linting.toolset import ENGINE_FAMILIES, enabled_rules

_FAMILIES = {family.value: family for family in Family}


@dataclass(frozen=True, slots=True)
class CheckedRules:
    """The rules that a run has looked for in a file.

    `reports` are the states of the engines after this file. `ran` are the ids of the rules
    that editkit itself has checked; those of checks that failed are not among them.
    """

    settings: Settings
    reports: tuple[EngineReport, ...]
    ran: frozenset[str]

    def includes(self, name: str) -> bool:
        """Return whether a rule, a family or everything ("") was looked for in full.

        Issues that thresholds hide count as found, since a comment can suppress them.
        """
        if not name:
            return all(map(self._includes_family, Family))
        if family := _FAMILIES.get(name):
            return self._includes_family(family)
        return self._includes_rule(name)

    def reports_all(self, rule: str) -> bool:
        """Return whether a rule was looked for in full and no threshold can hide an issue."""
        settings = self.settings
        is_limited = settings.min_severity not in {None, Severity.INFO}
        is_limited |= settings.min_confidence not in {None, Confidence.LOW}
        if rule in settings.select and not is_limited:  # then no default threshold applies
            return self.includes(rule)
        least = _least_issue(rule)
        is_family_selected = least.family is not None and least.family.value in settings.select
        hides_info = settings.min_severity is None and not is_family_selected
        hides_low = settings.min_confidence is None
        return not (
            is_limited or (least.may_be_info and hides_info) or (least.may_be_low and hides_low)
        ) and self.includes(rule)

    def _includes_family(self, family: Family) -> bool:
        if not self.settings.is_enabled("", family):
            return False
        if family in ENGINE_FAMILIES and not all(
            report.state in {EngineState.RAN, EngineState.OFF} for report in self.reports
        ):
            return False
        return all(
            rule in self.ran for rule in enabled_rules(self.settings) if families()[rule] is family
        )

    def _includes_rule(self, rule: str) -> bool:
        if rule in families():
            return rule in self.ran
        engine, slash, _ = rule.partition("/")
        if slash:
            return self._has_run(engine) and self._is_enabled(rule)
        if own_engine := engines_of_rules().get(rule):
            # A server that editkit has not started may not have editkit's rules.
            is_managed = own_engine not in self.settings.engine_urls
            is_run = self.settings.preview or not is_preview(rule)
            return is_managed and is_run and self._has_run(own_engine) and self._is_enabled(rule)
        # Any name may be in an unused suppression, and an unknown rule be of any family.
        return self.includes("") and (rule in self.ran or rule not in rule_names())

    def _has_run(self, engine: str) -> bool:
        return any(
            report.name == engine and report.state is EngineState.RAN for report in self.reports
        )

    def _is_enabled(self, rule: str) -> bool:
        """Return whether an engine's rule is enabled, whatever family its issues are of."""
        family = _least_issue(rule).family
        return all(
            self.settings.is_enabled(rule, each)
            for each in (ENGINE_FAMILIES if family is None else (family,))
        )


def checked_rules(settings: Settings, result: FileResult) -> CheckedRules:
    """Return the rules that a run with `settings` has looked for, according to its result."""
    own = (id_ for id_ in OWN_RULES if settings.is_enabled(id_, UNUSED_SUPPRESSION.family))
    failed = {notice.rule for notice in result.notices}
    ran = frozenset((*enabled_rules(settings), *own)) - failed
    return CheckedRules(settings, result.engines, ran)


class _LeastIssue(NamedTuple):
    """Whether a rule may report issues that default thresholds hide, and its family if known."""

    may_be_info: bool
    may_be_low: bool
    family: Family | None


def _least_issue(rule: str) -> _LeastIssue:
    if rule in families():
        check = load_or_none(rule)
        may_be_info = check is None or check.rule.may_report_info
        return _LeastIssue(may_be_info, rule == PACK_RULE, families()[rule])
    engine, slash, name = rule.partition("/")
    if slash:
        return _least_engine_issue(engine, name)
    if own_engine := engines_of_rules().get(rule):
        declared = provider(own_engine)
        [own] = (each for each in declared.rules() if each.id == rule)
        is_low = declared.confidence_of(rule) is Confidence.LOW
        return _LeastIssue(own.may_report_info, is_low, own.family)
    return _LeastIssue(may_be_info=False, may_be_low=False, family=None)


def _least_engine_issue(engine: str, rule: str) -> _LeastIssue:
    from editkit.engines.severity_table import default_table  # noqa: PLC0415  (only if a rule is missing)

    entry = default_table().entries.get((engine, rule))
    if entry is None:
        return _LeastIssue(may_be_info=True, may_be_low=True, family=None)
    is_low = entry.confidence is Confidence.LOW
    return _LeastIssue(entry.severity is Severity.INFO, is_low, entry.family)
