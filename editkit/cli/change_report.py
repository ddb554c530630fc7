"""Implementation of `apply --report`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from editkit.core.errors import single_file
from editkit.core.fix import Splice
from editkit.fixing.atomic_write import write_atomically
from editkit.linting.suppression.rule_index import all_rules
from editkit.reviewing.change_report import ReportedChange, ReportedFile, render
from editkit.reviewing.decisions import Decision, DecisionState
from editkit.reviewing.plan import FilePlan


def write_report(path: str, files: Sequence[FilePlan], *, applied: bool) -> None:
    """Write the change report to `path`; raise InputError if that fails."""
    summaries = {rule.id: rule.summary for rule in all_rules()}
    today = datetime.now().astimezone().date()
    with single_file(path, "cannot be written"):
        reported = [each for file in files for each in _reported_files(file)]
        page = render(reported, summaries, day=today, applied=applied)
        write_atomically(Path(path), page.encode())


def _reported_files(plan: FilePlan) -> Iterator[ReportedFile]:
    """Yield the report of a file; if it has several parts, of each part with decisions."""
    if plan.error is not None:
        yield ReportedFile(plan.path, refused=str(plan.error))
    for part in plan.parts:
        changes = (
            _reported_change(each) for each in part.decisions if each.is_approved and each.edits
        )
        if part.part is None or part.decisions:
            yield ReportedFile(plan.path, part.raw, tuple(changes), part=part.part)


def _reported_change(decision: Decision) -> ReportedChange:
    splices = tuple(Splice(edit.span, edit.replacement) for edit in decision.edits)
    return ReportedChange(decision.rule, splices, decision.state is DecisionState.REWRITTEN)
