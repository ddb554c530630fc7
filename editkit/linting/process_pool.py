"""Process pool: workers that run editkit's own checks; engines run in the main process."""

from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from editkit.core.errors import INTERRUPTIONS, log_failure
from editkit.core.storage.codec import load
from editkit.linting.compact_result import CompactResult
from editkit.linting.files.source_file import SourceFile
from editkit.linting.toolset import Toolset
from editkit.linting.toolset_pool import ClosedError
from editkit.linting.worker_process import PackedToolset, WorkerProcess, pack_toolset

Other = TypeVar("Other")
_PREFETCH_PER_WORKER = 3
"""Number of files per worker that are submitted before the first of them is done."""

_MAX_FAILED_STARTS_PER_WORKER = 3
"""Limit on processes of one run that end before they can lint, for each worker of the pool."""

_MAX_DEATHS_PER_FILE = 2
"""Number of workers that may die while they lint a file: another one may be the first's fault."""


@dataclass(frozen=True, slots=True)
class Crash:
    """The outcome for a file whose workers died while they linted it."""


Outcome = CompactResult | Crash | None
"""The outcome for an item; None if it is no file or if this process must lint it."""


@dataclass(slots=True)
class _Run:
    """The toolset of a run and the number of its workers that did not start."""

    toolset: PackedToolset
    failed_starts: int = 0


class ProcessPool:
    """At most `size` processes that lint files, each started when it is needed.

    Processes are spawned, not forked, since this process has threads. A worker that dies is
    replaced.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        # Each thread waits for one worker, so a full pipe blocks no other worker.
        self._threads = ThreadPoolExecutor(size, "jobs")
        self._idle: list[WorkerProcess] = []
        self._all: list[WorkerProcess] = []
        self._packed: PackedToolset | None = None
        self._lock = Lock()
        self._closed = False

    def map(
        self, toolset: Toolset, items: Iterable[SourceFile | Other]
    ) -> Generator[tuple[SourceFile | Other, Outcome], None, None]:
        """Yield the items in order, each file with the result of a worker.

        Workers use the settings and the glossary of `toolset`. The outcome of a file is None
        if it cannot be read or if no worker can be started, and a `Crash` if two workers died
        while they linted it. Raises ClosedError once the pool is closed, and UnsendableError,
        before it reads an item, if the settings or the glossary cannot be sent to a worker.
        """
        return self._map(_Run(self._pack(toolset)), items)

    def _map(
        self, run: _Run, items: Iterable[SourceFile | Other]
    ) -> Generator[tuple[SourceFile | Other, Outcome], None, None]:
        queue: deque[tuple[SourceFile | Other, Future[Outcome] | None]] = deque()
        try:
            for item in items:
                queue.append((item, self._submit(run, item)))
                while queue and (
                    len(queue) >= self._size * _PREFETCH_PER_WORKER or _is_done(queue[0][1])
                ):
                    yield _with_outcome(*queue.popleft())
            while queue:
                yield _with_outcome(*queue.popleft())
        except CancelledError:
            raise ClosedError from None
        finally:
            for _, future in queue:
                if future is not None:
                    future.cancel()

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, []
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.terminate()
        self._threads.shutdown()
        for worker in workers:
            worker.join()

    def _pack(self, toolset: Toolset) -> PackedToolset:
        """Return a packed toolset, the last one if it is the same."""
        packed = self._packed
        if packed is None or packed.toolset is not toolset:
            self._packed = packed = pack_toolset(toolset)
        return packed

    def _submit(self, run: _Run, item: SourceFile | Other) -> "Future[Outcome] | None":
        if not isinstance(item, SourceFile):
            return None
        with self._lock:
            if self._closed:
                raise ClosedError
            return self._threads.submit(self._lint, run, item)

    def _lint(self, run: _Run, file: SourceFile) -> Outcome:
        for _ in range(_MAX_DEATHS_PER_FILE):
            worker = self._take(run)
            if worker is None:
                return None
            try:
                data = worker.lint(run.toolset, file)
                result = load(CompactResult, data) if data else None
            except INTERRUPTIONS:
                raise
            except (OSError, EOFError):  # the process has died
                self._discard(worker)
                continue
            except BaseException as error:  # noqa: BLE001  (a damaged result: lint the file here)
                log_failure(error)
                self._discard(worker)
                return None
            self._idle.append(worker)
            return result
        return Crash()

    def _take(self, run: _Run) -> WorkerProcess | None:
        """Return an idle or a new worker; None if none can be started."""
        with suppress(IndexError):
            return self._idle.pop()
        while run.failed_starts < self._size * _MAX_FAILED_STARTS_PER_WORKER:
            with suppress(OSError, EOFError):
                return self._start()
            with self._lock:
                run.failed_starts += 1
        return None

    def _start(self) -> WorkerProcess:
        """Return a new worker; raise OSError or EOFError if it ends before it is ready."""
        with self._lock:
            if self._closed:
                raise ClosedError
            worker = WorkerProcess()
            self._all.append(worker)
        try:
            worker.wait_until_ready()
        except (OSError, EOFError):
            self._discard(worker)
            raise
        return worker

    def _discard(self, worker: WorkerProcess) -> None:
        """Forget a dead worker and release its process, unless `close` does so."""
        with self._lock:
            if self._closed:
                raise ClosedError
            self._all.remove(worker)
        worker.terminate()
        worker.join()


def _is_done(future: "Future[Outcome] | None") -> bool:
    return future is None or future.done()


def _with_outcome(
    item: SourceFile | Other, future: "Future[Outcome] | None"
) -> tuple[SourceFile | Other, Outcome]:
    return item, None if future is None else future.result()
