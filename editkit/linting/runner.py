"""Lint runner: yields the results of files that share a toolset, from the cache if possible."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import EngineOutput
from editkit.core.errors import INTERRUPTIONS, log_failure
from editkit.core.result import FileResult, Notice
from editkit.linting.compact_result import CompactResult
from editkit.linting.files.source_file import SourceFile, try_read, with_bytes
from editkit.linting.lint_file import ParsedFile, lint_file, parse
from editkit.linting.toolset import Toolset

if TYPE_CHECKING:
    from editkit.linting.contracts import RunResults
    from editkit.linting.process_pool import ProcessPool


_CRASH_MESSAGE = "This file was not checked: the process that checked it ended, twice."


@dataclass(frozen=True, slots=True)
class CacheHit:
    """A file whose result is cached; engines get no documents of it."""

    file: SourceFile
    documents: tuple[Document, ...] = ()


def cached_prefix(
    cache: "RunResults | None", settings: Settings, files: Iterator[SourceFile]
) -> Generator[FileResult, None, Iterator[SourceFile] | None]:
    """Yield cached results up to the first file without one; return the remaining files.

    Returns None if all files were cached, and all files if there is no cache.
    """
    if cache is None:
        return files
    for file in files:
        loaded = with_bytes(file)
        if (result := _get(cache, settings, loaded)) is None:
            return chain((loaded,), files)
        yield result
    return None


def lint_files(
    toolset: Toolset,
    files: Iterable[SourceFile],
    cache: "RunResults | None",
    pool: "ProcessPool | None" = None,
) -> Generator[FileResult, None, None]:
    """Yield the result of each file and add new results to `cache`.

    `pool` is used only without engines: an engine takes far longer than all
    checks, which run while it works.
    """
    pending = _check_cache(toolset.settings, files, cache)
    if pool is not None and not toolset.engines:
        yield from _lint_in_processes(toolset, pending, cache, pool)
        return
    items = (_parse(each, toolset) for each in pending)
    if not toolset.engines:
        for item in items:
            yield _lint_item(item, toolset, (), cache)
        return
    from editkit.linting.engine_worker import EngineWorker, Tee  # noqa: PLC0415  (as above)

    tee = Tee(items, len(toolset.engines) + 1)
    *engine_branches, own_branch = tee.branches
    workers = [
        EngineWorker(engine, worker_pool, branch)
        for engine, worker_pool, branch in zip(
            toolset.engines, toolset.worker_pools, engine_branches, strict=True
        )
    ]
    try:
        for item in own_branch:
            yield _lint_item(item, toolset, [worker.next for worker in workers], cache)
    finally:
        for worker in workers:
            worker.cancel()


def _lint_in_processes(
    toolset: Toolset,
    pending: Iterator[SourceFile | CacheHit],
    cache: "RunResults | None",
    pool: "ProcessPool",
) -> Generator[FileResult, None, None]:
    from editkit.linting.process_pool import Crash  # noqa: PLC0415  (most runs use one process)
    from editkit.linting.worker_process import UnsendableError  # noqa: PLC0415  (as above)

    first = list(islice(pending, 2))
    if len(first) == 1:  # starting a process costs more than linting one file
        yield _lint_item(_parse(first[0], toolset), toolset, (), cache)
        return
    try:
        outcomes = pool.map(toolset, chain(first, pending))
    except UnsendableError as error:
        notice = Notice(f"All files are checked in one process: {error}.")
        for item in chain(first, pending):
            alone = _lint_item(_parse(item, toolset), toolset, (), cache)
            yield replace(alone, notices=(notice, *alone.notices))
        return
    for item, outcome in outcomes:
        result = None
        if isinstance(outcome, Crash) and isinstance(item, SourceFile):
            item = replace(item, error=_CRASH_MESSAGE)  # noqa: PLW2901  (it must not crash this process)
        elif isinstance(outcome, CompactResult) and isinstance(item, SourceFile):
            package = try_read(item, toolset.settings.lang)
            result = outcome.restore(package, toolset.common_result) if package else None
        if result is None:
            yield _lint_item(_parse(item, toolset), toolset, (), cache)
            continue
        _put(cache, toolset.settings, result, item.file if isinstance(item, CacheHit) else item)
        yield result


def _check_cache(
    settings: Settings, files: Iterable[SourceFile], cache: "RunResults | None"
) -> Iterator[SourceFile | CacheHit]:
    for file in files:
        loaded = with_bytes(file)
        is_cached = cache is not None and cache.has(settings, loaded)
        yield CacheHit(file) if is_cached else loaded


def _parse(item: SourceFile | CacheHit, toolset: Toolset) -> ParsedFile | CacheHit:
    return parse(item, toolset.settings.lang) if isinstance(item, SourceFile) else item


def _lint_item(
    item: ParsedFile | CacheHit,
    toolset: Toolset,
    next_outputs: Sequence[Callable[[], EngineOutput]],
    cache: "RunResults | None",
) -> FileResult:
    if isinstance(item, ParsedFile):
        result = lint_file(item, toolset, next_outputs)
    elif cache and (cached := _get(cache, toolset.settings, with_bytes(item.file))):
        return cached
    else:  # the entry was evicted or is corrupt, or the file has changed since
        [result] = lint_files(toolset, (item.file,), None)
    _put(cache, toolset.settings, result, item.file)
    return result


def _get(cache: "RunResults", settings: Settings, file: SourceFile) -> FileResult | None:
    """Return the cached result of a file; None if that fails, since it can be linted again."""
    try:
        return cache.get(settings, file)
    except INTERRUPTIONS:
        raise
    except BaseException as error:  # noqa: BLE001  (as above)
        log_failure(error)
        return None


def _put(
    cache: "RunResults | None", settings: Settings, result: FileResult, file: SourceFile
) -> None:
    """Cache the result of a file, if that is possible."""
    try:
        if cache is not None:
            cache.put(settings, result, file)
    except INTERRUPTIONS:
        raise
    except BaseException as error:  # noqa: BLE001  (the cache only saves time)
        log_failure(error)
