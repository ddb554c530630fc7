"""Failures of the real server: each is a notice, loses nothing else, and leaves no process."""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psutil
import pytest

from editkit.engines.languagetool.provision import EngineSettings, LocalRuntime, provide
from editkit.engines.languagetool.server import Server
from tests.engines.conftest import end_servers, java_processes, server_processes

pytestmark = pytest.mark.live

FILES = 12
FEW = "0[0-3].txt"
"""Enough where no server is to die in the middle of a run."""
PARAGRAPHS = 25
PARAGRAPH = (
    "Number {}: he go to the the site every weeks, and there is a companny that make cars.\n\n"
)
EDITKIT = """
import sys
from editkit.cli import run
from editkit.engines.languagetool import client
client.CHECK_TIMEOUT = float(sys.argv[1])
sys.exit(run(sys.argv[2:]))
"""
SOON = 60.0


@dataclass
class RunReport:
    """The JSON report of a run."""

    report: dict[str, Any]

    def found(self, engine: str) -> list[int]:
        """Return the number of an engine's findings in each file."""
        return [
            sum(1 + len(i["related"]) for i in file["issues"] if i["engine"] == engine)
            for file in self.report["files"]
        ]

    @property
    def notices(self) -> list[str]:
        return [notice["message"] for notice in self.report["notices"]]


@dataclass
class Workspace:
    """A folder of articles, and a cache with the jars but without a server."""

    folder: Path
    cache: Path
    started: list["subprocess.Popen[str]"] = field(default_factory=list)

    def start(
        self, name: str = "*.txt", *, within: float = 120, url: str = "", keep: bool = False
    ) -> "subprocess.Popen[str]":
        environment = {
            **os.environ,
            "EDITKIT_CACHE": str(self.cache),
            "EDITKIT_CACHE_SIZE": "100" if keep else "0",
            "EDITKIT_LANGUAGETOOL_IDLE": "3",
            "EDITKIT_LANGUAGETOOL_URL": url,
        }
        lint = ("lint", "--engine", "languagetool", "--format", "json", name)
        run = subprocess.Popen(
            [sys.executable, "-c", EDITKIT, str(within), *lint],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(run)
        return run

    def end(self, run: "subprocess.Popen[str]") -> RunReport:
        output, errors = run.communicate(timeout=600)
        assert run.returncode == 1, errors
        return RunReport(json.loads(output))

    def java(self) -> psutil.Process:
        """Wait until the only Java process has worked for a while, and return it."""
        assert eventually(lambda: any(has_worked(java) for java in java_processes(self.cache)))
        (java,) = java_processes(self.cache)
        return java


def has_worked(java: psutil.Process) -> bool:
    try:
        return sum(java.cpu_times()[:2]) > 3
    except psutil.NoSuchProcess:
        return False


def eventually(true: Callable[[], object]) -> bool:
    until = time.monotonic() + SOON
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(true())


@pytest.fixture
def workspace(live_cache: Path, tmp_path: Path) -> Iterator[Workspace]:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FILES):
        numbers = range(number * PARAGRAPHS, (number + 1) * PARAGRAPHS)
        text = "".join(map(PARAGRAPH.format, numbers))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    workspace = Workspace(folder, live_cache)
    yield workspace
    for run in workspace.started:
        run.kill()
        run.communicate()
    assert eventually(lambda: not server_processes(live_cache))


@pytest.fixture(scope="module")
def proxied_cache(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache with one server for all tests that reach it through a proxy."""
    folder = tmp_path_factory.mktemp("proxied")
    (folder / jars.name).symlink_to(jars)
    yield folder
    end_servers(folder)


@pytest.fixture
def port(proxied_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of the real server, which the runs reach through a proxy."""
    monkeypatch.setenv("EDITKIT_CACHE", str(proxied_cache))
    settings = EngineSettings(offline=True, idle=60)
    found = provide(settings, lambda *_: None)
    assert isinstance(found, LocalRuntime)
    server = Server(found, settings, lambda *_: None)
    with server.in_use():  # since a run that is given a URL does not know whose server it is
        yield server.port()


def test_a_server_that_dies_during_a_run_is_restarted(workspace: Workspace) -> None:
    run = workspace.start()
    java = workspace.java()

    java.kill()
    report = workspace.end(run)

    assert report.notices == []
    assert report.found("editkit") == [PARAGRAPHS] * FILES
    assert min(report.found("languagetool")) >= PARAGRAPHS
    assert len(set(report.found("languagetool"))) == 1


def test_a_server_that_dies_repeatedly_is_given_up(workspace: Workspace) -> None:
    run = workspace.start()

    def kill() -> None:
        while run.poll() is None:
            with contextlib.suppress(psutil.NoSuchProcess):
                for java in filter(has_worked, java_processes(workspace.cache)):
                    java.kill()
            time.sleep(0.05)

    killer = threading.Thread(target=kill)
    killer.start()
    report = workspace.end(run)
    killer.join()

    assert report.found("editkit") == [PARAGRAPHS] * FILES
    assert report.notices
    assert all("LanguageTool" in notice for notice in report.notices)
    assert 0 in report.found("languagetool")


def test_an_unresponsive_server_is_replaced(workspace: Workspace) -> None:
    run = workspace.start(within=20)
    java = workspace.java()

    java.suspend()
    report = workspace.end(run)

    assert not java.is_running()
    assert report.found("editkit") == [PARAGRAPHS] * FILES
    assert any("did not answer in 20 seconds" in notice for notice in report.notices)
    assert report.found("languagetool")[-1] >= PARAGRAPHS, report.notices
    assert 0 < report.found("languagetool").count(0) == len(report.notices) < FILES


@dataclass
class ModifyingProxy:
    """A proxy of the real server that can modify its responses."""

    port: int
    modify: Callable[[str, bytes, bytes], bytes]
    checks: int = 0

    def __enter__(self) -> str:
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._pass(b"")

            def do_POST(self) -> None:
                proxy.checks += 1
                self._pass(self.rfile.read(int(self.headers["Content-Length"])))

            def _pass(self, request: bytes) -> None:
                upstream = HTTPConnection("127.0.0.1", proxy.port)
                kind = {"Content-Type": self.headers.get("Content-Type", "text/plain")}
                upstream.request(self.command, self.path, request, kind)
                answer = upstream.getresponse()
                body = proxy.modify(self.path, request, answer.read())
                upstream.close()
                self.send_response(answer.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def shift_offsets(body: bytes) -> bytes:
    answer = json.loads(body)
    for match in answer["matches"]:
        match["offset"] += 100_000
    return json.dumps(answer).encode()


@pytest.mark.parametrize(
    "garbling",
    [lambda _: b"<html><body>Please sign in</body></html>", lambda body: body[:-9], shift_offsets],
    ids=["html", "truncated", "elsewhere"],
)
def test_an_invalid_response_affects_only_its_text(
    workspace: Workspace, port: int, garbling: Callable[[bytes], bytes]
) -> None:
    def garble(_: str, request: bytes, body: bytes) -> bytes:
        return garbling(body) if b"Number+30" in request else body

    def honest(_: str, __: bytes, body: bytes) -> bytes:
        return body

    with ModifyingProxy(port, garble) as url:
        report = workspace.end(workspace.start(FEW, url=url, keep=True))
    affected = [file for file, found in enumerate(report.found("languagetool")) if not found]
    with ModifyingProxy(port, honest) as url:
        again = workspace.end(workspace.start(FEW, url=url, keep=True))

    assert report.found("editkit") == [PARAGRAPHS] * 4
    assert affected == [1]
    assert len(report.notices) == 1
    assert "does not answer as LanguageTool does" in report.notices[0]
    assert again.notices == []
    assert len(again.found("languagetool")) == 4
    assert len(set(again.found("languagetool"))) == 1


def test_results_of_two_servers_are_not_mixed(workspace: Workspace, port: int) -> None:
    def newer(path: str, _: bytes, body: bytes) -> bytes:
        if path.endswith("info") and proxy.checks >= 10:
            return body.replace(b'"6.8"', b'"6.9"')
        return body

    proxy = ModifyingProxy(port, newer)
    with proxy as url:
        report = workspace.end(workspace.start(url=url))
        after = workspace.end(workspace.start("00.txt", url=url))

    assert report.found("editkit") == [PARAGRAPHS] * FILES
    assert any("was LanguageTool 6.8" in n and "is 6.9" in n for n in report.notices)
    lost = report.found("languagetool").count(0)
    assert 0 < lost == len(report.notices) < FILES
    assert report.found("languagetool")[0] >= PARAGRAPHS
    assert after.notices == []
    assert after.report["engines"][0]["version"] == "6.9"
    assert after.found("languagetool") == report.found("languagetool")[:1]


def test_two_runs_share_a_server_that_ends_after_the_last_run(workspace: Workspace) -> None:
    long = workspace.start()
    java = workspace.java()
    short = workspace.start("00.txt")

    first = workspace.end(short)
    meanwhile = [each.pid for each in java_processes(workspace.cache)]
    unfinished = long.poll() is None
    second = workspace.end(long)

    assert meanwhile == [java.pid]
    assert unfinished
    assert first.notices == second.notices == []
    assert second.found("languagetool")[:1] == first.found("languagetool")
    assert eventually(lambda: not server_processes(workspace.cache))
