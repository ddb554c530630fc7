"""Lint sessions: keep compiled glossaries, checks and engines between runs."""

import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from editkit.config import Settings
from editkit.core.glossary import Glossary
from editkit.core.result import FileResult, Notice
from editkit.linting.baseline_filters import filtered, load_filters
from editkit.linting.files.source_file import SourceFile, with_bytes
from editkit.linting.fixes.heading_anchors import AnchorGuard
from editkit.linting.lint_file import read_segmented
from editkit.linting.open_toolset import ToolsetOpener
from editkit.linting.runner import cached_prefix, lint_files
from editkit.linting.toolset_pool import MAX_TOOLSETS, ToolsetPool

if TYPE_CHECKING:
    from editkit.core.engine_provider import DownloadProgress, Progress
    from editkit.linting.contracts import LoadFilter, ResultStore, RunResults
    from editkit.linting.corpus import CorpusAnalysis
    from editkit.linting.corpus_counts import CorpusCounts
    from editkit.linting.process_pool import ProcessPool


def _ignore_progress(*_: object) -> None:
    """Do nothing."""


class Session:
    """Keeps toolsets between runs; a context manager that closes them at its end.

    Thread-safe. `progress` and `check_progress` are called as `EngineAccess` describes for
    `on_download` and `on_check`. Results are read from and added to `cache`. `jobs`
    processes lint files, unless an engine runs. `load_filter` reads the baselines that
    settings name.

    A forked child has none of the threads of its parent, so there the session opens toolsets
    and processes of its own.
    """

    def __init__(
        self,
        progress: "DownloadProgress" = _ignore_progress,
        cache: "ResultStore | None" = None,
        jobs: int = 1,
        *,
        check_progress: "Progress" = _ignore_progress,
        load_filter: "LoadFilter | None" = None,
    ) -> None:
        self._jobs = jobs
        self._opener = ToolsetOpener(progress, check_progress, cache)
        self._cache = cache
        self._load_filter = load_filter
        self._fork_lock = Lock()
        self._open()

    def _open(self) -> None:
        self._processes = _process_pool(self._jobs) if self._jobs > 1 else None
        self._toolsets = ToolsetPool(self._opener.open)
        self._pid = os.getpid()

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
        """Close all engines; a server shared with other processes keeps running.

        Does nothing in a forked child that has not used the session.
        """
        if self._pid != os.getpid():
            return
        self._toolsets.close()
        if self._processes is not None:
            self._processes.close()
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
        self._open_in_child()
        filters = load_filters((settings for settings, _ in files), self._load_filter)
        unreported = tuple(notices)
        with closing(self._lint(files, glossary, together=together)) as results:
            guard = AnchorGuard()
            for (settings, file), result in zip(files, results, strict=True):
                known_issues = filters.get(settings.baseline)
                # After the cache, because the links of other files may change.
                reported = guard.checked(file, result)
                if known_issues:
                    reported = filtered(known_issues, settings, reported)
                if unreported:
                    reported = replace(reported, notices=(*unreported, *reported.notices))
                    unreported = ()
                yield reported

    def collect(
        self, settings: Settings, file: SourceFile, glossary: Glossary | None = None
    ) -> "CorpusCounts":
        """Return the counts of one file for checks that compare files; starts no engine.

        Raises InputError if the file cannot be read.
        """
        from editkit.linting.corpus import CorpusAnalysis  # noqa: PLC0415  (only for a corpus)

        self._open_in_child()
        package = read_segmented(file, settings.lang)
        analysis = CorpusAnalysis(())
        with self._toolsets.lease(replace(settings, engine="none"), glossary) as toolset:
            for document in package.documents:
                analysis.collect(toolset, document)
        return analysis.counts

    def report(
        self,
        settings: Settings,
        file: SourceFile,
        counts: "CorpusCounts",
        glossary: Glossary | None = None,
    ) -> FileResult:
        """Return the result of one file, compared with the files in `counts`.

        Raises ValueError if `counts` do not include the file with its present text.
        """
        from editkit.linting.corpus import CorpusAnalysis  # noqa: PLC0415  (only for a corpus)

        self._open_in_child()
        with self._toolsets.lease(settings, glossary) as toolset:
            bound = CorpusAnalysis((), counts).bind(toolset)
            [result] = lint_files(bound, (file,), None)
        for part in result.documents:
            if not counts.includes(part.document):
                raise ValueError(f"{file.uri} is not in the counts, or had another text.")
        return result

    def _open_in_child(self) -> None:
        """Open toolsets and processes if this is a forked child that has none yet."""
        if self._pid == os.getpid():
            return
        with self._fork_lock:  # the child's own threads may do the same
            if self._pid != os.getpid():
                self._open()

    def _lint(
        self,
        files: Sequence[tuple[Settings, SourceFile]],
        glossary: Glossary | None,
        *,
        together: bool,
    ) -> Generator[FileResult, None, None]:
        """Yield the result of each file, not filtered by a baseline."""
        if together:  # files are read twice, but the standard input can be read only once
            files = [(own, with_bytes(file) if file.is_stdin else file) for own, file in files]
        cached = self._cached_results(files, glossary, together=together)
        for settings in list(dict.fromkeys(settings for settings, _ in files))[:MAX_TOOLSETS]:
            if cached is None or not cached.has_toolset(settings):
                with self._toolsets.lease(settings, glossary):
                    pass
        analysis: CorpusAnalysis | None = None
        for settings, group in groupby(files, key=itemgetter(0)):
            uncached = yield from cached_prefix(cached, settings, (file for _, file in group))
            if uncached is None:
                continue
            if together and analysis is None:
                analysis = self._analyze_corpus(files, glossary)
            with self._toolsets.lease(settings, glossary) as toolset:
                if cached is not None:
                    cached.put_toolset(settings, toolset)
                pool = self._processes if analysis is None else None  # workers have no analysis
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
        from editkit.linting.corpus import analyze_corpus  # noqa: PLC0415  (only with `together`)

        return analyze_corpus(files, lambda settings: self._toolsets.lease(settings, glossary))


def _process_pool(jobs: int) -> "ProcessPool | None":
    """Return a pool; None in a worker of `multiprocessing.Pool`, which may start no processes."""
    from multiprocessing import current_process  # noqa: PLC0415  (most runs use one process)

    from editkit.linting.process_pool import ProcessPool  # noqa: PLC0415  (as above)

    return None if current_process().daemon else ProcessPool(jobs)
