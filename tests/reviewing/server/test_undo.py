"""Undo endpoint of the review server."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.fixing import folder_lock
from editkit.reviewing.server import session
from editkit.reviewing.server.review_files import ReviewFiles
from tests.reviewing.server.conftest import ALPHA, OpenReview, Review


def test_an_apply_is_undone_byte_for_byte(review: Review) -> None:
    decided = review.document(("a.txt", "at at", "accepted"), ("b.txt", "to to", "accepted"))
    review.put(decided)
    beta = (review.folder / "b.txt").read_bytes()
    review.apply()

    response = review.request("POST", "/api/undo", {"revision": 2})

    assert response.status_code == 200, response.text
    assert (review.folder / "a.txt").read_bytes() == ALPHA.encode()
    assert (review.folder / "b.txt").read_bytes() == beta
    assert (review.get()["revision"], review.get()["decisions"]) == (4, decided)
    again = review.request("POST", "/api/undo", {"revision": 4})
    assert (again.status_code, again.json()["error"]) == (400, "Nothing to undo.")


def test_an_undo_is_refused_if_a_file_has_changed_since(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("b.txt", "to to", "accepted")))
    review.apply()
    applied = (review.folder / "b.txt").read_bytes()
    (review.folder / "a.txt").write_text("Other.\n")

    response = review.request("POST", "/api/undo", {"revision": 2})

    assert response.status_code == 409
    assert "a.txt: This file has changed" in response.json()["error"]
    assert (review.folder / "a.txt").read_text() == "Other.\n"
    assert (review.folder / "b.txt").read_bytes() == applied


def test_decisions_since_an_apply_survive_its_undo(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("a.txt", "of of", "rejected")))
    review.apply()
    review.put(review.document(("a.txt", "left left", "accepted"), ("b.txt", "to to", "rejected")))

    review.request("POST", "/api/undo", {"revision": 3})

    now = review.document(
        ("a.txt", "at at", "accepted"),
        ("a.txt", "of of", "rejected"),
        ("a.txt", "left left", "accepted"),
        ("b.txt", "to to", "rejected"),
    )
    assert review.get()["decisions"] == now
    assert (review.folder / "a.txt").read_bytes() == ALPHA.encode()


def test_an_undo_keeps_the_words_that_another_run_added_before_the_apply(
    open_review: OpenReview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "w.txt"
    words.write_text("Quay\n")
    review = open_review(words=(str(words),))
    review.put(review.document(words=["Zorbex"]))

    @contextmanager
    def after_another_run(files: Iterable[Path | str]) -> Iterator[None]:
        words.write_text("Quay\nTram\n")
        with folder_lock.folders_locked(files):
            yield

    monkeypatch.setattr(session, "folders_locked", after_another_run)
    review.apply()
    assert words.read_text() == "Quay\nTram\nZorbex\n"
    monkeypatch.undo()

    review.request("POST", "/api/undo", {"revision": 2})

    assert words.read_text() == "Quay\nTram\n"
    assert review.get()["decisions"]["words"] == ["Zorbex"]


def test_an_apply_without_a_new_check_can_be_undone(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = review.document(("a.txt", "at at", "accepted"))
    review.put(decided)

    def fail(*_: object) -> None:
        raise InputError("No glossary.")

    monkeypatch.setattr(ReviewFiles, "lint", fail)
    assert review.request("POST", "/api/apply", {"revision": 1}).status_code == 400
    failed = review.request("POST", "/api/undo", {"revision": 1})
    monkeypatch.undo()

    assert failed.status_code == 400
    assert (review.folder / "a.txt").read_bytes() == ALPHA.encode()
    review.request("POST", "/api/lint", {})
    assert review.get()["decisions"] == decided
