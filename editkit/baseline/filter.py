"""What a baseline takes away from the results of a run."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from editkit.baseline.file import Baseline, Entry, read_baseline
from editkit.checks import families, load, names
from editkit.config import Settings
from editkit.config.settings import PACKED
from editkit.core.document import Document
from editkit.core.result import FileResult, PlacedIssue, State
from editkit.core.taxonomy import Confidence, Severity
from editkit.engines.languagetool import own_rules
from editkit.engines.severity_table import rulebook
from editkit.linting.discovery import STDIN
from editkit.linting.fingerprint import folded
from editkit.linting.suppressions import UNUSED

Key = tuple[str, str]


class BaselineFilter:
    """Leaves out of results what stands in a baseline.

    An entry stands for the issue of its fingerprint. Words beside an issue that
    were corrected give it another one; so the entries of a file that find
    nothing stand for the issues of the same rule and text, unless there are
    more of those than of them: then nobody has seen one of them.
    """

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._of: dict[str, list[Entry]] = {}
        for entry in baseline.entries:
            self._of.setdefault(entry.path, []).append(entry)

    def apply(self, settings: Settings, result: FileResult) -> FileResult:
        """Return a result without suppressed issues, and with their number."""
        if result.package is None or result.uri == STDIN:
            return result
        entries = self._of.get(self._baseline.name(result.uri), ())
        if not entries:
            return result
        hidden, idle = _hidden(result, entries)
        parts = tuple(
            replace(part, issues=tuple(issue for issue in part.issues if id(issue) not in hidden))
            for part in result.documents
        )
        outlived = sum(judged(entry.rule, settings, result) for entry in idle)
        return replace(result, documents=parts, suppressed=len(hidden), outlived=outlived)


def load_filter(path: str) -> BaselineFilter:
    """Return what the baseline at `path` takes away, read once as long as it is the same file.

    Raises InputError where it cannot be read.
    """
    try:
        stat = Path(path).stat()
    except OSError:
        return BaselineFilter(read_baseline(path))
    return _load_filter(path, str(Path(path).resolve()), stat.st_mtime_ns, stat.st_size)


@lru_cache(8)
def _load_filter(path: str, _real: str, _time: int, _size: int) -> BaselineFilter:
    return BaselineFilter(read_baseline(path))


def entries(baseline: Baseline, result: FileResult) -> Iterable[Entry]:
    """Yield what a baseline has to hold so that no issue of a file is reported."""
    path = baseline.name(result.uri)
    for part in result.documents:
        for placed in part.issues:
            issue, text = placed.issue, placed.place.span.of(part.document.raw)
            yield Entry(path, issue.rule, issue.fingerprint, text)


def judged(rule: str, settings: Settings, result: FileResult) -> bool:
    """Whether a rule was looked for in such a way that finding nothing proves that nothing is.

    Where nothing is said of severity and confidence, that is not so of rules with
    issues that are shown to whoever asks for them, or to reviewers, only.
    """
    whole = settings.min_severity in {None, Severity.INFO}
    whole &= settings.min_confidence in {None, Confidence.LOW}
    ran = {report.name for report in result.engines if report.state is State.RAN}
    failed = any(report.state in {State.MISSING, State.FAILED} for report in result.engines)
    if settings.select or rule in settings.ignore or not whole or failed:
        return False
    engine, slash, _ = rule.partition("/")
    if rule in own_rules.names():
        return own_rules.ENGINE in ran and not settings.ignore
    if slash:  # what family it is of, nobody says without a look into the engine's rules
        return engine in ran and not settings.ignore and _shown(rule, settings)
    if rule in names():
        return settings.wants(rule, families()[rule]) and _shown(rule, settings)
    return rule != UNUSED.id or settings.wants(rule, UNUSED.family)


def _shown(rule: str, settings: Settings) -> bool:
    """Whether all issues of a rule are shown where a threshold is not set."""
    engine, slash, name = rule.partition("/")
    if slash:
        entry = rulebook().entries.get((engine, name))
        light = entry is None or entry.severity is Severity.INFO
        doubted = entry is None or Confidence.LOW in {entry.careful, entry.careless}
    else:
        light, doubted = load(rule).rule.may_report_info, rule == PACKED
    return not (light and settings.min_severity is None) and not (
        doubted and settings.min_confidence is None
    )


def _hidden(result: FileResult, known: Sequence[Entry]) -> tuple[set[int], list[Entry]]:
    """Return the identities of suppressed issues, and the entries that suppress none."""
    prints = {entry.fingerprint for entry in known}
    placed = [(part.document, one) for part in result.documents for one in part.issues]
    hidden = {id(one) for _, one in placed if one.issue.fingerprint in prints}
    found = {one.issue.fingerprint for _, one in placed}
    idle = [entry for entry in known if entry.fingerprint not in found]
    if not idle:
        return hidden, []
    rest = [(_key(*each), each[1]) for each in placed if id(each[1]) not in hidden]
    wanted = Counter((entry.rule, folded(entry.text)) for entry in idle)
    there = Counter(key for key, _ in rest)
    taken = {key for key, count in there.items() if count <= wanted[key]}
    hidden |= {id(one) for key, one in rest if key in taken}
    return hidden, _unused(idle, {key: there[key] for key in taken})


def _key(document: Document, placed: PlacedIssue) -> Key:
    return placed.issue.rule, folded(placed.place.span.of(document.raw))


def _unused(idle: Iterable[Entry], taken: dict[Key, int]) -> list[Entry]:
    left: list[Entry] = []
    for entry in idle:
        key = entry.rule, folded(entry.text)
        if taken.get(key, 0):
            taken[key] -= 1
        else:
            left.append(entry)
    return left
