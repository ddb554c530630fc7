"""Baseline update: rewrites baselines from the issues of a run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editkit.baseline.file import DEFAULT_PATH, Baseline, BaselineEntry, read_baseline
from editkit.baseline.filter import entries_for
from editkit.config import Settings
from editkit.config.project_files import check_default_path, check_may_write
from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.fixing.atomic_write import FileTransaction
from editkit.linting.checked_rules import checked_rules
from editkit.linting.files.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class UpdateSummary:
    """The counts of all, new and removed entries of a baseline after it was written."""

    uri: str
    entries: int
    new: int
    removed: int


@dataclass(slots=True)
class _BaselineDraft:
    old: Baseline
    found: set[BaselineEntry] = field(default_factory=set)
    removed: set[BaselineEntry] = field(default_factory=set)


class BaselineUpdate:
    """Rewrites the baselines named by the settings of `files` from their results.

    An entry is removed if its rule was checked and reports it no longer. Entries of
    rules that were not checked, and of other files, are kept. `uses_default` says that
    the settings of some files name no baseline, so that `DEFAULT_PATH` is written.
    Raises InputError for a baseline that cannot be read or that a configuration may not have
    written, and for the standard input.
    """

    def __init__(self, files: Sequence[tuple[Settings, SourceFile]]) -> None:
        for settings in {settings for settings, _ in files}:
            _check_may_write(settings)
        if any(file.is_stdin for _, file in files):
            raise InputError("The standard input has no name for a baseline to know it by.")
        self._paths = [_baseline_path(settings) for settings, _ in files]
        self._drafts = {
            path: _BaselineDraft(read_baseline(path, missing_ok=True))
            for path in dict.fromkeys(self._paths)
        }
        self.files = [(replace(settings, baseline=None), file) for settings, file in files]
        self.uses_default = any(settings.baseline is None for settings, _ in files)

    def add(self, results: Iterable[FileResult]) -> None:
        """Add the results of `files`, in order."""
        for path, (settings, _), result in zip(self._paths, self.files, results, strict=True):
            draft = self._drafts[path]
            if result.package is None:
                continue
            relative_path = draft.old.relative_path(result.uri)
            draft.found.update(entries_for(draft.old, result))
            checked = checked_rules(settings, result)
            draft.removed.update(
                entry
                for entry in draft.old.entries
                if entry.path == relative_path and checked.reports_all(entry.rule)
            )

    def write(self) -> tuple[UpdateSummary, ...]:
        """Write all baselines or none, and return a summary of each."""
        summaries: list[UpdateSummary] = []
        with FileTransaction() as transaction:
            for uri, draft in self._drafts.items():
                old = set(draft.old.entries)
                new = (old - draft.removed) | draft.found
                summaries.append(UpdateSummary(uri, len(new), len(new - old), len(old - new)))
                transaction.add(Path(uri), draft.old.to_bytes(new), version=draft.old.version)
            transaction.commit()
        return tuple(summaries)


def _check_may_write(settings: Settings) -> None:
    if settings.baseline is not None:
        check_may_write(settings, settings.baseline, "--baseline")
    else:
        check_default_path(DEFAULT_PATH, ".", "--baseline")


def _baseline_path(settings: Settings) -> str:
    return settings.baseline or DEFAULT_PATH
