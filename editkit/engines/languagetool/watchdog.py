"""Watchdog process: owns LanguageTool's Java process and ends it when it is idle.

Run by its path with only the standard library, for a fast start:
``python -I -S watchdog.py FOLDER IDLE COMMAND…``. It exits at once with `ALREADY_RUNNING`
if FOLDER has a watchdog; otherwise it forks a daemon that has no terminal and outlives its
caller. The files below are in FOLDER.
"""

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

ALREADY_RUNNING = 3
"""Exit status if another watchdog is running."""

LOCK_FILE = "server.lock"
"""Locked while the watchdog or its Java process is alive."""

USE_LOCK_FILE = "use.lock"
"""Locked (shared) by every client that waits for a response."""

HEARTBEAT_FILE = "heartbeat"
"""Touched by every client at the start and the end of a request."""

STATE_FILE = "state.json"
"""The server's port."""

STOP_FILE = "end"
"""Created by a client that gets no response, to stop the server."""

LOG_FILE = "server.log"
"""Output of Java and the watchdog."""

PORT_PLACEHOLDER = "{port}"
"""Replaced with the port in the command."""

_LOCK_TIMEOUT = 0.5  # seconds
_POLL_INTERVAL = 1.0  # seconds
_PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> int:
    """Become the watchdog of a folder, or return `ALREADY_RUNNING`."""
    if sys.platform == "win32":  # never started there; see `supported_system`
        raise NotImplementedError
    folder, idle, command = Path(arguments[0]), float(arguments[1]), arguments[2:]
    for ignored in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    lock = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    if not _try_lock(lock, timeout=_LOCK_TIMEOUT):
        return ALREADY_RUNNING
    for old in (STATE_FILE, STOP_FILE):
        (folder / old).unlink(missing_ok=True)
    (folder / HEARTBEAT_FILE).touch()
    if os.fork():
        os._exit(0)
    signal.signal(signal.SIGTERM, _exit)
    _run_java(folder, idle, command, lock)
    return 0


def _run_java(folder: Path, idle: float, command: list[str], lock: int) -> None:
    port = _free_port()
    java_exited, java_pipe = os.pipe()
    set_death_signal = _death_signal_setter()
    with (folder / LOG_FILE).open("wb") as log:
        java = subprocess.Popen(  # noqa: S603  (the caller's command)
            [word.replace(PORT_PLACEHOLDER, str(port)) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            pass_fds=(lock, java_pipe),
            preexec_fn=set_death_signal,  # noqa: PLW1509  (there is only one thread)
        )
    try:
        os.close(java_pipe)
        _write_state(folder / STATE_FILE, {"port": port})
        _wait_until_unused(folder, idle, java_exited)
    finally:
        java.kill()
        java.wait()


def _wait_until_unused(folder: Path, idle: float, java_exited: int) -> None:
    """Wait until Java has ended, has been idle for `idle` seconds, or must be stopped.

    After the idle time the use lock stays locked, so that no client can start a request.
    """
    seen, since = 0, time.monotonic()
    while not select.select([java_exited], [], [], min(_POLL_INTERVAL, idle / 4))[0]:
        try:
            if (folder / STOP_FILE).exists():
                return
            heartbeat = (folder / HEARTBEAT_FILE).stat().st_mtime_ns
            if heartbeat != seen:  # compared, not subtracted: the clock may change
                seen, since = heartbeat, time.monotonic()
            elif time.monotonic() - since >= idle:
                use_lock = os.open(folder / USE_LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
                if _try_lock(use_lock):
                    (folder / STATE_FILE).unlink(missing_ok=True)
                    return  # with the lock held
                os.close(use_lock)
        except OSError:  # the folder was removed, so no client can find the server
            return


def _try_lock(opened: int, *, timeout: float = 0) -> bool:
    """Acquire an exclusive lock within `timeout` seconds; return whether that succeeded.

    Clients that test the lock have it for a moment, hence the retries.
    """
    if sys.platform == "win32":
        raise NotImplementedError
    import fcntl  # noqa: PLC0415  (missing on Windows, where clients import the constants above)

    until = time.monotonic() + timeout
    while True:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(0.01)
        else:
            return True


def _death_signal_setter() -> Callable[[], None] | None:
    """Return a function that, run in a child, makes Linux kill it when this process ends."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes  # noqa: PLC0415  (Linux only)

    libc, parent = ctypes.CDLL(None), os.getpid()

    def set_death_signal() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # the parent had already ended
            os._exit(1)

    return set_death_signal


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _write_state(path: Path, state: dict[str, int]) -> None:
    new = path.with_suffix(".new")
    new.write_text(json.dumps(state), "utf-8")
    new.replace(path)


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    sys.exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
