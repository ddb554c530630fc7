"""HTTP client: answers that never end, are too large or lead elsewhere."""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from itertools import chain, repeat
from typing import Self

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool import bounded_http, client
from editkit.engines.languagetool.client import Client, NoAnswerError, Unreachable
from tests.engines.conftest import read_request

DEADLINE = 0.4
"""Seconds; every answer below ends within a few times this limit."""
OK = b"HTTP/1.1 200 OK\r\n"
MEGABYTE = b" " * 1_000_000
Pieces = Callable[[], Iterable[bytes]]


class HostileServer:
    """Sends the same pieces to every client, one every `interval` seconds."""

    def __init__(self, pieces: Pieces, interval: float = 0) -> None:
        self._pieces, self._interval = pieces, interval
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ended = threading.Event()
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.requests = 0

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                opened, _ = self._listener.accept()
                self.requests += 1
                threading.Thread(target=self._answer, args=(opened,), daemon=True).start()

    def _answer(self, opened: socket.socket) -> None:
        with opened, suppress(OSError):
            read_request(opened)
            for piece in self._pieces():
                opened.sendall(piece)
                if self._ended.wait(self._interval):
                    return


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def answer(body: bytes) -> Iterator[bytes]:
    yield OK + f"Content-Length: {len(body)}\r\n\r\n".encode()
    yield body


SLOW: dict[str, Pieces] = {
    "one byte at a time": lambda: chain([OK + b"Content-Length: 99999\r\n\r\n"], repeat(b" ")),
    "one header line at a time": lambda: chain([OK], repeat(b"X-More: 1\r\n")),
    "headers of one letter": lambda: chain([OK], repeat(b"x")),
    "endless interim answers": lambda: repeat(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "one byte of a chunk": lambda: chain(
        [OK + b"Transfer-Encoding: chunked\r\n\r\n"], repeat(chunk(b" "))
    ),
}


@pytest.fixture(autouse=True)
def _small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "CHECK_TIMEOUT", DEADLINE)
    monkeypatch.setattr(client, "INFO_TIMEOUT", DEADLINE)
    monkeypatch.setattr(bounded_http, "MAX_ANSWER_BYTES", 3_000_000)
    monkeypatch.setattr(client, "MAX_ANSWER_BYTES", 3_000_000)


def error_of(server: HostileServer) -> Exception:
    """Return the error of a check, which must come within a few deadlines."""
    started = time.monotonic()
    with (
        closing(Client(server.url)) as connected,
        pytest.raises((EngineError, Unreachable)) as caught,
    ):
        connected.check("A text.", language="en-US")
    assert time.monotonic() - started < 10 * DEADLINE
    return caught.value


@pytest.mark.parametrize("pieces", SLOW.values(), ids=SLOW)
def test_a_slow_answer_ends_at_the_deadline(pieces: Pieces) -> None:
    with HostileServer(pieces, interval=0.02) as server:
        error = error_of(server)

    assert isinstance(error, NoAnswerError)
    assert "did not answer in 0 seconds" in str(error)


def test_an_endless_answer_ends_at_the_size_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "CHECK_TIMEOUT", 60.0)
    start = OK + b"Transfer-Encoding: chunked\r\n\r\n"
    with HostileServer(lambda: chain([start], repeat(chunk(MEGABYTE)))) as server:
        with closing(Client(server.url)) as connected:
            for _ in range(3):
                with pytest.raises(EngineError) as caught:
                    connected.check("A text.", language="en-US")
        requests = server.requests

    assert "is no longer used" in str(caught.value)
    assert requests == 2  # a server that sends too much is asked no more either


def test_the_message_names_the_size_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "CHECK_TIMEOUT", 60.0)
    with (
        HostileServer(lambda: answer(MEGABYTE * 4)) as server,
        closing(Client(server.url)) as connected,
        pytest.raises(EngineError) as caught,
    ):
        connected.check("A text.", language="en-US")

    assert "sent more than 3 MB in one answer" in str(caught.value)


def test_an_answer_below_the_limit_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "CHECK_TIMEOUT", 60.0)
    body = b'{"matches": []' + MEGABYTE * 2 + b"}"
    with HostileServer(lambda: answer(body)) as server, closing(Client(server.url)) as connected:
        assert connected.check("A text.", language="en-US") == []


def test_huge_headers_are_refused() -> None:
    with HostileServer(lambda: [OK + b"X-Big: " + b"x" * 200_000 + b"\r\n\r\n"]) as server:
        assert isinstance(error_of(server), Unreachable)


def test_deep_nesting_is_no_answer_of_languagetool() -> None:
    with HostileServer(lambda: answer(b"[" * 5_000)) as server:
        error = error_of(server)

    assert "does not answer as LanguageTool does" in str(error)


def test_a_redirect_is_not_followed_and_named() -> None:
    with HostileServer(lambda: answer(b'{"matches": []}')) as target:
        location = f"Location: {target.url}/v2/check\r\nContent-Length: 0\r\n\r\n".encode()
        with HostileServer(lambda: [b"HTTP/1.1 302 Found\r\n" + location]) as server:
            error = error_of(server)

    assert str(error).endswith(
        f"answered 302: it redirects to “{target.url}/v2/check”, which is not followed."
    )
    assert target.requests == 0


def test_a_retry_has_the_same_deadline() -> None:
    """The connection is closed at once after the first request, and is slow after that."""
    tries: list[int] = []

    def pieces() -> Iterable[bytes]:
        tries.append(len(tries))
        return [] if len(tries) == 1 else chain([OK], repeat(b"X-More: 1\r\n"))

    with HostileServer(pieces, interval=0.02) as server:
        error = error_of(server)

    assert isinstance(error, NoAnswerError)
    assert len(tries) == 2
