"""Fuzz target for the answers of a LanguageTool server."""

import json
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.fuzz.commands import folder_of, run_quietly
from tests.fuzz.pieces import JSON_VALUES
from tests.fuzz.target import Target, mutated

ARTICLE = "They would stationed there. \U0001f600 The the end.\n".encode()
_MATCH = {
    "message": "Use “be stationed”.",
    "offset": 5,
    "length": 15,
    "replacements": [{"value": "be stationed"}],
    "rule": {"id": "MD_BASEFORM", "issueType": "grammar", "category": {"id": "GRAMMAR"}},
}
_SOFTWARE = {"name": "LanguageTool", "version": "6.8", "buildDate": "2026-01-01", "apiVersion": 1}
ANSWERS = (
    json.dumps({"software": _SOFTWARE, "matches": [_MATCH]}).encode(),
    json.dumps({"software": _SOFTWARE, "matches": [_MATCH, {**_MATCH, "offset": 28}]}).encode(),
)
_WORDS = (*JSON_VALUES, "-5", "99999999999999999999", '"offset": 29', '"\\udc00"')


class _Handler(BaseHTTPRequestHandler):
    """A server whose first two answers of a run are right; all others are arbitrary."""

    protocol_version = "HTTP/1.1"
    answer = b""

    def do_GET(self) -> None:
        self._send(json.dumps([{"name": "English", "code": "en", "longCode": "en-US"}]).encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        is_probe = b"stationed" not in body
        self._send(ANSWERS[0].replace(b"[{", b'[], "x": [{', 1) if is_probe else self.answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (as above)
        """Print nothing."""

    def _send(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@cache
def _url() -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def check_answer(data: bytes) -> None:
    """Lint and correct an article for which a server answers `data`."""
    _Handler.answer = data
    options = ("--languagetool-url", _url(), "--no-cache", "--select", "grammar,spelling")
    with folder_of({"a.txt": ARTICLE}):
        run_quietly("lint", "a.txt", "--engine", "languagetool", "--format", "json", *options)


TARGETS = (Target("answers", check_answer, mutated(ANSWERS, _WORDS), ANSWERS, _WORDS),)
