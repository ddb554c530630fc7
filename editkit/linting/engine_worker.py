"""Engine worker threads: run engines on documents while editkit's own checks run."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import Full, Queue, SimpleQueue
from threading import Event, Lock, Thread
from typing import Generic, Protocol, TypeVar

from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError, EngineOutput
from editkit.core.errors import describe


class HasDocuments(Protocol):
    """A file of a run, with the documents that engines check."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the file, in order."""


class FileStream(Protocol):
    """An iterator over the files of a run that can be closed early."""

    def __iter__(self) -> Iterator[HasDocuments]:
        """Return the files in order."""

    def close(self) -> None:
        """Stop queueing files for this iterator."""


Item = TypeVar("Item")
Task = Callable[[], None] | None
_POLL_SECONDS = 0.1
"""Seconds between two checks for whether the run was canceled."""
_MAX_QUEUED_OUTPUTS = 16
"""Number of finished documents that an engine may be ahead of the run."""


class Tee(Generic[Item]):
    """A thread-safe `itertools.tee`: each of the `branches` yields every item.

    Only items that the slowest branch has not yielded yet are kept.
    """

    def __init__(self, items: Iterable[Item], count: int) -> None:
        self.branches = tuple(_Branch(self) for _ in range(count))
        self._items = iter(items)
        self._lock = Lock()

    def fetch(self, pending: deque[Item]) -> bool:
        """Push the next item to all branches if `pending` is empty; return whether it has any."""
        with self._lock:
            if not pending:
                for item in self._items:
                    for branch in self.branches:
                        branch.push(item)
                    break
            return bool(pending)


class _Branch(Iterator[Item]):
    """An iterator over the items of a tee; once closed, it ends and keeps no items."""

    def __init__(self, tee: Tee[Item]) -> None:
        self._tee = tee
        self._pending: deque[Item] = deque()
        self._closed = False

    def __next__(self) -> Item:
        if self._closed or not (self._pending or self._tee.fetch(self._pending)):
            raise StopIteration
        return self._pending.popleft()

    def push(self, item: Item) -> None:
        if not self._closed:
            self._pending.append(item)

    def close(self) -> None:
        self._closed = True
        self._pending.clear()


class WorkerPool:
    """Threads that are reused for later tasks; there are as many as tasks run at a time.

    With reused threads, an engine creates its thread-local state once, not once per run.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._idle: list[SimpleQueue[Task]] = []

    def submit(self, task: Callable[[], None]) -> None:
        """Run `task`, which must not raise, in an idle or a new thread."""
        try:
            inbox = self._idle.pop()
        except IndexError:
            inbox = SimpleQueue()
            Thread(target=self._run, args=(inbox,), name=self._name, daemon=True).start()
        inbox.put(task)

    def close(self) -> None:
        """End the idle threads."""
        while self._idle:
            self._idle.pop().put(None)

    def _run(self, inbox: "SimpleQueue[Task]") -> None:
        while (task := inbox.get()) is not None:
            task()
            self._idle.append(inbox)


class EngineWorker:
    """Runs an engine on documents in a thread of `pool` and queues its output."""

    def __init__(self, engine: Engine, pool: WorkerPool, files: FileStream) -> None:
        self._engine, self._files = engine, files
        self._outputs: Queue[EngineOutput | None] = Queue(_MAX_QUEUED_OUTPUTS)
        self._cancelled = Event()
        self._failure: EngineError | None = None
        self._end_error = EngineError("The engine stopped before the end.")
        pool.submit(self._run)

    def next(self) -> EngineOutput:
        """Return the output for the next document, waiting for it.

        Returns an EngineError for each document left when the engine stopped early.
        """
        if self._failure is None and (output := self._outputs.get()) is not None:
            return output
        self._failure = self._end_error
        return self._failure

    def cancel(self) -> None:
        """End the thread's task as soon as the engine asks for or returns a document."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            for output in self._engine.run(self._documents()):
                if not self._put(output):
                    return
        except EngineError as error:
            self._end_error = error
        except BaseException as error:  # noqa: BLE001  (the run waits for this thread's output)
            self._end_error = EngineError(f"The engine failed: {describe(error)}.")
        self._files.close()
        self._put(None)

    def _put(self, output: EngineOutput | None) -> bool:
        """Queue an output; return False if the run was canceled."""
        while not self._cancelled.is_set():
            try:
                self._outputs.put(output, timeout=_POLL_SECONDS)
            except Full:
                continue
            return True
        return False

    def _documents(self) -> Iterator[Document]:
        for file in self._files:
            for document in file.documents:
                if self._cancelled.is_set():
                    return
                yield document
