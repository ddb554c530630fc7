"""HTTP client for a LanguageTool server, with persistent connections."""

import contextlib
import http.client
import json
import threading
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

from editkit.core.engine import EngineError
from editkit.engines.languagetool.bounded_http import (
    MAX_ANSWER_BYTES,
    AnswerTooLargeError,
    BoundedConnection,
    Deadline,
)
from editkit.engines.languagetool.matches import Match, parse_matches

INFO_TIMEOUT = 30.0
"""Seconds for a whole answer to `/v2/info`, which a server that is starting answers late."""
CHECK_TIMEOUT = 120.0
"""Seconds for a whole answer to `/v2/check`."""
_MAX_TIMEOUTS = 2
"""Timeouts in a row after which no more requests are sent."""
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_NOT_LANGUAGETOOL = "does not answer as LanguageTool does"
_HTTP_OK = 200
_REDIRECTS = range(300, 400)
_HTTP_NOT_FOUND = 404
_MAX_QUOTED = 200
"""Characters of a server's message that are quoted."""


class Unreachable(Exception):  # noqa: N818  (the caller may start a server)
    """No server responds at the address."""


class NoAnswerError(EngineError):
    """The server has accepted a request and has not responded in time."""


class ServerReplacedError(EngineError):
    """The server has been replaced by one with another version or build date."""


class HTTPStatusError(EngineError):
    """The server has responded with an HTTP error status."""

    def __init__(self, server: str, status: int, message: str) -> None:
        reason = _status_reason(status, message)
        super().__init__(f"The LanguageTool server “{server}” answered {status}: {reason}.")
        self.status = status


def _status_reason(status: int, message: str) -> str:
    """Return the reason for an HTTP error status: the server's message, if it has one."""
    if message and not message.startswith("<"):  # a page of a proxy
        return message
    return http.client.responses.get(status, "it gives no reason")


class Build(NamedTuple):
    """The version and build date of a LanguageTool server."""

    version: str
    date: str = ""

    def __str__(self) -> str:
        return f"{self.version} ({self.date})" if self.date else self.version


class Client:
    """A client with one connection to the server for each thread; follows no redirects.

    Proxies from the environment are used for other machines only. After two timeouts in a
    row the client sends no more requests, so an unresponsive server delays a run by four
    minutes at most. If `build` is given, each new connection checks the server's build, and
    the client stops at a different one: a report must not mix results of two servers.
    """

    def __init__(self, url: str, build: Build | None = None) -> None:
        self._url, self._build = urlsplit(url), build
        self._replaced_error: ServerReplacedError | None = None
        self._thread_local = threading.local()
        self._connections: list[BoundedConnection] = []
        self._closed = False
        self._timeouts = 0

    @property
    def exhausted(self) -> bool:
        """Whether the client sends no more requests."""
        return self._replaced_error is not None or self._timeouts >= _MAX_TIMEOUTS

    def check(self, text: str, **parameters: str) -> list[Match]:
        """Return the server's matches in `text`, as `/v2/check` gives them.

        Their positions are UTF-16 code units. Raises Unreachable if the connection fails,
        and EngineError if the server refuses or its response is not about the text.
        """
        response = self._request("POST", "check", {"text": text, **parameters})
        try:
            return parse_matches(response, text)
        except ValueError as error:
            raise self._error(_NOT_LANGUAGETOOL) from error

    def build(self) -> Build:
        """Return the server's build; the version is "?" before LanguageTool 6.0.

        Raises Unreachable if there is no response, and EngineError if the response is not
        LanguageTool's.
        """
        try:
            response = self._request("GET", "info")
        except HTTPStatusError as error:
            if error.status != _HTTP_NOT_FOUND:
                raise
            if isinstance(self._request("GET", "languages"), list):
                return Build("?")
        else:
            match response:
                case {"software": {"name": "LanguageTool", **rest}}:
                    return Build(str(rest.get("version", "?")), str(rest.get("buildDate", "")))
        raise self._error(_NOT_LANGUAGETOOL)

    def close(self) -> None:
        """Close the connections; a thread that waits for a response gets EngineError."""
        self._closed = True
        self.disconnect()

    def disconnect(self) -> None:
        """Close the connections; the next request opens new ones."""
        while self._connections:
            self._connections.pop().shut_down()

    def _request(self, method: str, path: str, form: dict[str, str] | None = None) -> Any:  # noqa: ANN401  (JSON)
        body = urlencode(form).encode() if form else None
        if self._replaced_error is not None:
            raise self._replaced_error
        if self._timeouts >= _MAX_TIMEOUTS:
            raise self._error("repeatedly did not answer and is no longer used")
        timeout = CHECK_TIMEOUT if form else INFO_TIMEOUT
        until = Deadline(timeout)
        try:
            response, content = self._send_twice(method, path, body, until)
        except TimeoutError as error:
            self._drop_connection()
            self._timeouts += 1
            raise NoAnswerError(
                self._message(f"did not answer in {timeout:.0f} seconds")
            ) from error
        except AnswerTooLargeError as error:
            self._drop_connection()
            self._timeouts += 1  # as costly as no answer
            limit = MAX_ANSWER_BYTES // 1_000_000
            raise self._error(f"sent more than {limit} MB in one answer") from error
        self._timeouts = 0
        if response.status != _HTTP_OK:
            problem = _status_message(response, content)
            raise HTTPStatusError(self._url.netloc, response.status, problem)
        try:
            return json.loads(content)
        except (ValueError, RecursionError) as error:
            raise self._error(_NOT_LANGUAGETOOL) from error

    def _send_twice(
        self, method: str, path: str, body: bytes | None, until: Deadline
    ) -> tuple[http.client.HTTPResponse, bytes]:
        """Send a request, and again if the connection fails; both have one deadline."""
        try:
            return self._send(method, path, body, until)
        except TimeoutError:
            raise
        except (OSError, http.client.HTTPException) as error:
            if self._closed:
                raise EngineError("LanguageTool is no longer used.") from error
            # The server closes connections that have been idle for some time.
            self._drop_connection()
        try:
            return self._send(method, path, body, until)
        except TimeoutError:
            raise
        except (OSError, http.client.HTTPException) as second:
            self._drop_connection()
            raise Unreachable(str(second) or type(second).__name__) from second

    def _send(
        self, method: str, path: str, body: bytes | None, until: Deadline
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = getattr(self._thread_local, "connection", None)
        if connection is None:
            connection = BoundedConnection(self._connect())
            self._thread_local.connection = connection
            self._connections.append(connection)
        if body and self._build and not connection.is_open:
            self._check_build(self._build)
            connection = self._thread_local.connection
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        return connection.request(method, f"{self._url.path}/v2/{path}", body, headers, until)

    def _check_build(self, expected: Build) -> None:
        """Raise ServerReplacedError if the server is not the expected build."""
        found = self.build()
        if found != expected:
            problem = f"was LanguageTool {expected} and is {found} now, so it is no longer used"
            self._replaced_error = ServerReplacedError(self._message(problem))
            raise self._replaced_error

    def _drop_connection(self) -> None:
        if connection := getattr(self._thread_local, "connection", None):
            connection.close()
            self._thread_local.connection = None
            with contextlib.suppress(ValueError):
                self._connections.remove(connection)

    def _error(self, problem: str) -> EngineError:
        return EngineError(self._message(problem))

    def _message(self, problem: str) -> str:
        return f"The LanguageTool server “{self._url.netloc}” {problem}."

    def _connect(self) -> http.client.HTTPConnection:
        secure = self._url.scheme == "https"
        make = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        host, port = self._url.hostname or "", self._url.port
        proxy = None if _bypasses_proxy(host) else getproxies().get(self._url.scheme)
        if not proxy:
            return make(host, port)
        proxy_url = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        connection = make(proxy_url.hostname or "", proxy_url.port)
        connection.set_tunnel(host, port)
        return connection


def _status_message(response: http.client.HTTPResponse, content: bytes) -> str:
    if response.status in _REDIRECTS:
        location = (response.getheader("Location") or "")[:_MAX_QUOTED]
        target = f"“{location}”" if location else "another address"
        return f"it redirects to {target}, which is not followed"
    message = content.decode("utf-8", "replace").strip().split("\n")[0]
    return message[:_MAX_QUOTED].rstrip(".")


def _bypasses_proxy(host: str) -> bool:
    return host in LOOPBACK or bool(proxy_bypass(host))
