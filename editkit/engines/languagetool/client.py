"""Speaks with a LanguageTool server over connections that stay open."""

import contextlib
import http.client
import json
import socket
import threading
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

from editkit.core.engine import EngineError
from editkit.engines.languagetool.matches import Match, matches_in

_GREETING_WITHIN = 30.0
"""Seconds for what needs no work; a server that is asked while it starts takes some."""
_ANSWER_WITHIN = 120.0
_MOST_SILENCES = 2
"""As many questions are under way at a time; each costs its whole time."""
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_STRANGE = "does not answer as LanguageTool does"
_OK = 200
_NOT_FOUND = 404


class Unreachable(Exception):  # noqa: N818  (no failure yet: the caller may start a server)
    """No server answers at the address."""


class SilentError(EngineError):
    """The server has taken a question and has not answered it in time."""


class ReplacedError(EngineError):
    """The server is another one than it was."""


class RefusedError(EngineError):
    """The server has answered with a status that says no."""

    def __init__(self, server: str, status: int, said: str) -> None:
        super().__init__(f"The LanguageTool server “{server}” answered {status}: {said}.")
        self.status = status


class Build(NamedTuple):
    """What tells one LanguageTool from another, as servers say it."""

    version: str
    date: str = ""

    def __str__(self) -> str:
        return f"{self.version} ({self.date})" if self.date else self.version


class Client:
    """A server's address, and one connection to it for each thread.

    Proxies of the environment hold for other machines only, never for this one.
    A server that leaves two questions in a row without an answer is asked no
    more, so that it costs a run four minutes at most. Nor is one that is of
    another `build` than was expected, which is looked at whenever a connection
    is made: what two servers say must not stand in one report.
    """

    def __init__(self, url: str, build: Build | None = None) -> None:
        self._url, self._build = urlsplit(url), build
        self._replaced: ReplacedError | None = None
        self._mine = threading.local()
        self._all: list[http.client.HTTPConnection] = []
        self._closed = False
        self._silences = 0

    @property
    def spent(self) -> bool:
        """Whether the server is asked no more, whatever the question."""
        return self._replaced is not None or self._silences >= _MOST_SILENCES

    def check(self, text: str, **parameters: str) -> list[Match]:
        """Return the server's matches in `text`, as `/v2/check` gives them.

        Positions in them are UTF-16 units. Raises Unreachable where the
        connection cannot be made or breaks, EngineError where the server
        refuses or answers what cannot be about the text.
        """
        answer = self._ask("POST", "check", {"text": text, **parameters})
        try:
            return matches_in(answer, text)
        except ValueError as error:
            raise self._fault(_STRANGE) from error

    def build(self) -> Build:
        """Return which LanguageTool the server is.

        Servers before 6.0 cannot say it: "?". Raises Unreachable where nobody
        answers, EngineError where somebody else does.
        """
        try:
            answer = self._ask("GET", "info")
        except RefusedError as refused:
            if refused.status != _NOT_FOUND:
                raise
            if isinstance(self._ask("GET", "languages"), list):
                return Build("?")
        else:
            match answer:
                case {"software": {"name": "LanguageTool", **rest}}:
                    return Build(str(rest.get("version", "?")), str(rest.get("buildDate", "")))
        raise self._fault(_STRANGE)

    def close(self) -> None:
        """Close the connections; a thread that waits for an answer gets EngineError."""
        self._closed = True
        self.drop()

    def drop(self) -> None:
        """Break the connections; the next question makes new ones."""
        while self._all:
            connection = self._all.pop()
            if connection.sock:
                with contextlib.suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)  # closing alone wakes nobody
            connection.close()

    def _ask(self, method: str, path: str, form: dict[str, str] | None = None) -> Any:  # noqa: ANN401  (JSON)
        body = urlencode(form).encode() if form else None
        if self._replaced is not None:
            raise self._replaced
        if self._silences >= _MOST_SILENCES:
            raise self._fault("has not answered again and again, and is asked no more")
        within = _ANSWER_WITHIN if form else _GREETING_WITHIN
        try:
            status, answer = self._send(method, path, body, within)
        except TimeoutError as error:
            self._drop()
            self._silences += 1
            raise SilentError(self._said(f"did not answer in {within:.0f} seconds")) from error
        except (OSError, http.client.HTTPException) as error:
            if self._closed:
                raise EngineError("LanguageTool is not asked any more.") from error
            # a kept connection may have been closed by the server's own time limit
            self._drop()
            try:
                status, answer = self._send(method, path, body, within)
            except (OSError, http.client.HTTPException) as again:
                self._drop()
                raise Unreachable(str(again) or type(again).__name__) from again
        self._silences = 0
        if status != _OK:
            said = answer.decode("utf-8", "replace").strip().split("\n")[0][:200].rstrip(".")
            raise RefusedError(self._url.netloc, status, said)
        try:
            return json.loads(answer)
        except ValueError as error:
            raise self._fault(_STRANGE) from error

    def _send(
        self, method: str, path: str, body: bytes | None, within: float
    ) -> tuple[int, bytes]:
        connection = getattr(self._mine, "connection", None)
        if connection is None:
            connection = self._mine.connection = self._connect()
            self._all.append(connection)
        if body and self._build and connection.sock is None:
            self._recognize(self._build)
            connection = self._mine.connection
        connection.timeout = within
        if connection.sock:
            connection.sock.settimeout(within)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        connection.request(method, f"{self._url.path}/v2/{path}", body, headers)
        response = connection.getresponse()
        return response.status, response.read()

    def _recognize(self, expected: Build) -> None:
        """Raise ReplacedError where the server that has just been connected to is another."""
        found = self.build()
        if found != expected:
            how = f"was LanguageTool {expected} and is {found} now, so it is asked no more"
            self._replaced = ReplacedError(self._said(how))
            raise self._replaced

    def _drop(self) -> None:
        if connection := getattr(self._mine, "connection", None):
            connection.close()
            self._mine.connection = None
            with contextlib.suppress(ValueError):
                self._all.remove(connection)

    def _fault(self, how: str) -> EngineError:
        return EngineError(self._said(how))

    def _said(self, how: str) -> str:
        return f"The LanguageTool server “{self._url.netloc}” {how}."

    def _connect(self) -> http.client.HTTPConnection:
        secure = self._url.scheme == "https"
        make = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        host, port = self._url.hostname or "", self._url.port
        proxy = None if _direct(host) else getproxies().get(self._url.scheme)
        if not proxy:
            return make(host, port)
        through = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        connection = make(through.hostname or "", through.port)
        connection.set_tunnel(host, port)
        return connection


def _direct(host: str) -> bool:
    return host in LOOPBACK or bool(proxy_bypass(host))
