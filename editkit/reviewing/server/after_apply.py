"""Decisions after an apply, and the suppressions that it adds to the baseline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from editkit.core.result import Notice
from editkit.reviewing.apply import ApplyResult, ApplyTargets
from editkit.reviewing.decisions import Decision, Decisions, FileDecisions
from editkit.reviewing.plan import FilePlan, PartPlan
from editkit.reviewing.server.rebase import Rebaser
from editkit.text.counts import format_count


def without_applied(decisions: Decisions, targets: ApplyTargets) -> Decisions:
    """Return the decisions that were not applied: rejections, and entries without a target."""
    files = (
        replace(file, decisions=tuple(each for each in file.decisions if not each.is_approved))
        for file in decisions.files
    )
    return replace(
        decisions,
        files=tuple(files),
        words=() if targets.words else decisions.words,
        glossary=() if targets.glossary else decisions.glossary,
    )


def with_new_fingerprints(plans: Sequence[FilePlan], rebaser: Rebaser) -> tuple[FilePlan, ...]:
    """Return plans whose suppressed issues have their fingerprints in the planned text.

    A correction next to an issue changes its fingerprint. With the old one in the
    baseline, the issue would be reported again.
    """

    def refreshed(plan: FilePlan, part: PartPlan, decision: Decision) -> Decision:
        rebased = rebaser.rebase_decision((plan.path, part.part), decision)
        return replace(decision, fingerprint=rebased.fingerprint) if rebased else decision

    def with_decisions(plan: FilePlan, part: PartPlan) -> PartPlan:
        decisions = (
            refreshed(plan, part, each) if each.suppress else each for each in part.decisions
        )
        return replace(part, decisions=tuple(decisions))

    return tuple(
        replace(plan, parts=tuple(with_decisions(plan, part) for part in plan.parts))
        for plan in plans
    )


def pending(files: Iterable[FileDecisions], targets: ApplyTargets) -> Iterator[FileDecisions]:
    """Yield the files that still have decisions, without those that the baseline suppresses."""
    has_baseline = targets.baseline is not None
    for file in files:
        unsuppressed = tuple(
            each for each in file.decisions if not (has_baseline and each.suppress)
        )
        if unsuppressed:
            yield replace(file, decisions=unsuppressed)


def summary(result: ApplyResult) -> Iterator[Notice]:
    """Yield the notices that the page shows after an apply."""
    for file in result.files:
        if file.edit_count:
            yield Notice(f"{format_count(file.edit_count, 'edit')} made.", file.path)
    for added in result.added:
        if added.count:
            yield Notice(f"{added}.")
    yield from result.notices
