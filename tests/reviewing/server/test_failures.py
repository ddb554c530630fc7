"""Failures of one file and of a request: the server goes on."""

import pytest

from editkit.reviewing.page import model, view
from tests.reviewing.server.conftest import OpenReview, Review


class PanicException(BaseException):
    """A replacement for pyo3's PanicException, which cannot be imported."""


def break_for_b(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
    original = getattr(owner, name)

    def broken(*args: object) -> object:
        if "b.txt" in repr(args):
            raise PanicException("boom")
        return original(*args)

    monkeypatch.setattr(owner, name, broken)


def test_a_file_that_cannot_be_reviewed_is_a_notice(
    open_review: OpenReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_for_b(monkeypatch, model, "_items")

    review = open_review()

    assert [result.package is None for result in review.session.results] == [False, True]
    page = review.request("GET", "/?token=right")
    assert page.status_code == 200
    assert "This file cannot be reviewed: PanicException: boom." in page.text
    assert "left at at noon" in page.text
    saved = review.put(review.document(("a.txt", "at at", "accepted")))
    assert saved.status_code == 200
    assert review.request("POST", "/api/apply", {"revision": 1}).json()["applied"] == [
        {"path": "a.txt", "edits": 1}
    ]


def test_a_file_that_cannot_be_shown_is_a_notice(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_for_b(monkeypatch, view, "sections")

    page = review.request("GET", "/?token=right")

    assert page.status_code == 200
    assert "b.txt" in page.text
    assert "This file cannot be shown: PanicException: boom." in page.text


@pytest.mark.parametrize("error", [PanicException("boom"), ValueError("boom")])
def test_a_failure_of_a_request_is_its_answer(
    review: Review, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(review.session, "relint", fail)

    answer = review.request("POST", "/api/lint")

    assert answer.status_code == 500
    assert answer.json() == {"error": f"The server failed: {type(error).__name__}: boom."}
    assert review.request("GET", "/api/decisions").status_code == 200
