"""Connections of the review server: time limits, number, and size of headers."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from threading import Thread

import pytest
from starlette.types import Receive, Scope, Send
from uvicorn import Server

from editkit.reviewing.server import connections
from editkit.reviewing.server.run import make_server

LIMIT = 0.2  # seconds
COMPLETE = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
BIG = 20_000_000  # bytes, more than sockets buffer


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Read the whole request, and answer with `BIG` bytes to `/big`, else with two."""
    while (await receive()).get("more_body"):
        pass
    body = b"x" * BIG if scope["path"] == "/big" else b"ok"
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def server() -> Server:
    return make_server(app)


@pytest.fixture
def address(server: Server) -> Iterator[tuple[str, int]]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield listener.getsockname()
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def _short_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "REQUEST_SECONDS", LIMIT)


def received(opened: socket.socket, seconds: float = 5) -> bytes:
    """Return what comes until the server closes; fail if it does not within `seconds`."""
    opened.settimeout(seconds)
    found = bytearray()
    with suppress(ConnectionResetError):
        while piece := opened.recv(65536):
            found += piece
    return bytes(found)


@pytest.mark.usefixtures("_short_limit")
@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"GET / HTT",
        b"GET / HTTP/1.1\r\nHost: a\r\nX-More:",
        b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nhalf",
    ],
)
def test_a_request_that_is_not_complete_in_time_ends(
    address: tuple[str, int], start: bytes
) -> None:
    with socket.create_connection(address) as opened:
        opened.sendall(start)
        started = time.monotonic()
        assert b"200 OK" not in received(opened)

    assert LIMIT / 2 < time.monotonic() - started < 4


@pytest.mark.usefixtures("_short_limit")
def test_a_request_that_drips_ends(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as opened:
        started = time.monotonic()
        with suppress(ConnectionError):
            while time.monotonic() - started < 5:
                opened.sendall(b"x")
                time.sleep(0.02)

    assert time.monotonic() - started < 4


def test_requests_one_after_another_have_the_limit_each(
    address: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 0.6
    monkeypatch.setattr(connections, "REQUEST_SECONDS", limit)
    with socket.create_connection(address) as opened:
        opened.settimeout(5)
        for number in range(3):
            time.sleep(limit * 0.6 if number else 0)
            opened.sendall(COMPLETE)
            answer = b""
            while not answer.endswith(b"\r\n\r\nok"):
                answer += opened.recv(65536)
                assert answer


def test_a_client_that_does_not_read_is_closed(
    server: Server, address: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "READ_SECONDS", LIMIT)
    with socket.create_connection(address) as opened:
        opened.sendall(b"GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
        known = server.server_state.connections
        wait_until(lambda: len(known) > 0)
        wait_until(lambda: len(known) == 0)
        assert len(received(opened)) < BIG


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until a condition holds; fail if it does not within 5 seconds."""
    started = time.monotonic()
    while not holds():
        assert time.monotonic() - started < 5
        time.sleep(0.01)


def test_a_client_that_reads_gets_all(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as opened:
        opened.sendall(b"GET /big HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert len(received(opened)) > BIG


def test_too_many_connections_are_refused_or_closed(
    address: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MAX_OPEN_CONNECTIONS", connections.MAX_CONNECTIONS + 1)
    with ExitStack() as stack:
        for _ in range(connections.MAX_CONNECTIONS):
            stack.enter_context(socket.create_connection(address))
        busy = stack.enter_context(socket.create_connection(address))
        busy.sendall(COMPLETE)
        assert b" 503 " in received(busy)  # and it is closed, which leaves room for two
        for _ in range(2):
            stack.enter_context(socket.create_connection(address))
        with socket.create_connection(address) as closed:
            assert received(closed) == b""


def test_large_headers_are_refused(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as opened:
        opened.sendall(b"GET / HTTP/1.1\r\nX-Big: " + b"x" * 200_000)
        opened.settimeout(5)
        assert b" 400 " in opened.recv(65536)
