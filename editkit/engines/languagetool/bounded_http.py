"""HTTP connections whose answers, headers included, have a deadline and a size limit."""

import contextlib
import http.client
import io
import socket
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_ANSWER_BYTES = 64_000_000
"""Size limit of one answer; a text of 6,000 characters has answers of up to 2 MB."""


class AnswerTooLargeError(Exception):
    """A server has sent more than `MAX_ANSWER_BYTES` in one answer."""


class Deadline:
    """A point in time on the monotonic clock, `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds that are left; raise TimeoutError if there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the deadline is over")
        return left


class BoundedConnection:
    """A connection to a server; each request has a deadline for the whole answer.

    A timeout of a socket only limits the time between two bytes, so a server that sends
    one byte a second would never be given up.
    """

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self._connection = connection
        self._deadline = Deadline(0)
        # http.client calls it for each answer, also for that of a proxy.
        connection.response_class = self._response  # type: ignore[assignment]

    @property
    def is_open(self) -> bool:
        """Whether the connection is established."""
        return self._connection.sock is not None

    def request(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str], until: Deadline
    ) -> tuple[http.client.HTTPResponse, bytes]:
        """Return the answer and its content; redirects are not followed.

        Raises TimeoutError if it is not complete in time, AnswerTooLargeError if it is too
        large, and another OSError or HTTPException if the connection fails.
        """
        self._deadline = until
        connection = self._connection
        connection.timeout = until.remaining()
        if connection.sock:
            connection.sock.settimeout(connection.timeout)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response, response.read()

    def shut_down(self) -> None:
        """Close the connection; a thread that waits for an answer gets an OSError."""
        if self._connection.sock:
            with contextlib.suppress(OSError):
                # close() alone does not wake a waiting thread
                self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._connection.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _response(self, sock: socket.socket, **options: Any) -> http.client.HTTPResponse:  # noqa: ANN401  (passed on)
        return http.client.HTTPResponse(_Readable(sock, self._deadline), **options)  # type: ignore[arg-type]


class _Readable:
    """The part of a socket that `HTTPResponse` uses."""

    def __init__(self, sock: socket.socket, until: Deadline) -> None:
        self._socket, self._until = sock, until

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return a file that reads from the socket; `mode` is that of `socket.makefile`."""
        del mode
        return io.BufferedReader(_BoundedReader(self._socket, self._until))


class _BoundedReader(io.RawIOBase):
    """Reads from a socket until a deadline or `MAX_ANSWER_BYTES`."""

    def __init__(self, sock: socket.socket, until: Deadline) -> None:
        self._socket, self._until = sock, until
        self._raw = sock.makefile("rb", buffering=0)
        self._left = MAX_ANSWER_BYTES

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read what there is into `buffer`; raise TimeoutError or AnswerTooLargeError."""
        self._socket.settimeout(self._until.remaining())
        count = self._raw.readinto(buffer) or 0
        self._left -= count
        if self._left < 0:
            raise AnswerTooLargeError
        return count

    def close(self) -> None:
        """Close the file; the socket stays open until the connection is closed."""
        self._raw.close()
        super().close()
