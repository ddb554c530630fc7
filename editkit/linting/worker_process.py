"""Worker process: lints one file at a time with editkit's own checks."""

import multiprocessing.process
import pickle
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from typing import TYPE_CHECKING

from editkit.core.errors import INTERRUPTIONS, EditkitError, describe
from editkit.core.storage.codec import dump
from editkit.linting.compact_result import compress
from editkit.linting.files.source_file import SourceFile
from editkit.linting.lint_file import lint_file, parse
from editkit.linting.toolset import Toolset, build_toolset

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_children: set[object] = getattr(multiprocessing.process, "_children", set())
_SECONDS_TO_END = 5
"""Time that a process has to end before it is killed."""


class UnsendableError(EditkitError):
    """The settings or the glossary of a run cannot be sent to a process; `str()` is a clause."""


@dataclass(frozen=True, slots=True, eq=False)
class PackedToolset:
    """A toolset, and its settings and glossary as they are sent to processes."""

    toolset: Toolset
    data: bytes


def pack_toolset(toolset: Toolset) -> PackedToolset:
    """Return a toolset packed once for all processes; raise UnsendableError if that fails."""
    try:
        return PackedToolset(toolset, pickle.dumps((toolset.settings, toolset.setup.glossary)))
    except INTERRUPTIONS:
        raise
    except BaseException as error:
        message = f"the settings or the glossary cannot be sent to others: {describe(error)}"
        raise UnsendableError(message) from error


class WorkerProcess:
    """A spawned process that lints one file at a time.

    It ends when its pipe is closed, so it never outlives this process. It ignores Ctrl-C,
    which this process handles. Raises OSError if it cannot be started.
    """

    def __init__(self) -> None:
        self._toolset: PackedToolset | None = None
        _ignore_interrupts()
        context = get_context("spawn")
        self._pipe, worker_pipe = context.Pipe()
        self._process = context.Process(target=_serve, args=(worker_pipe,), daemon=True)
        self._process.start()
        # Otherwise multiprocessing ends this process also when a forked child exits.
        _children.discard(self._process)
        worker_pipe.close()  # so that reading from the pipe fails when the process dies

    def wait_until_ready(self) -> None:
        """Wait for the start of the process; raise EOFError or OSError if it ends before."""
        self._pipe.recv_bytes()

    def lint(self, toolset: PackedToolset, file: SourceFile) -> bytes:
        """Return the packed `CompactResult` of a file; empty if it cannot be read.

        Raises EOFError or OSError if the process dies.
        """
        configuration = None
        if self._toolset is not toolset:  # a glossary may be large, so it is sent only once
            self._toolset = toolset
            configuration = toolset.data
        self._pipe.send((configuration, file))
        return self._pipe.recv_bytes()

    def terminate(self) -> None:
        """Signal the process to end."""
        self._process.terminate()

    def join(self) -> None:
        """Wait for the end of the process and release it."""
        self._pipe.close()
        self._process.join(_SECONDS_TO_END)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def _ignore_interrupts() -> None:
    """Block SIGINT in this thread, so that processes it starts inherit the blocked signal."""
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # its start unblocks SIGINT, so start it before
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _serve(
    pipe: "Connection[object, tuple[bytes | None, SourceFile]]",
) -> None:
    """Lint the files that arrive through `pipe` until it is closed.

    The settings and the glossary come with the first file that they apply to.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    toolset: Toolset | None = None
    with suppress(EOFError, OSError):
        pipe.send_bytes(b"ready")
        while True:
            configuration, file = pipe.recv()
            try:
                if configuration is not None:
                    toolset = None  # in case that building another one fails
                    toolset = build_toolset(*pickle.loads(configuration))  # noqa: S301  (from this program)
                data = _lint_to_bytes(toolset, file) if toolset else b""
            except INTERRUPTIONS:
                raise
            except BaseException:  # noqa: BLE001  (the main process lints the file again and reports the error)
                data = b""
            pipe.send_bytes(data)


def _lint_to_bytes(toolset: Toolset, file: SourceFile) -> bytes:
    result = lint_file(parse(file, toolset.settings.lang), toolset, ())
    if result.package is None:
        return b""
    return dump(compress(result, toolset.common_result))
