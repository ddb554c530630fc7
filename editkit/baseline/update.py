"""A baseline made of what a run finds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editkit.baseline.file import DEFAULT, Baseline, Entry, read_baseline
from editkit.baseline.filter import entries, judged
from editkit.config import Settings
from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.fixing.atomic_write import Drafts
from editkit.linting.discovery import STDIN, Found


@dataclass(frozen=True, slots=True)
class Renewed:
    """A baseline as it was written: how many entries it has, how many are new or gone."""

    uri: str
    entries: int
    new: int
    gone: int


@dataclass(slots=True)
class _Draft:
    old: Baseline
    found: set[Entry] = field(default_factory=set)
    gone: set[Entry] = field(default_factory=set)


class Renewal:
    """The baselines that the settings of some files name, made anew of what is found in them.

    An entry goes where nothing is found any more by what would find it; what was
    not looked for stays, and so does whatever is about other files. `unnamed` says
    that some settings name none, so that it is written into `DEFAULT`. Raises
    InputError for a baseline that cannot be read, and for the standard input.
    """

    def __init__(self, files: Sequence[tuple[Settings, Found]]) -> None:
        if any(found.uri == STDIN for _, found in files):
            raise InputError("The standard input has no name for a baseline to know it by.")
        named = dict.fromkeys(_named(settings) for settings, _ in files)
        self._drafts = {each: _Draft(read_baseline(each, missing=True)) for each in named}
        self.files = [(replace(settings, baseline=None), found) for settings, found in files]
        self._named = [_named(settings) for settings, _ in files]
        self.unnamed = any(settings.baseline is None for settings, _ in files)

    def take(self, results: Iterable[FileResult]) -> None:
        """Take in the results of `files`, in order."""
        for named, (settings, _), result in zip(self._named, self.files, results, strict=True):
            draft = self._drafts[named]
            if result.package is None:
                continue
            here = draft.old.name(result.uri)
            draft.found.update(entries(draft.old, result))
            draft.gone.update(
                entry
                for entry in draft.old.entries
                if entry.path == here and judged(entry.rule, settings, result)
            )

    def write(self) -> tuple[Renewed, ...]:
        """Write the baselines, all or none, and say what became of each."""
        told: list[Renewed] = []
        with Drafts() as drafts:
            for uri, draft in self._drafts.items():
                old = set(draft.old.entries)
                now = (old - draft.gone) | draft.found
                told.append(Renewed(uri, len(now), len(now - old), len(old - now)))
                drafts.add(Path(uri), draft.old.rendered(now))
            drafts.replace()
        return tuple(told)


def _named(settings: Settings) -> str:
    return settings.baseline or DEFAULT
