"""Implementation of `apply --report`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from editkit.core.errors import single_file
from editkit.core.fix import Splice
from editkit.core.rule import Rule
from editkit.fixing.atomic_write import write_atomically
from editkit.linting.suppression.rule_index import rules_by_id
from editkit.reviewing.change_report import ReportedChange, ReportedFile, render
from editkit.reviewing.decisions import Decision, DecisionState
from editkit.reviewing.plan import FilePlan
from editkit.reviewing.report_details import IssueDetails, ReportHead, kind_title


def write_report(path: str, files: Sequence[FilePlan], *, applied: bool, head: ReportHead) -> None:
    """Write the change report to `path`; raise InputError if that fails."""
    rules = rules_by_id()
    today = datetime.now().astimezone().date()
    with single_file(path, "cannot be written"):
        reported = [each for file in files for each in _reported_files(file, rules)]
        page = render(reported, day=today, head=head, applied=applied)
        write_atomically(Path(path), page.encode())


def _reported_files(plan: FilePlan, rules: Mapping[str, Rule]) -> Iterator[ReportedFile]:
    """Yield the report of a file; if it has several parts, of each part with decisions."""
    if plan.error is not None:
        yield ReportedFile(plan.path, refused=str(plan.error))
    for part in plan.parts:
        changes = (
            _reported_change(each, rules)
            for each in part.decisions
            if each.is_approved and each.edits
        )
        if part.part is None or part.decisions:
            yield ReportedFile(plan.path, part.raw, tuple(changes), part=part.part)


def _reported_change(decision: Decision, rules: Mapping[str, Rule]) -> ReportedChange:
    splices = tuple(Splice(edit.span, edit.replacement) for edit in decision.edits)
    details = decision.details or _details_of_rule(decision.rule, rules)
    return ReportedChange(details, splices, decision.state is DecisionState.REWRITTEN)


def _details_of_rule(rule_id: str | None, rules: Mapping[str, Rule]) -> IssueDetails | None:
    """Return what is known about an issue of which the decisions have only the rule."""
    if rule_id is None:
        return None
    rule = rules.get(rule_id)
    severity = rule.severity if rule else None
    return IssueDetails(kind_title(rule_id, rule, None), "", severity)
