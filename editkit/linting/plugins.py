"""Plug-ins in a run: their checks, their output, and notices about those that fail."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from editkit import checks, formats, report
from editkit.config.settings import OWN_RULES
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.result import Notice
from editkit.core.setup import Setup
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.registry import engines_of_rules

if TYPE_CHECKING:
    from editkit.checks.plugin_checks import PluginRule


def plugin_notices() -> tuple[Notice, ...]:
    """Return a notice for each plug-in that cannot be used, except for engines.

    Reporters are not loaded, and rules only where editkit must know their ids.
    """
    return (*checks.plugin_notices(), *formats.plugin_notices(), *report.plugin_notices())


def make_check(rule: "PluginRule", setup: Setup) -> Check:
    """Return the check of a plug-in's rule. Raises PluginError if it cannot be used."""
    if rule.id in OWN_RULES or rule.id in engines_of_rules():
        raise rule.plugin.error(f"editkit has a rule {rule.id}, too")
    check = rule.load()
    try:
        return check(setup)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # as in `Plugin.load`
        raise rule.error(error) from error


def checked_issues(document: Document, issues: Iterable[object]) -> tuple[Issue, ...]:
    """Return the issues of a check or an engine.

    Raises TypeError if one is no issue, and ValueError if it is not about the document.
    """
    found: list[Issue] = []
    for issue in issues:
        if not isinstance(issue, Issue):
            raise TypeError(f"{type(issue).__name__} is no Issue")
        if not all(isinstance(value, kind) for value, kind in _typed_fields(issue)):
            raise TypeError("an issue has a field of a wrong type")
        spans = (issue.span, *(edit.span for fix in issue.fixes for edit in fix.edits))
        if any(span.end > len(document.text) for span in spans):
            raise ValueError(f"an issue of {issue.rule} ends after the text")
        found.append(issue)
    return tuple(found)


def _typed_fields(issue: Issue) -> tuple[tuple[object, type], ...]:
    return (
        (issue.rule, str),
        (issue.message, str),
        (issue.category, str),
        (issue.family, Family),
        (issue.severity, Severity),
        (issue.confidence, Confidence),
    )
