"""`editkit` as a child process."""

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

COMMAND = (sys.executable, "-m", "editkit")


@contextmanager
def start_editkit(
    *args: str,
    folder: Path,
    stdout: int = PIPE,
    env: Mapping[str, str] | None = None,
    own_session: bool = False,
) -> Iterator["Popen[str]"]:
    """Start a command in `folder`; kill it if the test fails, and wait for its end.

    SIGINT reaches the command also where this process ignores it, as in a background job.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = Popen(
            [*COMMAND, *args],
            cwd=folder,
            stdout=stdout,
            stderr=PIPE,
            env=env,
            start_new_session=own_session,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise
