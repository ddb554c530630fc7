"""The decisions file and baseline after an apply."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from editkit.baseline.file import BaselineEntry as Suppressed
from editkit.baseline.file import read_baseline
from editkit.core.result import Notice
from editkit.fixing.atomic_write import write_atomically
from editkit.reviewing.apply import ApplyResult, ApplyTargets
from editkit.reviewing.decisions import DecisionState
from editkit.reviewing.server.rebase import JsonObject, Rebaser
from editkit.reviewing.server.store import DecisionsDocument
from editkit.text.counts import format_count

_REJECTED = DecisionState.REJECTED.value


def without_applied(document: DecisionsDocument, targets: ApplyTargets) -> DecisionsDocument:
    """Return the decisions that were not applied: rejections, and entries without a target."""
    kept = {
        key: value
        for key, value in document.items()
        if not (key == "words" and targets.words) and not (key == "glossary" and targets.glossary)
    }
    files = [
        {**file, "decisions": [d for d in file["decisions"] if d["state"] == _REJECTED]}
        for file in document["files"]
    ]
    return {**kept, "files": files}


def refresh_suppressions(
    document: DecisionsDocument, rebaser: Rebaser, targets: ApplyTargets, root: Path
) -> bool:
    """Replace outdated fingerprints in the baseline; return whether there were any.

    A correction next to a suppressed issue changes the issue's fingerprint, so the
    issue would be reported again.
    """
    changed = [
        (file["path"], old, new)
        for file in document["files"]
        for old in file["decisions"]
        if old.get("suppress")
        for new in rebaser.rebase({**file, "decisions": [old]})["decisions"]
        if new["fingerprint"] != old["fingerprint"]
    ]
    if targets.baseline is None or not changed:
        return False
    baseline = read_baseline(targets.baseline, missing_ok=True)
    names = {path: baseline.relative_path(root / path) for path, _, _ in changed}
    outdated = {(names[path], old["fingerprint"]) for path, old, _ in changed}
    kept = [each for each in baseline.entries if (each.path, each.fingerprint) not in outdated]
    new = [
        Suppressed(names[path], each["rule"], each["fingerprint"], each.get("text", ""))
        for path, _, each in changed
    ]
    write_atomically(Path(targets.baseline), baseline.to_bytes([*kept, *new]))
    return True


def pending(files: Iterable[JsonObject], targets: ApplyTargets) -> Iterator[JsonObject]:
    """Yield the files that still have decisions, without those that the baseline suppresses."""
    for file in files:
        has_baseline = targets.baseline is not None
        unsuppressed = [
            each for each in file["decisions"] if not (has_baseline and each.get("suppress"))
        ]
        if unsuppressed:
            yield {**file, "decisions": unsuppressed}


def summary(result: ApplyResult) -> Iterator[Notice]:
    """Yield the notices that the page shows after an apply."""
    for file in result.files:
        if file.edit_count:
            yield Notice(f"{format_count(file.edit_count, 'edit')} made.", file.path)
    for added in result.added:
        if added.count:
            yield Notice(f"{added}.")
    yield from result.notices
