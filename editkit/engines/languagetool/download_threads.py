"""Download threads: run downloads at the same time, and give up if they stall."""

import queue
import threading
import time
from collections.abc import Callable, Sequence

Task = Callable[[], None]

STALL_SECONDS = 60.0
"""Seconds without any bytes after which downloads are given up."""
MIN_BYTES_PER_SECOND = 20_000
"""Slowest average speed that is waited for; a server may send one byte at a time."""


class StalledError(Exception):
    """The downloads have received too little for too long."""


class Downloads:
    """Runs downloads in threads that end with the process, even if a server never answers."""

    def __init__(self, size: int) -> None:
        """`size` is the number of bytes to download."""
        self._last_bytes = time.monotonic()
        self._end = self._last_bytes + STALL_SECONDS + size / MIN_BYTES_PER_SECOND
        self._has_failed = threading.Event()
        self._given_up = threading.Event()

    def received(self) -> None:
        """Note that bytes have arrived; raise StalledError if the downloads were given up."""
        if self._given_up.is_set():
            raise StalledError
        self._last_bytes = time.monotonic()

    def run(self, tasks: Sequence[Task], threads: int) -> None:
        """Run `tasks`; raise the first error of one, or StalledError.

        After an error no task is started, and those that run are waited for.
        """
        waiting: queue.SimpleQueue[Task] = queue.SimpleQueue()
        outcomes: queue.SimpleQueue[BaseException | None] = queue.SimpleQueue()
        for task in tasks:
            waiting.put(task)
        for _ in range(min(threads, len(tasks))):
            worker = threading.Thread(target=self._work, args=(waiting, outcomes), daemon=True)
            worker.start()
        errors: list[BaseException] = []
        try:
            for _ in tasks:
                if (error := self._next(outcomes)) is not None:
                    errors.append(error)
                    self._has_failed.set()
        finally:
            self._given_up.set()
        if errors:
            raise errors[0]

    def _work(
        self,
        waiting: "queue.SimpleQueue[Task]",
        outcomes: "queue.SimpleQueue[BaseException | None]",
    ) -> None:
        while not self._given_up.is_set():
            try:
                task = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                if not self._has_failed.is_set():
                    task()
            except BaseException as error:  # noqa: BLE001  (raised again in `run`)
                outcomes.put(error)
            else:
                outcomes.put(None)

    def _next(self, outcomes: "queue.SimpleQueue[BaseException | None]") -> BaseException | None:
        while True:
            now = time.monotonic()
            left = min(self._last_bytes + STALL_SECONDS, self._end) - now
            if left <= 0:
                raise StalledError
            try:
                return outcomes.get(timeout=min(left, 1.0))
            except queue.Empty:
                continue
