"""What is remembered of the files of a run, and what of them is to be."""

from dataclasses import dataclass
from hashlib import sha256

from editkit.cache.codec import DamagedError, Value, dump, load
from editkit.cache.keys import BenchKey, bench_key
from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.core.result import (
    DocumentResult,
    EngineReport,
    FileResult,
    Notice,
    PlacedIssue,
    State,
)
from editkit.linting.discovery import STDIN, Found, form_of, package_of
from editkit.linting.toolset import Workbench, engines_wanted


@dataclass(frozen=True, slots=True)
class _Opened:
    """What opening a workbench had to say."""

    reports: tuple[EngineReport, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Checked:
    """The issues of each document of a file."""

    words: int
    documents: tuple[tuple[PlacedIssue, ...], ...]


class Recall:
    """Looks for results of one run in a cache, and adds those that will hold.

    Kept are results that nothing is missing from: all checks and engines have
    done their work. The standard input is never kept. `scope` is what results
    depend on beside a file, its settings and all that they name.
    """

    def __init__(self, cache: ResultCache, scope: str = "") -> None:
        self._cache, self._scope = cache, scope
        self._keys: dict[Settings, BenchKey | None] = {}
        self._ready: dict[Settings, _Opened | None] = {}

    def ready(self, settings: Settings) -> bool:
        """Whether what opening a workbench has to say is remembered."""
        return self._opened(settings) is not None

    def opened(self, settings: Settings, bench: Workbench) -> None:
        """Remember what opening a workbench had to say."""
        if self.ready(settings):
            return
        if self._keys[settings] is None:  # an engine was fetched meanwhile
            del self._keys[settings]
        key = self._key(settings)
        if key is not None and _sound(bench, lacking=key.lacking):
            self._ready[settings] = opened = _Opened(bench.reports, bench.notices)
            self._cache.put(key.key, dump(opened))

    def has(self, settings: Settings, found: Found) -> bool:
        """Whether a file's result seems to be remembered."""
        key = self._of(settings, found)
        return key is not None and self._cache.has(key)

    def result(self, settings: Settings, found: Found) -> FileResult | None:
        """Return a file's result, if it is remembered whole; its documents have no segments."""
        opened, key = self._opened(settings), self._of(settings, found)
        checked = None if opened is None or key is None else self._load(_Checked, key)
        if opened is None or checked is None:
            return None
        package = package_of(found, settings.lang)
        if package is None or len(package.documents) != len(checked.documents):
            return None
        return FileResult(
            uri=package.uri,
            package=package,
            sha256=sha256(package.data).hexdigest(),
            words=checked.words,
            documents=tuple(map(DocumentResult, package.documents, checked.documents)),
            engines=opened.reports,
            notices=opened.notices,
        )

    def keep(self, settings: Settings, result: FileResult) -> None:
        """Remember a file's result, unless a check or an engine has failed."""
        opened, key = self._opened(settings), self._key(settings)
        if opened is None or key is None or result.package is None or result.uri == STDIN:
            return
        if (result.engines, result.notices) == (opened.reports, opened.notices):
            issues = tuple(part.issues for part in result.documents)
            entry = dump(_Checked(result.words, issues))
            name = self._name(result.uri)
            self._cache.put(key.file(result.package.format, result.sha256, name), entry)

    def _opened(self, settings: Settings) -> _Opened | None:
        if settings not in self._ready:
            key = self._key(settings)
            self._ready[settings] = None if key is None else self._load(_Opened, key.key)
        return self._ready[settings]

    def _key(self, settings: Settings) -> BenchKey | None:
        if settings not in self._keys:
            self._keys[settings] = bench_key(settings, self._scope) if settings.cache else None
        return self._keys[settings]

    def _of(self, settings: Settings, found: Found) -> str | None:
        key = self._key(settings)
        if key is None or found.data is None or found.uri == STDIN:
            return None
        content = sha256(found.data).hexdigest()
        return key.file(form_of(found).name, content, self._name(found.uri))

    def _name(self, uri: str) -> str:
        """Return what a file goes by: checked alone, its name means nothing."""
        return uri if self._scope else ""

    def _load(self, kind: type[Value], key: str) -> Value | None:
        data = self._cache.get(key)
        try:
            return None if data is None else load(kind, data)
        except DamagedError:
            return None


def _sound(bench: Workbench, *, lacking: bool) -> bool:
    """Whether a workbench has the engines that it is to have."""
    states = {report.state for report in bench.reports}
    if engines_wanted(bench.settings) and not states:
        return False
    return State.FAILED not in states and (lacking or State.MISSING not in states)
