"""Lint sessions: keep compiled glossaries, checks and engines between runs."""

from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from editkit.config import Settings
from editkit.core.errors import INTERRUPTIONS
from editkit.core.glossary import Glossary
from editkit.core.result import FileResult, Notice
from editkit.linting.discovery import STDIN, SourceFile, with_bytes
from editkit.linting.lint_file import parse
from editkit.linting.runner import cached_prefix, lint_files
from editkit.linting.toolset import Toolset, build_toolset, needs_engines

if TYPE_CHECKING:
    from editkit.linting.contracts import LoadFilter, ResultFilter, ResultStore, RunResults
    from editkit.linting.corpus import CorpusAnalysis
    from editkit.linting.process_pool import ProcessPool

Progress = Callable[[int, int], None]


def _ignore_progress(_done: int, _of: int) -> None:
    """Do nothing."""


_Key = tuple[Settings, object]
_MAX_TOOLSETS = 8
"""Number of toolsets that are kept; the least recently used one is closed first."""


class Session:
    """Keeps toolsets between runs; a context manager that closes them at its end.

    Thread-safe. `progress(done, total)` is called with the downloaded bytes of an engine,
    `check_progress(done, total)` with the chunks an engine has checked. Results are read
    from and added to `cache`. `jobs` processes lint files, unless an engine runs.
    `load_filter` reads the baselines that settings name.
    """

    def __init__(
        self,
        progress: Progress = _ignore_progress,
        cache: "ResultStore | None" = None,
        jobs: int = 1,
        *,
        check_progress: Progress = _ignore_progress,
        load_filter: "LoadFilter | None" = None,
    ) -> None:
        self._pool = _process_pool(jobs) if jobs > 1 else None
        self._toolsets: OrderedDict[_Key, Toolset] = OrderedDict()
        self._cache = cache
        self._progress, self._check_progress = progress, check_progress
        self._load_filter = load_filter
        # Reentrant: an abandoned run may be garbage-collected while its thread has the lock.
        self._lock = RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all engines; a server shared with other processes keeps running."""
        while self._toolsets:
            self._toolsets.popitem()[1].close()
        if self._pool is not None:
            self._pool.close()
        if self._cache is not None:
            self._cache.close()

    def run(
        self,
        files: Sequence[tuple[Settings, SourceFile]],
        glossary: Glossary | None = None,
        *,
        together: bool = False,
        notices: Iterable[Notice] = (),
    ) -> Generator[FileResult, None, None]:
        """Yield the result of each file, in order, each with its own settings.

        `glossary` replaces the glossary files of the settings. `together` checks consistency
        across files. `notices`, about the run as a whole, come first in the first result.
        Raises InputError, before reading files, for a bad glossary or baseline, and
        ValueError if settings name a baseline and the session has no `load_filter`.
        """
        filters = self._filters(settings.baseline for settings, _ in files)
        unreported = tuple(notices)
        with closing(self._lint(files, glossary, together=together)) as results:
            for (settings, _), result in zip(files, results, strict=True):
                known_issues = filters.get(settings.baseline)
                reported = known_issues.apply(settings, result) if known_issues else result
                if unreported:
                    reported = replace(reported, notices=(*unreported, *reported.notices))
                    unreported = ()
                yield reported

    def _filters(self, baselines: Iterable[str | None]) -> "dict[str | None, ResultFilter]":
        """Return a filter for each baseline."""
        paths = dict.fromkeys(path for path in baselines if path)
        if not paths:
            return {}
        if self._load_filter is None:
            raise ValueError("settings name a baseline, but the session cannot read one")
        return {path: self._load_filter(path) for path in paths}

    def _lint(
        self,
        files: Sequence[tuple[Settings, SourceFile]],
        glossary: Glossary | None,
        *,
        together: bool,
    ) -> Generator[FileResult, None, None]:
        """Yield the result of each file, not filtered by a baseline."""
        if together:  # files are read twice, but the standard input can be read only once
            files = [(own, with_bytes(file) if file.uri == STDIN else file) for own, file in files]
        cached = self._cached_results(files, glossary, together=together)
        for settings in list(dict.fromkeys(settings for settings, _ in files))[:_MAX_TOOLSETS]:
            if cached is None or not cached.has_toolset(settings):
                with self._lease(settings, glossary):
                    pass
        analysis: CorpusAnalysis | None = None
        for settings, group in groupby(files, key=itemgetter(0)):
            uncached = yield from cached_prefix(cached, settings, (file for _, file in group))
            if uncached is None:
                continue
            if together and analysis is None:
                analysis = self._analyze_corpus(files, glossary)
            with self._lease(settings, glossary) as toolset:
                if cached is not None:
                    cached.put_toolset(settings, toolset)
                # Worker processes have neither the analysis nor the given glossary.
                pool = self._pool if analysis is None and glossary is None else None
                bound = analysis.bind(toolset) if analysis else toolset
                yield from lint_files(bound, uncached, cached, pool)

    def _cached_results(
        self,
        files: Sequence[tuple[Settings, SourceFile]],
        glossary: Glossary | None,
        *,
        together: bool,
    ) -> "RunResults | None":
        if self._cache is None:
            return None
        digest = "" if glossary is None else glossary.digest
        if not together:
            return self._cache.for_run(glossary=digest)
        from editkit.linting.corpus import corpus_digest  # noqa: PLC0415  (only with `together`)

        return self._cache.for_run(corpus_digest(files), digest)

    def _analyze_corpus(
        self, files: Sequence[tuple[Settings, SourceFile]], glossary: Glossary | None
    ) -> "CorpusAnalysis":
        """Return the cross-file analysis; each file is read once."""
        from editkit.linting.corpus import CorpusAnalysis  # noqa: PLC0415  (only with `together`)

        analysis = CorpusAnalysis(files)
        for settings, group in groupby(analysis.files, key=itemgetter(0)):
            with self._lease(settings, glossary) as toolset:
                for _, file in group:
                    for document in parse(file, settings.lang).documents:
                        analysis.collect(toolset, document)
        return analysis

    @contextmanager
    def _lease(self, settings: Settings, glossary: Glossary | None) -> Iterator[Toolset]:
        """Yield the toolset for `settings`; it is not closed while it is leased."""
        # By content: a worker of a cluster may unpickle the glossary anew for each text.
        key = (settings, _file_versions(settings) if glossary is None else glossary.digest)
        with self._lock:
            toolset = self._toolsets.get(key)
            if toolset is not None and any(engine.exhausted for engine in toolset.engines):
                self._close_if_unused(self._toolsets.pop(key))
                toolset = None
            toolset = self._toolsets[key] = toolset or self._open_toolset(settings, glossary)
            toolset.leases += 1
            self._toolsets.move_to_end(key)
            if len(self._toolsets) > _MAX_TOOLSETS:
                _, oldest = self._toolsets.popitem(last=False)
                self._close_if_unused(oldest)
        try:
            yield toolset
        finally:
            with self._lock:
                toolset.leases -= 1
                if toolset not in self._toolsets.values():
                    self._close_if_unused(toolset)

    def _open_toolset(self, settings: Settings, glossary: Glossary | None) -> Toolset:
        toolset = build_toolset(settings, glossary)
        if needs_engines(settings):
            cache = self._cache if settings.cache else None
            _open_engines(toolset, self._progress, cache, self._check_progress)
        return toolset

    def _close_if_unused(self, toolset: Toolset) -> None:
        if not toolset.leases:
            toolset.close()


def _file_versions(settings: Settings) -> object:
    """Return the times and sizes of the glossaries, packs and word lists."""
    files = map(Path, settings.data_files)  # built-in packs only change with editkit
    stats = (file.stat() for file in files if file.exists())
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)


def _process_pool(jobs: int) -> "ProcessPool":
    from editkit.linting.process_pool import ProcessPool  # noqa: PLC0415  (most runs use one process)

    return ProcessPool(jobs)


def _open_engines(
    toolset: Toolset, progress: Progress, cache: "ResultStore | None", check_progress: Progress
) -> None:
    from editkit.engines.languagetool.provision import EngineSettings  # noqa: PLC0415  (as above)
    from editkit.engines.registry import open_engines  # noqa: PLC0415  (term-only runs use no engine)
    from editkit.linting.engine_worker import WorkerPool  # noqa: PLC0415  (as above)

    settings = toolset.settings
    try:
        opened = open_engines(
            settings.engine,
            toolset.setup,
            EngineSettings(url=settings.languagetool_url, offline=settings.offline),
            install_progress=progress,
            store=cache,
            check_progress=check_progress,
        )
    except INTERRUPTIONS:
        raise
    except BaseException as error:  # noqa: BLE001  (editkit's own checks run even if an engine fails)
        toolset.notices += (
            Notice(f"No engine could be opened: {type(error).__name__}: {error}."),
        )
        return
    toolset.engines, toolset.reports = opened.engines, opened.reports
    toolset.worker_pools = tuple(WorkerPool(engine.name) for engine in opened.engines)
    toolset.notices += opened.notices
