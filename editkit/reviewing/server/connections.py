"""Connections of the review server: closes those that send or read too slowly."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MAX_CONNECTIONS = 100
"""Connections that are served; a browser has six. uvicorn answers 503 to others."""
MAX_OPEN_CONNECTIONS = 200
"""Connections that are kept open; others are closed at once."""
REQUEST_SECONDS = 30.0
"""Time that a client has to send a whole request."""
READ_SECONDS = 60.0
"""Time that a client has to read what waits to be sent to it."""


class TimedProtocol(H11Protocol):
    """HTTP/1.1 with a time limit for each request, which uvicorn lacks.

    uvicorn itself closes a connection that is idle after a response for five seconds, and
    refuses headers over 64 kB.
    """

    _request_timer: asyncio.TimerHandle | None = None
    _read_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the time for the first request."""
        super().connection_made(transport)
        if len(self.connections) > MAX_OPEN_CONNECTIONS:
            transport.abort()
            return
        self._start_request_timer()

    def data_received(self, data: bytes) -> None:
        """Take data; the time ends with the request, and starts with the next one."""
        super().data_received(data)
        if self.conn.their_state in {h11.IDLE, h11.SEND_BODY}:
            self._start_request_timer()
        else:
            self._stop_request_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop all timers."""
        self._stop_request_timer()
        self.resume_writing()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Start the time to read; asyncio calls this if the client reads too slowly."""
        super().pause_writing()
        if self._read_timer is None:
            self._read_timer = self.loop.call_later(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """Stop the time to read."""
        if self._read_timer is not None:
            self._read_timer.cancel()
            self._read_timer = None
        super().resume_writing()

    def _start_request_timer(self) -> None:
        if self._request_timer is None:
            self._request_timer = self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def _stop_request_timer(self) -> None:
        if self._request_timer is not None:
            self._request_timer.cancel()
            self._request_timer = None
