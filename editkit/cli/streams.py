"""Standard streams of a command: missing ones are replaced, and failed writes are noticed."""

import codecs
import errno
import io
import os
import select
import sys
from typing import TYPE_CHECKING, TextIO

from editkit.core.errors import EditkitError

if TYPE_CHECKING:
    from typing_extensions import Buffer

_STANDARD_DESCRIPTORS = (0, 1, 2)


class OutputError(EditkitError):
    """The standard output cannot be written; `str()` is one sentence.

    `is_closed` says whether the reader of a pipe has closed it, as `head` does.
    """

    def __init__(self, error: OSError) -> None:
        super().__init__(f"Cannot write the output: {error.strerror}.")
        # A closed pipe is EINVAL on Windows.
        closed = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}
        self.is_closed = error.errno in closed


class _Output(io.FileIO):
    """A standard output whose first failed write raises OutputError, which no library catches.

    Later writes do nothing: Python writes what is left in the buffer once more at its end.
    """

    _has_failed = False

    def write(self, data: "Buffer", /) -> int:
        size = memoryview(data).nbytes
        if self._has_failed:
            return size
        try:
            while (count := super().write(data)) is None:
                select.select([], [self], [])  # another program has made the pipe non-blocking
        except OSError as error:
            self._has_failed = True
            raise OutputError(error) from None
        return count


class _Messages(io.FileIO):
    """A standard error whose failed writes are ignored: there is no place to report them."""

    def write(self, data: "Buffer", /) -> int:
        try:
            count = super().write(data)
        except OSError:
            count = None
        return memoryview(data).nbytes if count is None else count


def prepare_streams() -> None:
    """Replace the standard output and error by streams that fail in a controlled way.

    Characters that the encoding of a stream does not have are escaped. A stream that is
    closed is replaced by one that discards everything. The standard input stays as it is.
    """
    _fill_descriptors()
    sys.stdout = _prepared(sys.stdout, _Output)
    sys.stderr = _prepared(sys.stderr, _Messages)


def _fill_descriptors() -> None:
    """Open the null device as each standard descriptor that is closed.

    Otherwise, the next file that is opened would get its number, and what a library prints
    would be written into that file.
    """
    for descriptor in _STANDARD_DESCRIPTORS:
        try:
            os.fstat(descriptor)
        except OSError:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != descriptor:
                os.dup2(opened, descriptor)
                os.close(opened)
            os.set_inheritable(descriptor, True)  # noqa: FBT003  (positional only)


def _prepared(stream: TextIO | None, kind: type[io.FileIO]) -> TextIO:
    if stream is None:  # its descriptor was closed when Python started
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  (a device)
    if not isinstance(stream, io.TextIOWrapper):
        return stream  # a replacement of the program that runs this
    raw = getattr(stream.buffer, "raw", stream.buffer)
    if type(raw) is not io.FileIO:  # the console of Windows
        stream.reconfigure(errors="backslashreplace")
        return stream
    stream.flush()
    # ASCII, the encoding of LC_ALL=C, says nothing about the terminal. Click does the same.
    is_ascii = codecs.lookup(stream.encoding).name == "ascii"
    return io.TextIOWrapper(
        io.BufferedWriter(kind(stream.fileno(), "w", closefd=False)),
        encoding="utf-8" if is_ascii else stream.encoding,
        errors="backslashreplace",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
