"""Responses of the real server that a proxy changes: each invalid one affects only its text."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from editkit.engines.languagetool.provision import EngineSettings, LocalRuntime, provide
from editkit.engines.languagetool.server import Server
from tests.engines.conftest import end_servers
from tests.engines.languagetool.live_runs import FILES, PARAGRAPHS, Workspace

pytestmark = [pytest.mark.live, pytest.mark.java]

FEW = "0[0-3].txt"
"""Enough where no server is to die in the middle of a run."""


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
