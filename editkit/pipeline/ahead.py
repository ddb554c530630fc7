"""Lets engines work on documents while editkit's own checks do, a little ahead of them."""

from collections import deque
from collections.abc import Iterable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue

Item = TypeVar("Item")
Outcome = tuple[Issue, ...] | EngineError
_TICK = 0.1
"""Seconds between two looks at whether the run was given up."""
_AHEAD = 16
"""How many finished documents of an engine wait to be asked for."""


class Feed(Generic[Item]):
    """One iterable read by several threads, each of which gets every item of it.

    Only what the slowest reader has not had yet is kept.
    """

    def __init__(self, items: Iterable[Item], readers: int) -> None:
        self._items = iter(items)
        self._lock = Lock()
        self._waiting = tuple(deque[Item]() for _ in range(readers))

    def reader(self, number: int) -> Iterator[Item]:
        """Yield every item; each number, counted from 0, is one reader's own."""
        own = self._waiting[number]
        while True:
            with self._lock:
                if not own:
                    try:
                        item = next(self._items)
                    except StopIteration:
                        return
                    for waiting in self._waiting:
                        waiting.append(item)
                item = own.popleft()
            yield item


class EngineThread:
    """Runs an engine over documents in a thread of its own; yields what it says of each."""

    def __init__(self, engine: Engine, documents: Iterable[Document]) -> None:
        self._engine, self._documents = engine, documents
        self._out: Queue[Outcome] = Queue(_AHEAD)
        self._given_up = Event()
        self._ended = Event()
        self._thread = Thread(target=self._work, name=engine.name, daemon=True)
        self._thread.start()

    def next(self) -> Outcome:
        """Wait for the next document's issues; an engine that stopped early says so in each."""
        while True:
            try:
                return self._out.get(timeout=_TICK)
            except Empty:
                if self._ended.is_set() and self._out.empty():
                    return self._failure

    def give_up(self) -> None:
        """End the thread as soon as the engine lets it."""
        self._given_up.set()
        self._thread.join(timeout=1)

    _failure = EngineError("The engine stopped before the end.")

    def _work(self) -> None:
        try:
            for outcome in self._engine.run(self._until_given_up()):
                while not self._given_up.is_set():
                    try:
                        self._out.put(outcome, timeout=_TICK)
                    except Full:
                        continue
                    break
                if self._given_up.is_set():
                    return
        except EngineError as error:
            self._failure = error
        except Exception as error:  # noqa: BLE001  (an engine's fault must not end the run)
            self._failure = EngineError(f"The engine failed: {type(error).__name__}: {error}.")
        finally:
            self._ended.set()

    def _until_given_up(self) -> Iterator[Document]:
        for document in self._documents:
            if self._given_up.is_set():
                return
            yield document
