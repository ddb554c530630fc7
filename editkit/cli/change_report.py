"""Implementation of `apply --report`."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.fix import Splice
from editkit.fixing.atomic_write import write_atomically
from editkit.linting.rule_index import all_rules
from editkit.reviewing.change_report import ReportedChange, ReportedFile, render
from editkit.reviewing.decisions import Decision, DecisionState
from editkit.reviewing.plan import FilePlan


def refuse_overwrite(path: str, decisions: str, files: Sequence[str]) -> None:
    """Raise InputError if the report would overwrite the decisions or a reviewed file."""
    real = os.path.realpath(path)
    if real in {os.path.realpath(file) for file in (decisions, *files)}:
        raise InputError("This file is needed; name another one with --report.", uri=path)


def write_report(path: str, files: Sequence[FilePlan], *, applied: bool) -> None:
    """Write the change report to `path`; raise InputError if that fails."""
    reported = [_reported_file(file) for file in files]
    summaries = {rule.id: rule.summary for rule in all_rules()}
    today = datetime.now().astimezone().date()
    page = render(reported, summaries, day=today, applied=applied)
    write_atomically(Path(path), page.encode())


def _reported_file(plan: FilePlan) -> ReportedFile:
    if plan.error is not None:
        return ReportedFile(plan.path, refused=str(plan.error))
    changes = (
        _reported_change(each) for each in plan.decisions if each.is_approved and each.edits
    )
    return ReportedFile(plan.path, plan.raw, tuple(changes))


def _reported_change(decision: Decision) -> ReportedChange:
    splices = tuple(Splice(edit.span, edit.replacement) for edit in decision.edits)
    return ReportedChange(decision.rule, splices, decision.state is DecisionState.REWRITTEN)
