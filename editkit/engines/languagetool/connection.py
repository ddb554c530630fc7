"""The way to a LanguageTool server, made again when the server is gone."""

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from editkit.core.engine import EngineError
from editkit.engines.languagetool.client import Client, SilentError, Unreachable

if TYPE_CHECKING:
    from editkit.engines.languagetool.server import Server
    from editkit.engines.response_cache import Answers

T = TypeVar("T")

_MOST_LOSSES = 3
_COST_OF_SILENCE = 2
"""Losses; two servers in a row that do not answer are enough, since each costs its whole time."""


class Link(Protocol):
    """Checks texts somewhere, from several threads."""

    @property
    def url(self) -> str:
        """The server's address."""

    @property
    def version(self) -> str:
        """The version that it says it has."""

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return LanguageTool's matches in `text`, or raise EngineError."""

    @property
    def spent(self) -> bool:
        """Whether it will answer no more."""

    def close(self) -> None:
        """Close the connections."""


class RemoteLink:
    """The way to a server that somebody else keeps; it answers as long as that is the same one."""

    def __init__(self, url: str) -> None:
        self.url = url
        greeting = Client(url)
        try:
            self.build = greeting.build()
        except Unreachable as error:
            raise self._silent() from error
        finally:
            greeting.close()
        self._client = Client(url, self.build)

    @property
    def version(self) -> str:
        """The version that the server says it has; "?" where it cannot."""
        return self.build.version

    @property
    def spent(self) -> bool:
        """Whether the server was replaced, or has left too much without an answer."""
        return self._client.spent

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


class Remembering:
    """A link that asks nothing twice, as long as the answer is kept."""

    def __init__(self, link: Link, answers: "Answers") -> None:
        self._link, self._answers = link, answers

    @property
    def url(self) -> str:
        """The server's address."""
        return self._link.url

    @property
    def version(self) -> str:
        """The server's version."""
        version: str = self._answers.of(("version",), lambda: self._link.version)
        return version

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return the server's matches in `text`."""
        matches: list[dict[str, Any]] = self._answers.of(
            ("check", text, sorted(parameters.items())),
            lambda: self._link.check(text, **parameters),
        )
        return matches

    @property
    def spent(self) -> bool:
        """Whether the server will answer no more."""
        return self._link.spent

    def close(self) -> None:
        """Close the connections."""
        self._link.close()


class SharedLink:
    """The way to this machine's own server, which is started when it is first asked.

    One that has ended is started again. A server may end between two texts
    because nobody used it, which costs nothing but the start. A text during
    which it ends is sent once more; one that leaves a text without an answer is
    ended. None is started after three texts in a row that have ended two servers
    each, three failed starts, or two servers that did not answer.
    """

    def __init__(self, server: "Server") -> None:
        self._server = server
        self._guard = threading.Lock()
        self._losses = 0
        self._client: Client | None = None
        self._url = ""

    @cached_property
    def version(self) -> str:
        """The server's version; raises EngineError where it cannot be started."""
        return self._ask(Client.build).version

    @property
    def spent(self) -> bool:
        """Whether no server is started any more."""
        return self._losses >= _MOST_LOSSES

    @property
    def url(self) -> str:
        """The address of the server, which runs now; raises EngineError as `version` does."""
        self._connected()
        return self._url

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return the server's matches in `text`."""
        return self._ask(lambda client: client.check(text, **parameters))

    def close(self) -> None:
        """Close the connections; the server lives on until nobody uses it."""
        self._server.give_up()
        if client := self._client:
            client.close()

    def _connected(self) -> Client:
        with self._guard:
            return self._client or self._connect()

    def _connect(self) -> Client:
        """Make the client anew; only by whoever holds the guard."""
        try:
            self._url = f"http://127.0.0.1:{self._server.port()}"
        except EngineError:
            self._losses += 1
            raise
        self._client = Client(self._url)
        return self._client

    def _ask(self, question: Callable[[Client], T]) -> T:
        if self.spent:
            raise EngineError("LanguageTool ended again and again and was not started any more.")
        client = self._connected()
        try:
            return self._put(question, client)
        except Unreachable:
            self._reconnect(client)
        try:
            return self._put(question, self._connected())
        except Unreachable as error:
            with self._guard:
                self._losses += 1
            raise EngineError("LanguageTool ended while it checked the text.") from error

    def _reconnect(self, lost: Client) -> None:
        with self._guard:
            if lost is not self._client:  # another thread has been here
                return
            lost.drop()
            self._connect()

    def _put(self, question: Callable[[Client], T], client: Client) -> T:
        try:
            with self._server.in_use():
                answer = question(client)
        except SilentError:
            with self._guard:
                if client is self._client:  # no other thread has been here
                    self._client = None
                    self._losses += _COST_OF_SILENCE
                    self._server.end()
                    client.drop()
            raise
        self._losses = 0
        return answer
