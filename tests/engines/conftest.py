"""Fake Java, fake servers, and a local Maven repository."""

import contextlib
import os
import re
import socket
import stat
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

import psutil
import pytest

from editkit.engines.languagetool.install import install, install_folder
from editkit.engines.languagetool.lock import Jar, Lock, read_lock
from tests.capabilities import require
from tests.engines.fake_java import FAKE_JAVA


@pytest.fixture(autouse=True)
def _no_engines_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("EDITKIT_LANGUAGETOOL_URL", "LTP_JAR_DIR_PATH", "EDITKIT_JAVA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing-installed"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache; servers started in it are stopped after the test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("EDITKIT_CACHE", str(folder))
    yield folder
    end_servers(folder)


@pytest.fixture
def fake_java(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a fake Java, with an installed LanguageTool that it runs."""
    require("modes", "programs")
    del cache
    home = tmp_path / "java"
    program = home / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(FAKE_JAVA.format(python=sys.executable, folder=str(home)))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (home / "release").write_text('JAVA_VERSION="21.0.1"\n')
    jar = tmp_path / "LanguageTool-6.8" / "languagetool-server.jar"
    jar.parent.mkdir()
    jar.touch()
    monkeypatch.setenv("EDITKIT_JAVA", str(home))
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    return home


def read_request(connection: socket.socket) -> None:
    """Read a whole request: closing a socket with unread data would reset the connection."""
    data = b""
    while b"\r\n\r\n" not in data:
        if not (piece := connection.recv(65_536)):
            return
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)^content-length: *(\d+)", head, re.MULTILINE)
    missing = int(length[1]) - len(body) if length else 0
    while missing > 0 and (piece := connection.recv(missing)):
        missing -= len(piece)


class FakeServer:
    """A server that sends the same bytes to every connection, or never responds."""

    def __init__(self, answer: bytes | None, port: int = 0) -> None:
        self.url = ""
        self._port = port
        self.connections = 0
        self._response = answer

    def __enter__(self) -> Self:
        self._socket = socket.create_server(("127.0.0.1", self._port))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        with contextlib.ExitStack() as kept, contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.connections += 1
                if self._response is None:
                    kept.enter_context(connection)
                    continue
                with connection:
                    read_request(connection)
                    connection.sendall(self._response)


def http_response(status: int, body: str) -> bytes:
    """Return a complete HTTP response."""
    head = f"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {len(body)}"
    return f"{head}\r\n\r\n{body}".encode()


def server_processes(folder: Path) -> list[psutil.Process]:
    """Return the running Java and watchdog processes of `folder`."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        words = process.info["cmdline"] or []
        is_server = any(str(folder) in word for word in words) and process.pid != os.getpid()
        if is_server and process.info["status"] != psutil.STATUS_ZOMBIE:
            found.append(process)
    return found


def java_processes(folder: Path) -> list[psutil.Process]:
    """Return the running Java processes of `folder`."""
    found = []
    for process in server_processes(folder):
        with contextlib.suppress(psutil.NoSuchProcess):  # it has ended in the meantime
            words = process.cmdline()
            watches = any(word.endswith("watchdog.py") for word in words)
            if "org.languagetool.server.HTTPServer" in words and not watches:
                found.append(process)
    return found


def end_servers(folder: Path) -> None:
    """Kill the processes of `folder` and wait until they have ended."""
    while left := server_processes(folder):
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        time.sleep(0.02)


@dataclass
class Repository:
    """A Maven repository with two jars, and the paths requested from it."""

    folder: Path
    url: str
    lock: Lock
    requested_paths: list[str] = field(default_factory=list)

    def file(self, jar: Jar) -> Path:
        """Return the path of a jar's file."""
        name = f"{jar.artifact}-{jar.version}.jar"
        return self.folder.joinpath(*jar.group.split("."), jar.artifact, jar.version, name)

    def fetched(self) -> list[str]:
        """Return the names of the downloaded jars, once for each download."""
        return sorted(
            path.rpartition("/")[2] for path in self.requested_paths if path.endswith(".jar")
        )


@pytest.fixture
def repository(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Repository]:
    del cache
    folder = tmp_path / "repository"
    jars = []
    for group, artifact in (
        ("org.languagetool", "languagetool-server"),
        ("org.a.b", "helper-lib"),
    ):
        body = f"jar of {artifact}".encode() * 1000
        jar = Jar(group, artifact, "1.0", None, len(body), sha256(body).hexdigest())
        jars.append(jar)
        place = folder.joinpath(*group.split("."), artifact, "1.0")
        place.mkdir(parents=True)
        (place / f"{artifact}-1.0.jar").write_bytes(body)
    requested: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            requested.append(self.path)
            super().do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("EDITKIT_MAVEN_REPOSITORY", url)
    monkeypatch.setenv("M2_REPO", str(tmp_path / "no-m2"))
    yield Repository(folder, url, Lock("1.0", tuple(jars), "0123456789abcdef"), requested)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def jars() -> Path:
    """The folder in the user's cache with the real jars, installed once."""
    install(read_lock(), lambda _done, _all: None)
    return install_folder(read_lock()).parent


@pytest.fixture
def live_cache(jars: Path, cache: Path) -> Path:
    """A cache with the real jars and without a server."""
    require("links")
    cache.mkdir()
    (cache / jars.name).symlink_to(jars)
    return cache
