"""The process that owns LanguageTool's Java and ends it when nobody uses it.

Run by its path with the standard library alone, so that it starts fast:
``python -I -S watch.py FOLDER IDLE COMMAND…``. It exits at once with `TAKEN`
where another one already watches in FOLDER; otherwise it leaves a process of
its own behind, which belongs to no terminal and does not end with its caller.
"""

import fcntl
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

TAKEN = 3
"""The exit status that says: somebody else watches."""

LOCK = "server.lock"
"""Held by the watcher and its Java for as long as either of them lives."""

USE = "use.lock"
"""Held, shared, by every client that waits for an answer."""

BEAT = "heartbeat"
"""Touched by every client when it asks and when it has its answer."""

STATE = "state.json"
"""The server's port."""

END = "end"
"""Put there by a client that the server leaves without an answer."""

LOG = "server.log"
"""What Java and the watcher print."""

PORT = "{port}"
"""Stands in the command where the port goes."""

_GRAB_FOR = 0.5
_LOOK_EVERY = 1.0
_PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> int:
    """Become the watcher of a folder, or return `TAKEN`."""
    folder, idle, command = Path(arguments[0]), float(arguments[1]), arguments[2:]
    for ignored in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    if not _grab(lock, for_seconds=_GRAB_FOR):
        return TAKEN
    for old in (STATE, END):
        (folder / old).unlink(missing_ok=True)
    (folder / BEAT).touch()
    if os.fork():
        os._exit(0)
    signal.signal(signal.SIGTERM, _leave)
    _watch(folder, idle, command, lock)
    return 0


def _watch(folder: Path, idle: float, command: list[str], lock: int) -> None:
    port = _free_port()
    alive, held_by_java = os.pipe()
    die_with_me = _death_note()
    with (folder / LOG).open("wb") as log:
        java = subprocess.Popen(  # noqa: S603  (the command that the caller has made)
            [part.replace(PORT, str(port)) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            pass_fds=(lock, held_by_java),
            preexec_fn=die_with_me,  # noqa: PLW1509  (there is one thread only)
        )
    try:
        os.close(held_by_java)
        _write(folder / STATE, {"port": port})
        _wait_until_unused(folder, idle, alive)
    finally:
        java.kill()
        java.wait()


def _wait_until_unused(folder: Path, idle: float, alive: int) -> None:
    """Wait until Java has ended, or nobody uses it, or somebody wants it to end.

    If nobody uses it, none can from then on until we end.
    """
    seen, since = 0, time.monotonic()
    while not select.select([alive], [], [], min(_LOOK_EVERY, idle / 4))[0]:
        try:
            if (folder / END).exists():
                return
            beat = (folder / BEAT).stat().st_mtime_ns
            if beat != seen:  # no wall clock is asked: it may be set
                seen, since = beat, time.monotonic()
            elif time.monotonic() - since >= idle:
                use = os.open(folder / USE, os.O_RDWR | os.O_CREAT, 0o600)
                if _grab(use):
                    (folder / STATE).unlink(missing_ok=True)
                    return  # with the lock held
                os.close(use)
        except OSError:  # the folder was taken away, and with it every way to us
            return


def _grab(opened: int, *, for_seconds: float = 0) -> bool:
    """Take a lock alone, trying for a while: a client that looks at it holds it for an instant."""
    until = time.monotonic() + for_seconds
    while True:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(0.01)
        else:
            return True


def _death_note() -> Callable[[], None] | None:
    """Return what makes the kernel end a child with us, on Linux."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes  # noqa: PLC0415  (Linux only)

    libc, me = ctypes.CDLL(None), os.getpid()

    def sign() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != me:  # we were gone before the kernel knew
            os._exit(1)

    return sign


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _write(path: Path, state: dict[str, int]) -> None:
    new = path.with_suffix(".new")
    new.write_text(json.dumps(state), "utf-8")
    new.replace(path)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
