"""What a person sees on the terminal while work takes longer than a second."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

from editkit.text.plural_messages import counted

_PATIENCE = 1.0
"""Seconds before anything is shown."""
_BEAT = 0.2
_WIDTH = 20
_MEGABYTE = 1_000_000


class Progress:
    """A bar on the standard error; what else goes to the terminal is written after `wipe`."""

    def __init__(self, files: int) -> None:
        self._files, self._done = files, 0
        self._bytes = self._pieces = (0, 0)
        self._drawn = False
        self._lock = Lock()

    def file_done(self) -> None:
        """Count a file."""
        self._done += 1
        self._bytes = self._pieces = (0, 0)

    def fetched(self, done: int, of: int) -> None:
        """Say how many bytes of an engine have come, and of how many."""
        self._bytes = (done, of)

    def checked(self, done: int, of: int) -> None:
        """Say how many pieces an engine has checked, and of how many that it has been given."""
        self._pieces = (done, of)

    def wipe(self) -> None:
        """Take the bar away until it is drawn anew."""
        with self._lock:
            if self._drawn:
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()
                self._drawn = False

    def draw(self) -> None:
        """Show how far the work is."""
        done, of = self._bytes
        words = f"{round(done / _MEGABYTE)} of {round(of / _MEGABYTE)} MB of LanguageTool"
        if not of or done == of:
            done, of = self._done, self._files
            words = f"{done} of {counted(of, 'file')}"
            if of == 1 and self._pieces[1]:  # the one file is all that there is to tell of
                done, of = self._pieces
                words = f"{done} of {of} pieces of a file"
        full = _WIDTH * done // max(of, 1)
        with self._lock:
            sys.stderr.write(f"\r\x1b[K[{'#' * full}{'.' * (_WIDTH - full)}] {words}")
            sys.stderr.flush()
            self._drawn = True


class _Line(Progress):
    """Says once that an engine is fetched, where there is no terminal to draw on."""

    def fetched(self, done: int, of: int) -> None:
        if done < of and not any(self._bytes):
            sys.stderr.write(
                f"editkit: fetching LanguageTool ({round(of / _MEGABYTE)} MB), once\n"
            )
        super().fetched(done, of)


@contextmanager
def progress(files: int, *, quiet: bool = False) -> Iterator[Progress]:
    """Show a bar from the second second on; a line, if the standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield Progress(files) if quiet else _Line(files)
        return
    bar = Progress(files)
    ended = Event()

    def beat() -> None:
        until = time.monotonic() + _PATIENCE
        while not ended.wait(_BEAT):
            if time.monotonic() >= until:
                bar.draw()

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield bar
    finally:
        ended.set()
        thread.join()
        bar.wipe()
