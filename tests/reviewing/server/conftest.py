"""A review of two articles, as the server holds it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from editkit.config import Settings
from editkit.linting.discovery import Found
from editkit.linting.session import Session
from editkit.reviewing.server.app import application
from editkit.reviewing.server.files import Articles
from editkit.reviewing.server.session import Desk
from editkit.reviewing.server.store import Store

TOKEN = "right"  # noqa: S105  (no secret)
PORT = 8123
ALPHA = "The ferry left at at noon. The ferry left left again.\nA new quay of of stone.\n"
BETA = "A tram to to the hill.\n"


@dataclass(frozen=True)
class Review:
    """The server, how to ask it, and its folder."""

    desk: Desk
    client: TestClient
    folder: Path

    def get(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.ask("GET", "/api/decisions").json()
        return answer

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Response:
        sent = {"X-Editkit-Token": TOKEN, **headers}
        return self.client.request(method, path, json=body, headers=sent)

    def put(self, document: object, revision: object = None) -> Response:
        follows = self.desk.revision if revision is None else revision
        body = {"revision": follows, "decisions": document}
        return self.ask("PUT", "/api/decisions", body)

    def document(self, *decided: tuple[str, str, str], **more: object) -> dict[str, Any]:
        """Return decisions on issues: each is a path, the words flagged, and a state."""
        files = []
        for result in self.desk.results:
            entries = [
                self.entry(path, text, state)
                for path, text, state in decided
                if path == result.uri
            ]
            if entries:
                one = {"path": result.uri, "sha256": result.sha256, "decisions": entries}
                files.append(one)
        tool = {"name": "editkit", "version": "0"}
        return {"schema": "editkit.decisions/1", "tool": tool, "files": files, **more}

    def entry(self, path: str, text: str, state: str) -> dict[str, Any]:
        [result] = (result for result in self.desk.results if result.uri == path)
        raw = result.documents[0].document.raw
        [placed] = (one for one in result.issues if one.place.span.of(raw) == text)
        edits = [
            {
                "start": each.span.start,
                "end": each.span.end,
                "before": each.span.of(raw),
                "replacement": each.text,
            }
            for each in placed.fixes[0].splices
        ]
        issue = placed.issue
        return {
            "edit": issue.fingerprint[:16],
            "rule": issue.rule,
            "fingerprint": issue.fingerprint,
            "state": state,
            "edits": edits,
        }

    def texts(self, path: str = "a.txt") -> list[str]:
        """Return the words that are flagged in a file."""
        [result] = (result for result in self.desk.results if result.uri == path)
        raw = result.documents[0].document.raw
        return [placed.place.span.of(raw) for placed in result.issues]


Begin = Callable[..., Review]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Begin a review in a folder; a second one finds what the first has left."""
    (tmp_path / "a.txt").write_text(ALPHA)
    (tmp_path / "b.txt").write_text(BETA)
    sessions: list[Session] = []

    def review(
        glossaries: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
        baseline: str | None = None,
    ) -> Review:
        sessions.append(Session())
        names = ("a.txt", "b.txt")
        rules = ("repeated-word", "term")
        own = Settings(glossaries, words, engine="none", select=rules, baseline=baseline)
        files = [(own, Found(str(tmp_path / name))) for name in names]
        articles = Articles(files, names, tmp_path, sessions[-1])
        desk = Desk(articles, list(articles.check()), Store(tmp_path / "d.json"))
        app = application(desk, {}, TOKEN, PORT)
        client = TestClient(
            app, base_url=f"http://127.0.0.1:{PORT}", raise_server_exceptions=False
        )
        return Review(desk, client, tmp_path)

    yield review
    for session in sessions:
        session.close()


@pytest.fixture
def review(begin: Begin) -> Review:
    return begin()
