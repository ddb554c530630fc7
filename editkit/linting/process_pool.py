"""Worker processes for editkit's own checks; engines stay where they are."""

import signal
import sys
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from typing import TYPE_CHECKING, TypeVar

from editkit.cache.codec import dump, load
from editkit.config import Settings
from editkit.core.document import Package
from editkit.core.result import DocumentResult, FileResult, Notice, PlacedIssue
from editkit.linting.discovery import Found
from editkit.linting.lint_file import examine, parse
from editkit.linting.toolset import Workbench, prepare

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Other = TypeVar("Other")
_AHEAD = 3
"""How many files, for each worker, are read before the first of them is done."""

_LIVES = 3
"""How many processes are started in the place of one, since what ends one may end all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says of a file that it could read."""

    sha256: str
    words: int
    documents: tuple[tuple[PlacedIssue, ...], ...]
    notices: tuple[Notice, ...]

    def result(self, package: Package, bench: Workbench) -> FileResult:
        """Return the result, which is of a file whose documents have no segments."""
        parts = map(DocumentResult, package.documents, self.documents)
        notices = (*bench.notices, *self.notices)
        return FileResult(
            package.uri, package, self.sha256, self.words, tuple(parts), bench.reports, notices
        )


class Team:
    """Processes that check files, as many as `size` at most, each started when there is work.

    They are new Pythons, whatever threads this one has. A worker ends as soon as
    nobody holds the other end of its pipe, so none outlives this process however
    it ends; Ctrl-C is left to this one.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        # Each of the threads waits for one worker: a pipe that is full stops nobody else.
        self._threads = ThreadPoolExecutor(size, "jobs")
        self._idle: list[_Worker] = []
        self._all: list[_Worker] = []
        self._closed = False

    def map(
        self, settings: Settings, items: Iterable[Found | Other]
    ) -> Generator[tuple[Found | Other, Answer | None], None, None]:
        """Yield the items in order, each file with what a worker says of it.

        That is None of a file that cannot be read, or whose worker has died, and
        of an item that is no file.
        """
        queue: deque[tuple[Found | Other, Future[Answer | None] | None]] = deque()
        try:
            for item in items:
                said = None
                if isinstance(item, Found):
                    said = self._threads.submit(self._ask, settings, item)
                queue.append((item, said))
                while queue and (len(queue) >= self._size * _AHEAD or _done(queue[0][1])):
                    yield _answered(*queue.popleft())
            while queue:
                yield _answered(*queue.popleft())
        finally:
            for _, said in queue:
                if said is not None:
                    said.cancel()

    def close(self) -> None:
        """End all workers."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.stop()
        self._threads.shutdown()
        for worker in self._all:
            worker.end()

    def _ask(self, settings: Settings, found: Found) -> Answer | None:
        try:
            worker = self._idle.pop()
        except IndexError:
            if self._closed or len(self._all) >= self._size * _LIVES:
                return None
            worker = _Worker()
            self._all.append(worker)
        try:
            answer = worker.ask(settings, found)
        except (OSError, EOFError):  # it has died
            return None
        self._idle.append(worker)
        return load(Answer, answer) if answer else None


class _Worker:
    """A process that is asked for one file at a time."""

    def __init__(self) -> None:
        _ignore_interrupts()
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()  # so that its death is seen here

    def ask(self, settings: Settings, found: Found) -> bytes:
        self._pipe.send((settings, found))
        return self._pipe.recv_bytes()

    def stop(self) -> None:
        self._process.terminate()

    def end(self) -> None:
        self._pipe.close()
        self._process.join()
        self._process.close()


def _ignore_interrupts() -> None:
    """Keep Ctrl-C from the processes that this thread starts, from their first moment on."""
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # starting, it would unblock what is blocked below
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _done(said: "Future[Answer | None] | None") -> bool:
    return said is None or said.done()


def _answered(
    item: Found | Other, said: "Future[Answer | None] | None"
) -> tuple[Found | Other, Answer | None]:
    return item, None if said is None else said.result()


def _work(pipe: "Connection[object, tuple[Settings, Found]]") -> None:
    """Check what comes through the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bench: Workbench | None = None
    with suppress(EOFError, OSError):
        while True:
            settings, found = pipe.recv()
            try:
                if bench is None or bench.settings != settings:
                    bench = prepare(settings)
                answer = _answer(bench, found)
            except Exception:  # noqa: BLE001  (whoever asked does it then, and tells what is wrong)
                answer = b""
            pipe.send_bytes(answer)


def _answer(bench: Workbench, found: Found) -> bytes:
    result = examine(parse(found, bench.settings.lang), bench, ())
    if result.package is None:
        return b""
    issues = tuple(part.issues for part in result.documents)
    own = result.notices[len(bench.notices) :]
    return dump(Answer(result.sha256, result.words, issues, own))
