"""Connections to LanguageTool servers: remote, cached, and managed with restarts."""

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from editkit.core.engine import EngineError
from editkit.engines.languagetool.client import Client, NoAnswerError, Unreachable

if TYPE_CHECKING:
    from editkit.engines.languagetool.server import Server
    from editkit.engines.response_cache import ResponseCache

T = TypeVar("T")

_MAX_FAILURES = 3
"""Failures in a row after which no server is started again."""
_TIMEOUT_COST = 2
"""Failures that a timeout counts as, because waiting for it is slow."""


class Connection(Protocol):
    """A thread-safe connection to a LanguageTool server."""

    @property
    def url(self) -> str:
        """The server's address."""

    @property
    def version(self) -> str:
        """The server's version."""

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return LanguageTool's matches in `text`. Raises EngineError."""

    @property
    def exhausted(self) -> bool:
        """Whether no more requests are sent."""

    def close(self) -> None:
        """Close the connections."""


class RemoteConnection:
    """A connection to a server that editkit does not manage; it must not change its build."""

    def __init__(self, url: str) -> None:
        self.url = url
        probe = Client(url)
        try:
            self.build = probe.build()
        except Unreachable as error:
            raise self._unreachable() from error
        finally:
            probe.close()
        self._client = Client(url, self.build)

    @property
    def version(self) -> str:
        """The server's version; "?" if unknown."""
        return self.build.version

    @property
    def exhausted(self) -> bool:
        """Whether the server was replaced or has timed out too often."""
        return self._client.exhausted

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return the server's matches in `text`."""
        try:
            return self._client.check(text, **parameters)
        except Unreachable as error:
            raise self._unreachable() from error

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _unreachable(self) -> EngineError:
        return EngineError(
            f"The LanguageTool server “{self.url}” does not answer. Start it, or omit it."
        )


class CachingConnection:
    """A connection that caches responses."""

    def __init__(self, connection: Connection, responses: "ResponseCache") -> None:
        self._connection, self._responses = connection, responses

    @property
    def url(self) -> str:
        """The server's address."""
        return self._connection.url

    @property
    def version(self) -> str:
        """The server's version."""
        version: str = self._responses.get_or_fetch(("version",), lambda: self._connection.version)
        return version

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return the server's matches in `text`."""
        matches: list[dict[str, Any]] = self._responses.get_or_fetch(
            ("check", text, sorted(parameters.items())),
            lambda: self._connection.check(text, **parameters),
        )
        return matches

    @property
    def exhausted(self) -> bool:
        """Whether no more requests are sent."""
        return self._connection.exhausted

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()


class ManagedConnection:
    """A connection to editkit's local server, which it starts and restarts as needed.

    The server starts with the first request, and again if it has ended, for example after
    its idle time. If it ends during a request, the request is sent once more; if it does
    not respond, it is stopped. The connection gives up after three requests in a row that
    ended the server twice, three failed starts, or two servers that did not respond.
    """

    def __init__(self, server: "Server") -> None:
        self._server = server
        self._lock = threading.Lock()
        self._failures = 0
        self._client: Client | None = None
        self._url = ""

    @cached_property
    def version(self) -> str:
        """The server's version. Raises EngineError if it cannot be started."""
        return self._send_with_restart(Client.build).version

    @property
    def exhausted(self) -> bool:
        """Whether no server is started again."""
        return self._failures >= _MAX_FAILURES

    @property
    def url(self) -> str:
        """The address of the running server. Raises EngineError if it cannot be started."""
        self._current_client()
        return self._url

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return the server's matches in `text`."""
        return self._send_with_restart(lambda client: client.check(text, **parameters))

    def close(self) -> None:
        """Close the connections; the server keeps running until its idle time is over."""
        self._server.cancel_wait()
        if client := self._client:
            client.close()

    def _current_client(self) -> Client:
        with self._lock:
            return self._client or self._connect()

    def _connect(self) -> Client:
        """Create a client; the caller must hold `_lock`."""
        try:
            self._url = f"http://127.0.0.1:{self._server.port()}"
        except EngineError:
            self._failures += 1
            raise
        self._client = Client(self._url)
        return self._client

    def _send_with_restart(self, request: Callable[[Client], T]) -> T:
        if self.exhausted:
            raise EngineError("LanguageTool stopped repeatedly and was not restarted.")
        client = self._current_client()
        try:
            return self._send(request, client)
        except Unreachable:
            self._reconnect(client)
        try:
            return self._send(request, self._current_client())
        except Unreachable as error:
            with self._lock:
                self._failures += 1
            raise EngineError("LanguageTool stopped while checking the text.") from error

    def _reconnect(self, lost: Client) -> None:
        with self._lock:
            if lost is not self._client:  # another thread has reconnected
                return
            lost.disconnect()
            self._connect()

    def _send(self, request: Callable[[Client], T], client: Client) -> T:
        try:
            with self._server.in_use():
                response = request(client)
        except NoAnswerError:
            with self._lock:
                if client is self._client:  # no other thread has reconnected
                    self._client = None
                    self._failures += _TIMEOUT_COST
                    self._server.stop()
                    client.disconnect()
            raise
        self._failures = 0
        return response
