"""Baseline filter: drops issues recorded in a baseline."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from editkit.baseline.file import Baseline, BaselineEntry, read_baseline
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.result import FileResult, PlacedIssue
from editkit.linting.checked_rules import checked_rules
from editkit.linting.files.source_file import STDIN
from editkit.linting.fingerprint import fold_case

MatchKey = tuple[str, str]


class BaselineFilter:
    """Drops the issues of a result that match an entry of a baseline.

    An entry matches the issue with its fingerprint. Since edits next to an issue change
    its fingerprint, the unmatched entries of a file match the remaining issues with
    their rule and text, but only if there are at least as many entries as issues:
    otherwise, one of the issues is new.
    """

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._entries_by_path: dict[str, list[BaselineEntry]] = {}
        for entry in baseline.entries:
            self._entries_by_path.setdefault(entry.path, []).append(entry)

    def apply(self, settings: Settings, result: FileResult) -> FileResult:
        """Return `result` without suppressed issues; count these and the stale entries."""
        if result.package is None or result.uri == STDIN:
            return result
        entries = self._entries_by_path.get(self._baseline.relative_path(result.uri), ())
        if not entries:
            return result
        hidden, unmatched = _match_entries(result, entries)
        parts = tuple(
            replace(part, issues=tuple(issue for issue in part.issues if id(issue) not in hidden))
            for part in result.documents
        )
        checked = checked_rules(settings, result)
        stale = sum(checked.reports_all(entry.rule) for entry in unmatched)
        return replace(
            result, documents=parts, suppressed=len(hidden), stale_baseline_entries=stale
        )


def load_filter(path: str) -> BaselineFilter:
    """Return the filter of the baseline at `path`, cached until the file changes.

    Raises InputError if it cannot be read.
    """
    try:
        stat = Path(path).stat()
    except OSError:
        return BaselineFilter(read_baseline(path))
    return _load_filter(path, str(Path(path).resolve()), stat.st_mtime_ns, stat.st_size)


@lru_cache(8)
def _load_filter(path: str, _real: str, _time: int, _size: int) -> BaselineFilter:
    return BaselineFilter(read_baseline(path))


def entries_for(baseline: Baseline, result: FileResult) -> Iterable[BaselineEntry]:
    """Yield the baseline entries that suppress all issues of a file."""
    path = baseline.relative_path(result.uri)
    for part in result.documents:
        for placed in part.issues:
            issue, text = placed.issue, placed.location.span.of(part.document.raw)
            yield BaselineEntry(path, issue.rule, issue.fingerprint, text)


def _match_entries(
    result: FileResult, known: Sequence[BaselineEntry]
) -> tuple[set[int], list[BaselineEntry]]:
    """Return the `id()` of each suppressed issue, and the entries that match no issue."""
    fingerprints = {entry.fingerprint for entry in known}
    placed = [(part.document, one) for part in result.documents for one in part.issues]
    hidden = {id(one) for _, one in placed if one.issue.fingerprint in fingerprints}
    found = {one.issue.fingerprint for _, one in placed}
    unmatched = [entry for entry in known if entry.fingerprint not in found]
    if not unmatched:
        return hidden, []
    rest = [(_match_key(*each), each[1]) for each in placed if id(each[1]) not in hidden]
    available = Counter((entry.rule, fold_case(entry.text)) for entry in unmatched)
    needed = Counter(key for key, _ in rest)
    matched = {key: count for key, count in needed.items() if count <= available[key]}
    hidden |= {id(one) for key, one in rest if key in matched}
    return hidden, _unused_entries(unmatched, matched)


def _match_key(document: Document, placed: PlacedIssue) -> MatchKey:
    return placed.issue.rule, fold_case(placed.location.span.of(document.raw))


def _unused_entries(
    unmatched: Iterable[BaselineEntry], matched: dict[MatchKey, int]
) -> list[BaselineEntry]:
    """Return the entries left when each key of `matched` uses up that many of them."""
    unused: list[BaselineEntry] = []
    for entry in unmatched:
        key = entry.rule, fold_case(entry.text)
        if matched.get(key, 0):
            matched[key] -= 1
        else:
            unused.append(entry)
    return unused
