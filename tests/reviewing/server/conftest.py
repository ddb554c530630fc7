"""Fixtures: a review server with two articles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from editkit import __version__
from editkit.baseline import load_filter
from editkit.config import Settings
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.reviewing.server.app import create_app
from editkit.reviewing.server.review_files import ReviewFiles
from editkit.reviewing.server.session import ReviewSession
from editkit.reviewing.server.store import DecisionStore

TOKEN = "right"  # noqa: S105  (no secret)
PORT = 8123
ALPHA = "The ferry left at at noon. The ferry left left again.\nA new quay of of stone.\n"
BETA = "A tram to to the hill.\n"


@dataclass(frozen=True)
class Review:
    """A review session, an HTTP client of its server, and its folder."""

    session: ReviewSession
    client: TestClient
    folder: Path

    def get(self) -> dict[str, Any]:
        state: dict[str, Any] = self.request("GET", "/api/decisions").json()
        return state

    def request(self, method: str, path: str, body: object = None, **headers: str) -> Response:
        sent = {"X-Editkit-Token": TOKEN, **headers}
        return self.client.request(method, path, json=body, headers=sent)

    def put(self, document: object, revision: object = None) -> Response:
        expected_revision = self.session.revision if revision is None else revision
        body = {"revision": expected_revision, "decisions": document}
        return self.request("PUT", "/api/decisions", body)

    def apply(self) -> dict[str, Any]:
        response = self.request("POST", "/api/apply", {"revision": self.session.revision})
        assert response.status_code == 200, response.text
        result: dict[str, Any] = response.json()
        return result

    def document(self, *decided: tuple[str, str, str], **more: object) -> dict[str, Any]:
        """Return a decisions document; each decision is a path, a flagged text and a state."""
        files = []
        for result in self.session.results:
            entries = [
                self.entry(path, text, state)
                for path, text, state in decided
                if path == result.uri
            ]
            if entries:
                one = {
                    "path": result.uri,
                    "part": None,
                    "sha256": result.sha256,
                    "decisions": entries,
                }
                files.append(one)
        tool = {"name": "editkit", "version": __version__}
        return {"schema": "editkit.decisions/2", "tool": tool, "files": files, **more}

    def entry(self, path: str, text: str, state: str) -> dict[str, Any]:
        [result] = (result for result in self.session.results if result.uri == path)
        raw = result.documents[0].document.raw
        [placed] = (one for one in result.issues if one.location.span.of(raw) == text)
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
        """Return the flagged texts of a file."""
        [result] = (result for result in self.session.results if result.uri == path)
        raw = result.documents[0].document.raw
        return [placed.location.span.of(raw) for placed in result.issues]


OpenReview = Callable[..., Review]


@pytest.fixture
def open_review(tmp_path: Path) -> Iterator[OpenReview]:
    """Open reviews of the same folder; later ones load the decisions of earlier ones."""
    (tmp_path / "a.txt").write_text(ALPHA)
    (tmp_path / "b.txt").write_text(BETA)
    sessions: list[Session] = []

    def review(
        glossaries: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
        baseline: str | None = None,
        names: tuple[str, ...] = ("a.txt", "b.txt"),
        rules: tuple[str, ...] = ("repeated-word", "term"),
    ) -> Review:
        sessions.append(Session(load_filter=load_filter))
        settings = Settings(glossaries, words, engine="none", select=rules, baseline=baseline)
        files = [(settings, SourceFile(str(tmp_path / name))) for name in names]
        review_files = ReviewFiles(files, names, tmp_path, sessions[-1])
        session = ReviewSession(
            review_files, list(review_files.lint()), DecisionStore(tmp_path / "d.json")
        )
        app = create_app(session, {}, TOKEN, PORT)
        client = TestClient(
            app, base_url=f"http://127.0.0.1:{PORT}", raise_server_exceptions=False
        )
        return Review(session, client, tmp_path)

    yield review
    for session in sessions:
        session.close()


@pytest.fixture
def review(open_review: OpenReview) -> Review:
    return open_review()
