"""Worker processes that run editkit's own checks; engines run in the main process."""

import signal
import sys
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context, resource_tracker
from typing import TYPE_CHECKING, TypeVar

from editkit.core.codec import dump, load
from editkit.core.errors import INTERRUPTIONS, log_failure
from editkit.linting.compact_result import CompactResult, compress
from editkit.linting.discovery import SourceFile
from editkit.linting.lint_file import lint_file, parse
from editkit.linting.toolset import Toolset, build_toolset

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from editkit.config import Settings
    from editkit.core.glossary import Glossary

Other = TypeVar("Other")
_PREFETCH_PER_WORKER = 3
"""Number of files per worker that are submitted before the first of them is done."""

_MAX_STARTS_PER_WORKER = 3
"""Limit on processes started per worker: a file that crashes one may crash its successors."""


class ProcessPool:
    """At most `size` processes that lint files, each started when it is needed.

    Processes are spawned, not forked, since this process has threads. A worker ends
    when its pipe is closed, so it never outlives this process. Workers ignore Ctrl-C,
    which this process handles.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        # Each thread waits for one worker, so a full pipe blocks no other worker.
        self._threads = ThreadPoolExecutor(size, "jobs")
        self._idle: list[_Worker] = []
        self._all: list[_Worker] = []
        self._closed = False

    def map(
        self, toolset: Toolset, items: Iterable[SourceFile | Other]
    ) -> Generator[tuple[SourceFile | Other, CompactResult | None], None, None]:
        """Yield the items in order, each file with the result of a worker.

        Workers use the settings and the glossary of `toolset`. The result is None if the
        file cannot be read, if its worker died, or if the item is not a file.
        """
        queue: deque[tuple[SourceFile | Other, Future[CompactResult | None] | None]] = deque()
        try:
            for item in items:
                future = None
                if isinstance(item, SourceFile):
                    future = self._threads.submit(self._lint, toolset, item)
                queue.append((item, future))
                while queue and (
                    len(queue) >= self._size * _PREFETCH_PER_WORKER or _is_done(queue[0][1])
                ):
                    yield _with_result(*queue.popleft())
            while queue:
                yield _with_result(*queue.popleft())
        finally:
            for _, future in queue:
                if future is not None:
                    future.cancel()

    def close(self) -> None:
        """End all workers."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.terminate()
        self._threads.shutdown()
        for worker in self._all:
            worker.join()

    def _lint(self, toolset: Toolset, file: SourceFile) -> CompactResult | None:
        try:
            worker = self._idle.pop()
        except IndexError:
            if self._closed or len(self._all) >= self._size * _MAX_STARTS_PER_WORKER:
                return None
            worker = _Worker()
            self._all.append(worker)
        try:
            data = worker.lint(toolset, file)
            result = load(CompactResult, data) if data else None
        except INTERRUPTIONS:
            raise
        except BaseException as error:  # noqa: BLE001  (the process has died, or its result is damaged)
            log_failure(error)
            return None
        self._idle.append(worker)
        return result


class _Worker:
    """A process that lints one file at a time."""

    def __init__(self) -> None:
        self._toolset: Toolset | None = None
        _ignore_interrupts()
        context = get_context("spawn")
        self._pipe, worker_pipe = context.Pipe()
        self._process = context.Process(target=_serve, args=(worker_pipe,), daemon=True)
        self._process.start()
        worker_pipe.close()  # so that reading from the pipe fails when the process dies

    def lint(self, toolset: Toolset, file: SourceFile) -> bytes:
        configuration = None
        if self._toolset is not toolset:  # a glossary may be large, so it is sent only once
            self._toolset = toolset
            configuration = toolset.settings, toolset.setup.glossary
        self._pipe.send((configuration, file))
        return self._pipe.recv_bytes()

    def terminate(self) -> None:
        self._process.terminate()

    def join(self) -> None:
        self._pipe.close()
        self._process.join()
        self._process.close()


def _ignore_interrupts() -> None:
    """Block SIGINT in this thread, so that processes it starts inherit the blocked signal."""
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # its start unblocks SIGINT, so start it before
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _is_done(future: "Future[CompactResult | None] | None") -> bool:
    return future is None or future.done()


def _with_result(
    item: SourceFile | Other, future: "Future[CompactResult | None] | None"
) -> tuple[SourceFile | Other, CompactResult | None]:
    return item, None if future is None else future.result()


def _serve(
    pipe: "Connection[object, tuple[tuple[Settings, Glossary] | None, SourceFile]]",
) -> None:
    """Lint the files that arrive through `pipe` until it is closed.

    The settings and the glossary come with the first file that they apply to.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    toolset: Toolset | None = None
    with suppress(EOFError, OSError):
        while True:
            configuration, file = pipe.recv()
            try:
                if configuration is not None:
                    toolset = None  # in case that building another one fails
                    toolset = build_toolset(*configuration)
                data = _lint_to_bytes(toolset, file) if toolset else b""
            except INTERRUPTIONS:
                raise
            except BaseException:  # noqa: BLE001  (the main process lints the file again and reports the error)
                data = b""
            pipe.send_bytes(data)


def _lint_to_bytes(toolset: Toolset, file: SourceFile) -> bytes:
    result = lint_file(parse(file, toolset.settings.lang), toolset, ())
    if result.package is None:
        return b""
    return dump(compress(result, toolset.common_result))
