"""Whatever happens to the real server: a notice, nothing else lost, and no process left."""

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

from editkit.engines.languagetool.provision import EngineSettings, Local, provide
from editkit.engines.languagetool.server import Server
from tests.engines.conftest import javas, processes

pytestmark = pytest.mark.live

FILES = 12
PARAGRAPHS = 25
PARAGRAPH = (
    "Number {}: he go to the the site every weeks, and there is a companny that make cars.\n\n"
)
EDITKIT = """
import sys
from editkit.cli import run
from editkit.engines import client
client._ANSWER_WITHIN = float(sys.argv[1])
sys.exit(run(sys.argv[2:]))
"""
SOON = 60.0


@dataclass
class Said:
    """What a run has reported."""

    report: dict[str, Any]

    def found(self, engine: str) -> list[int]:
        """Return the number of places that an engine blames in each file."""
        return [
            sum(1 + len(i["related"]) for i in file["issues"] if i["engine"] == engine)
            for file in self.report["files"]
        ]

    @property
    def notices(self) -> list[str]:
        return [notice["message"] for notice in self.report["notices"]]


@dataclass
class Desk:
    """A folder of articles, and a cache with the jars and no server."""

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

    def end(self, run: "subprocess.Popen[str]") -> Said:
        out, told = run.communicate(timeout=600)
        assert run.returncode == 1, told
        return Said(json.loads(out))

    def java(self) -> psutil.Process:
        """Wait for the one Java, until it has worked a little."""
        assert eventually(lambda: any(worked(java) for java in javas(self.cache)))
        (java,) = javas(self.cache)
        return java


def worked(java: psutil.Process) -> bool:
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
def desk(live_cache: Path, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FILES):
        numbers = range(number * PARAGRAPHS, (number + 1) * PARAGRAPHS)
        text = "".join(map(PARAGRAPH.format, numbers))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    desk = Desk(folder, live_cache)
    yield desk
    for run in desk.started:
        run.kill()
        run.communicate()
    assert eventually(lambda: not processes(live_cache))


@pytest.fixture
def port(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> int:
    """The real server, of which the runs of this test see only what stands in front of it."""
    monkeypatch.setenv("EDITKIT_CACHE", str(desk.cache))
    settings = EngineSettings(offline=True, idle=20)
    found = provide(settings, lambda *_: None)
    assert isinstance(found, Local)
    return Server(found, settings, lambda *_: None).port()


def test_one_that_dies_in_mid_run_is_started_again(desk: Desk) -> None:
    run = desk.start()
    java = desk.java()

    java.kill()
    said = desk.end(run)

    assert said.notices == []
    assert said.found("editkit") == [PARAGRAPHS] * FILES
    assert min(said.found("languagetool")) >= PARAGRAPHS
    assert len(set(said.found("languagetool"))) == 1


def test_one_that_dies_again_and_again_is_given_up(desk: Desk) -> None:
    run = desk.start()

    def kill() -> None:
        while run.poll() is None:
            with contextlib.suppress(psutil.NoSuchProcess):
                for java in filter(worked, javas(desk.cache)):
                    java.kill()
            time.sleep(0.05)

    killer = threading.Thread(target=kill)
    killer.start()
    said = desk.end(run)
    killer.join()

    assert said.found("editkit") == [PARAGRAPHS] * FILES
    assert said.notices
    assert all("LanguageTool" in notice for notice in said.notices)
    assert 0 in said.found("languagetool")


def test_one_that_hangs_is_ended_and_another_goes_on(desk: Desk) -> None:
    run = desk.start(within=30)
    java = desk.java()

    java.suspend()
    said = desk.end(run)

    assert not java.is_running()
    assert said.found("editkit") == [PARAGRAPHS] * FILES
    assert any("did not answer in 30 seconds" in notice for notice in said.notices)
    assert said.found("languagetool")[-1] >= PARAGRAPHS, said.notices
    assert 0 < said.found("languagetool").count(0) == len(said.notices) < FILES


@dataclass
class Front:
    """Stands before the real server, and may spoil what it answers."""

    port: int
    spoil: Callable[[str, bytes, bytes], bytes]
    checked: int = 0

    def __enter__(self) -> str:
        front = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._pass(b"")

            def do_POST(self) -> None:
                front.checked += 1
                self._pass(self.rfile.read(int(self.headers["Content-Length"])))

            def _pass(self, asked: bytes) -> None:
                behind = HTTPConnection("127.0.0.1", front.port)
                kind = {"Content-Type": self.headers.get("Content-Type", "text/plain")}
                behind.request(self.command, self.path, asked, kind)
                answer = behind.getresponse()
                body = front.spoil(self.path, asked, answer.read())
                behind.close()
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


def moved(body: bytes) -> bytes:
    answer = json.loads(body)
    for match in answer["matches"]:
        match["offset"] += 100_000
    return json.dumps(answer).encode()


@pytest.mark.parametrize(
    "garbled",
    [lambda _: b"<html><body>Please sign in</body></html>", lambda body: body[:-9], moved],
    ids=["html", "truncated", "elsewhere"],
)
def test_one_that_answers_garbage_loses_that_text_alone(
    desk: Desk, port: int, garbled: Callable[[bytes], bytes]
) -> None:
    def spoil(_: str, asked: bytes, body: bytes) -> bytes:
        return garbled(body) if b"Number+30" in asked else body

    def honest(_: str, __: bytes, body: bytes) -> bytes:
        return body

    with Front(port, spoil) as url:
        said = desk.end(desk.start(url=url, keep=True))
    spoilt = [file for file, found in enumerate(said.found("languagetool")) if not found]
    with Front(port, honest) as url:
        again = desk.end(desk.start(url=url, keep=True))

    assert said.found("editkit") == [PARAGRAPHS] * FILES
    assert spoilt == [1]
    assert len(said.notices) == 1
    assert "does not answer as LanguageTool does" in said.notices[0]
    assert again.notices == []
    assert len(set(again.found("languagetool"))) == 1


def test_one_that_is_replaced_is_not_mixed_with_the_other(desk: Desk, port: int) -> None:
    def newer(path: str, _: bytes, body: bytes) -> bytes:
        if path.endswith("info") and front.checked >= 10:
            return body.replace(b'"6.8"', b'"6.9"')
        return body

    front = Front(port, newer)
    with front as url:
        said = desk.end(desk.start(url=url))
        after = desk.end(desk.start("00.txt", url=url))

    assert said.found("editkit") == [PARAGRAPHS] * FILES
    assert any("was LanguageTool 6.8" in n and "is 6.9" in n for n in said.notices)
    lost = said.found("languagetool").count(0)
    assert 0 < lost == len(said.notices) < FILES
    assert said.found("languagetool")[0] >= PARAGRAPHS
    assert after.notices == []
    assert after.report["engines"][0]["version"] == "6.9"
    assert after.found("languagetool") == said.found("languagetool")[:1]


def test_two_runs_share_one_and_the_last_one_leaves_none(desk: Desk) -> None:
    long = desk.start()
    java = desk.java()
    short = desk.start("00.txt")

    first = desk.end(short)
    meanwhile = [each.pid for each in javas(desk.cache)]
    unfinished = long.poll() is None
    second = desk.end(long)

    assert meanwhile == [java.pid]
    assert unfinished
    assert first.notices == second.notices == []
    assert second.found("languagetool")[:1] == first.found("languagetool")
    assert eventually(lambda: not processes(desk.cache))
