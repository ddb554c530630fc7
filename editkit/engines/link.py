"""The way to a LanguageTool server, made again when the server is gone."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from editkit.core.engine import EngineError
from editkit.engines.client import Client, Unreachable

if TYPE_CHECKING:
    from editkit.engines.server import Server

T = TypeVar("T")

_MOST_LOSSES = 3


class Link(Protocol):
    """Checks texts somewhere, from several threads."""

    url: str
    version: str

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return LanguageTool's matches in `text`, or raise EngineError."""

    def close(self) -> None:
        """Close the connections."""


class RemoteLink:
    """The way to a server that somebody else keeps."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._client = Client(url)
        try:
            self.version = self._client.version()
        except Unreachable as error:
            raise self._silent() from error
        except EngineError:
            self._client.close()
            raise

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return the server's matches in `text`."""
        try:
            return self._client.check(text, **parameters)
        except Unreachable as error:
            raise self._silent() from error

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _silent(self) -> EngineError:
        return EngineError(
            f"The LanguageTool server “{self.url}” does not answer; start it or name none."
        )


class SharedLink:
    """The way to this machine's own server; one that has ended is started again.

    A server may end between two texts because nobody used it, which costs
    nothing but the start. A text during which it ends is sent once more; after
    three texts in a row that have ended two servers each, none is started.
    """

    def __init__(self, server: "Server") -> None:
        self._server = server
        self._guard = threading.Lock()
        self._losses = 0
        self._client = self._connect()
        self.version = self._ask(Client.version)

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return the server's matches in `text`."""
        return self._ask(lambda client: client.check(text, **parameters))

    def close(self) -> None:
        """Close the connections; the server lives on until nobody uses it."""
        self._client.close()

    def _connect(self) -> Client:
        port = self._server.port()
        self.url = f"http://127.0.0.1:{port}"
        return Client(self.url)

    def _ask(self, question: Callable[[Client], T]) -> T:
        if self._losses >= _MOST_LOSSES:
            raise EngineError("LanguageTool ended again and again and was not started any more.")
        client = self._client
        try:
            return self._put(question, client)
        except Unreachable:
            self._reconnect(client)
        try:
            return self._put(question, self._client)
        except Unreachable as error:
            with self._guard:
                self._losses += 1
            raise EngineError("LanguageTool ended while it checked the text.") from error

    def _reconnect(self, lost: Client) -> None:
        with self._guard:
            if lost is not self._client:  # another thread has been here
                return
            lost.drop()
            try:
                self._client = self._connect()
            except EngineError:
                self._losses += 1
                raise

    def _put(self, question: Callable[[Client], T], client: Client) -> T:
        with self._server.in_use():
            answer = question(client)
        self._losses = 0
        return answer
