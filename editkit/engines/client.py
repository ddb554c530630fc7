"""Speaks with a LanguageTool server over connections that stay open."""

import contextlib
import http.client
import json
import socket
import threading
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

from editkit.core.engine import EngineError

_TIMEOUT = 120.0
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_OK = 200
_NOT_FOUND = 404


class Unreachable(Exception):  # noqa: N818  (no failure yet: the caller may start a server)
    """No server answers at the address."""


class RefusedError(EngineError):
    """The server has answered with a status that says no."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(f"LanguageTool answered {status}: {said}.")
        self.status = status


class Client:
    """A server's address, and one connection to it for each thread.

    Proxies of the environment hold for other machines only, never for this one.
    """

    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self._mine = threading.local()
        self._all: list[http.client.HTTPConnection] = []
        self._closed = False

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        """Return the server's matches in `text`, as `/v2/check` gives them.

        Positions in them are UTF-16 units. Raises Unreachable where the
        connection cannot be made or breaks, EngineError where the server
        refuses.
        """
        answer = self._ask("POST", "check", {"text": text, **parameters})
        if not isinstance(answer, dict) or not isinstance(answer.get("matches"), list):
            raise self._stranger()
        matches: list[dict[str, Any]] = answer["matches"]
        return matches

    def version(self) -> str | None:
        """Return the LanguageTool version of the server, None where it is none.

        Servers before 6.0 cannot say it: "?".
        """
        try:
            answer = self._ask("GET", "info")
        except RefusedError as refused:
            if refused.status == _NOT_FOUND:
                return "?"
            raise
        software = answer.get("software", {}) if isinstance(answer, dict) else {}
        return software.get("version", "?") if software.get("name") == "LanguageTool" else None

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
        try:
            status, answer = self._send(method, path, body)
        except TimeoutError as error:
            self._drop()
            raise EngineError(f"LanguageTool did not answer in {_TIMEOUT:.0f} seconds.") from error
        except (OSError, http.client.HTTPException) as error:
            if self._closed:
                raise EngineError("LanguageTool is not asked any more.") from error
            # a kept connection may have been closed by the server's own time limit
            self._drop()
            try:
                status, answer = self._send(method, path, body)
            except (OSError, http.client.HTTPException) as again:
                self._drop()
                raise Unreachable(str(again) or type(again).__name__) from again
        if status != _OK:
            said = answer.decode("utf-8", "replace").strip().split("\n")[0][:200].rstrip(".")
            raise RefusedError(status, said)
        try:
            return json.loads(answer)
        except ValueError as error:
            raise self._stranger() from error

    def _send(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        connection = getattr(self._mine, "connection", None)
        if connection is None:
            connection = self._mine.connection = self._connect()
            self._all.append(connection)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        connection.request(method, f"{self._url.path}/v2/{path}", body, headers)
        response = connection.getresponse()
        return response.status, response.read()

    def _drop(self) -> None:
        if connection := getattr(self._mine, "connection", None):
            connection.close()
            self._mine.connection = None
            with contextlib.suppress(ValueError):
                self._all.remove(connection)

    def _stranger(self) -> EngineError:
        return EngineError(f"“{self._url.netloc}” does not answer as LanguageTool does.")

    def _connect(self) -> http.client.HTTPConnection:
        secure = self._url.scheme == "https"
        make = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        host, port = self._url.hostname or "", self._url.port
        proxy = None if _direct(host) else getproxies().get(self._url.scheme)
        if not proxy:
            return make(host, port, timeout=_TIMEOUT)
        through = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        connection = make(through.hostname or "", through.port, timeout=_TIMEOUT)
        connection.set_tunnel(host, port)
        return connection


def _direct(host: str) -> bool:
    return host in _LOOPBACK or bool(proxy_bypass(host))
