"""Download of LanguageTool from a repository that is slow or sends too much."""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool import download_threads
from editkit.engines.languagetool.install import install, install_folder
from tests.engines.conftest import Repository

STALL = 0.3  # seconds


class HostileHandler(BaseHTTPRequestHandler):
    """Sends `first`, then one byte every 50 ms until `ended`."""

    first = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n"
    ended: Event
    sent = 0

    def do_GET(self) -> None:
        kind = type(self)
        self.wfile.write(kind.first)
        kind.sent += len(kind.first)
        while not kind.ended.wait(0.05):
            self.wfile.write(b"x")

    def log_message(self, *_: object) -> None:
        """Log nothing."""


@pytest.fixture
def hostile(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> Iterator[type[HostileHandler]]:
    """Serve the repository of `EDITKIT_MAVEN_REPOSITORY` with a handler whose `first` is set."""
    del repository

    class Handler(HostileHandler):
        ended = Event()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("EDITKIT_MAVEN_REPOSITORY", f"http://127.0.0.1:{server.server_port}")
        yield Handler
        Handler.ended.set()
        server.shutdown()


def error_of_install(repository: Repository) -> str:
    started = time.monotonic()
    with pytest.raises(EngineError) as caught:
        install(repository.lock, lambda _done, _size: None)
    assert time.monotonic() - started < 10
    assert not install_folder(repository.lock).exists()
    return str(caught.value)


def test_a_download_of_one_byte_at_a_time_is_given_up(
    repository: Repository, hostile: type[HostileHandler], monkeypatch: pytest.MonkeyPatch
) -> None:
    del hostile
    monkeypatch.setattr(download_threads, "STALL_SECONDS", STALL)

    assert "(too little arrives)" in error_of_install(repository)


def test_one_header_at_a_time_is_given_up(
    repository: Repository, hostile: type[HostileHandler], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_threads, "STALL_SECONDS", STALL)
    hostile.first = b"HTTP/1.1 200 OK\r\nX-Long: "

    assert "(too little arrives)" in error_of_install(repository)


def test_a_file_larger_than_the_pinned_one_is_refused(
    repository: Repository, hostile: type[HostileHandler]
) -> None:
    hostile.first += b"x" * 1_000_000

    assert "than editkit knows" in error_of_install(repository)
