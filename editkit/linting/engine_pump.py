"""Lets engines work on documents while editkit's own checks do, a little ahead of them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import Full, Queue, SimpleQueue
from threading import Event, Lock, Thread
from typing import Generic, Protocol, TypeVar

from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.linting.lint_file import Outcome


class Read(Protocol):
    """A file that a run has come to, with those of its documents that engines are to check."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the file, in order."""


class Files(Protocol):
    """The files of a run, as far as it has come; closed, no more of them are kept."""

    def __iter__(self) -> Iterator[Read]:
        """Return the files in order."""

    def close(self) -> None:
        """Want no more of them."""


Item = TypeVar("Item")
Task = Callable[[], None] | None
_TICK = 0.1
"""Seconds between two looks at whether the run was given up."""
_AHEAD = 16
"""How many finished documents of an engine wait to be asked for."""


class Feed(Generic[Item]):
    """One iterable read by several threads, each of which gets every item of it.

    Only what the slowest reader has not had yet is kept.
    """

    def __init__(self, items: Iterable[Item], readers: int) -> None:
        self.readers = tuple(_Reader(self) for _ in range(readers))
        self._items = iter(items)
        self._lock = Lock()

    def fetch(self, waiting: deque[Item]) -> bool:
        """Hand the next item to every reader, unless one is `waiting` by now; say if there was."""
        with self._lock:
            if not waiting:
                for item in self._items:
                    for reader in self.readers:
                        reader.take(item)
                    break
            return bool(waiting)


class _Reader(Iterator[Item]):
    """Yields the items of a feed until it is closed; then none are kept for it."""

    def __init__(self, feed: Feed[Item]) -> None:
        self._feed = feed
        self._waiting: deque[Item] = deque()
        self._closed = False

    def __next__(self) -> Item:
        if self._closed or not (self._waiting or self._feed.fetch(self._waiting)):
            raise StopIteration
        return self._waiting.popleft()

    def take(self, item: Item) -> None:
        if not self._closed:
            self._waiting.append(item)

    def close(self) -> None:
        self._closed = True
        self._waiting.clear()


class Crew:
    """Threads that outlive their task and take the next one; as many as work at one time.

    What an engine keeps by thread is so made once and not once a run.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._idle: list[SimpleQueue[Task]] = []

    def do(self, task: Callable[[], None]) -> None:
        """Have a thread do `task`, which must not raise."""
        try:
            inbox = self._idle.pop()
        except IndexError:
            inbox = SimpleQueue()
            Thread(target=self._work, args=(inbox,), name=self._name, daemon=True).start()
        inbox.put(task)

    def close(self) -> None:
        """End the threads that have nothing to do."""
        while self._idle:
            self._idle.pop().put(None)

    def _work(self, inbox: "SimpleQueue[Task]") -> None:
        while (task := inbox.get()) is not None:
            task()
            self._idle.append(inbox)


class Ahead:
    """What an engine says of documents, worked out by a thread of its crew meanwhile."""

    def __init__(self, engine: Engine, crew: Crew, files: Files) -> None:
        self._engine, self._files = engine, files
        self._out: Queue[Outcome | None] = Queue(_AHEAD)
        self._given_up = Event()
        self._failure: EngineError | None = None
        self._ending = EngineError("The engine stopped before the end.")
        crew.do(self._work)

    def next(self) -> Outcome:
        """Wait for the next document's issues; an engine that stopped early says so in each."""
        if self._failure is None and (outcome := self._out.get()) is not None:
            return outcome
        self._failure = self._ending
        return self._failure

    def give_up(self) -> None:
        """Have the thread end as soon as the engine lets it."""
        self._given_up.set()

    def _work(self) -> None:
        try:
            for outcome in self._engine.run(self._until_given_up()):
                if not self._hand_over(outcome):
                    return
        except EngineError as error:
            self._ending = error
        except BaseException as error:  # noqa: BLE001  (the run waits for this thread to answer)
            self._ending = EngineError(f"The engine failed: {type(error).__name__}: {error}.")
        self._files.close()
        self._hand_over(None)

    def _hand_over(self, outcome: Outcome | None) -> bool:
        while not self._given_up.is_set():
            try:
                self._out.put(outcome, timeout=_TICK)
            except Full:
                continue
            return True
        return False

    def _until_given_up(self) -> Iterator[Document]:
        for file in self._files:
            for document in file.documents:
                if self._given_up.is_set():
                    return
                yield document
