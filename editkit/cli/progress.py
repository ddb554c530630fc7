"""Progress bar on the terminal for work that takes longer than a second."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

from editkit.text.counts import format_count

_DELAY_SECONDS = 1.0
"""Delay before the bar is shown."""
_REFRESH_SECONDS = 0.2
_BAR_WIDTH = 20
_MEGABYTE = 1_000_000


class Progress:
    """A bar on standard error; call `wipe` before any other output to the terminal."""

    def __init__(self, files: int) -> None:
        self._files, self._done = files, 0
        self._engine = ""
        self._bytes = self._chunks = (0, 0)
        self._is_drawn = False
        self._lock = Lock()

    def file_done(self) -> None:
        """Count a finished file."""
        self._done += 1
        self._bytes = self._chunks = (0, 0)

    def on_download(self, engine: str, done: int, total: int) -> None:
        """Set the number of bytes of an engine that have been downloaded."""
        self._engine, self._bytes = engine, (done, total)

    def on_check(self, done: int, total: int) -> None:
        """Set the number of text chunks that an engine has checked."""
        self._chunks = (done, total)

    def wipe(self) -> None:
        """Erase the bar until the next `draw`."""
        with self._lock:
            if self._is_drawn:
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()
                self._is_drawn = False

    def draw(self) -> None:
        """Draw the bar."""
        done, total = self._bytes
        label = f"{round(done / _MEGABYTE)} of {round(total / _MEGABYTE)} MB of {self._engine}"
        if not total or done == total:
            done, total = self._done, self._files
            label = f"{done} of {format_count(total, 'file')}"
            if total == 1 and self._chunks[1]:  # for a single file, count its chunks
                done, total = self._chunks
                label = f"{done} of {total} parts of a file"
        filled = _BAR_WIDTH * done // max(total, 1)
        with self._lock:
            sys.stderr.write(f"\r\x1b[K[{'#' * filled}{'.' * (_BAR_WIDTH - filled)}] {label}")
            sys.stderr.flush()
            self._is_drawn = True


class _DownloadNotice(Progress):
    """Prints one line when an engine is downloaded; used without a terminal."""

    def on_download(self, engine: str, done: int, total: int) -> None:
        if done < total and not any(self._bytes):
            sys.stderr.write(f"editkit: fetching {engine} ({round(total / _MEGABYTE)} MB), once\n")
        super().on_download(engine, done, total)


@contextmanager
def progress(files: int, *, quiet: bool = False) -> Iterator[Progress]:
    """Show a bar after a second, or a line about a download without a terminal."""
    if quiet or not sys.stderr.isatty():
        yield Progress(files) if quiet else _DownloadNotice(files)
        return
    bar = Progress(files)
    ended = Event()

    def refresh() -> None:
        shown_from = time.monotonic() + _DELAY_SECONDS
        while not ended.wait(_REFRESH_SECONDS):
            if time.monotonic() >= shown_from:
                bar.draw()

    thread = Thread(target=refresh, daemon=True)
    thread.start()
    try:
        yield bar
    finally:
        ended.set()
        thread.join()
        bar.wipe()
