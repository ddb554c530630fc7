"""An apply of the server that was killed before the decisions were saved."""

import json
from pathlib import Path

import pytest

from editkit.reviewing.server.store import DecisionStore
from tests.reviewing.server.conftest import ALPHA, OpenReview, Review


class Killed(BaseException):
    """Stands for the end of the process."""


def apply_and_die(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(DecisionStore, "save", die)
        with pytest.raises(Killed):
            review.session.apply(review.session.revision)


def test_the_next_start_keeps_what_is_left_to_decide(
    open_review: OpenReview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, table = str(tmp_path / "w.txt"), tmp_path / "g.csv"
    table.write_text("term,source,forbidden\n")
    review = open_review((str(table),), (words,))
    row: dict[str, object] = {"term": "tramlet", "source": None, "forbidden": []}
    document = review.document(
        ("a.txt", "at at", "accepted"),
        ("a.txt", "left left", "rejected"),
        ("b.txt", "to to", "accepted"),
        words=["Zorbex"],
        glossary=[row],
    )
    review.put(document)
    apply_and_die(review, monkeypatch)
    assert (tmp_path / "a.txt").read_text() == ALPHA.replace("at at", "at")
    assert len(json.loads((tmp_path / "d.json").read_text())["files"]) == 2

    again = open_review((str(table),), (words,))

    expected = again.document(("a.txt", "left left", "rejected"))
    found = again.get()["decisions"]
    assert found["files"] == expected["files"]
    assert not found.get("words")
    assert not found.get("glossary")
    page = again.client.get("/?token=right").text
    assert "1 edit made before the run was interrupted" in page
    assert not (tmp_path / "d.json.old").exists()


def test_words_that_were_not_added_are_kept(open_review: OpenReview, tmp_path: Path) -> None:
    """The edit was made by another program, which knows no words."""
    review = open_review((), (str(tmp_path / "w.txt"),))
    review.put(review.document(("a.txt", "at at", "accepted"), words=["Zorbex"]))
    (tmp_path / "a.txt").write_text(ALPHA.replace("at at", "at"))

    again = open_review((), (str(tmp_path / "w.txt"),))

    assert again.get()["decisions"]["words"] == ["Zorbex"]
    assert again.get()["decisions"]["files"] == []


def test_decisions_saved_by_another_process_are_not_overwritten(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file changes between the check of the revision and the write."""
    review.put(review.document(("a.txt", "at at", "accepted")))
    other = review.document(("b.txt", "to to", "rejected"))
    path = review.folder / "d.json"
    monkeypatch.setattr(DecisionStore, "is_changed", property(lambda _: False))
    path.write_text(json.dumps(other))

    response = review.put(review.document(("a.txt", "of of", "accepted")))

    assert response.status_code == 409
    assert "has changed since it was read" in response.json()["error"]
    assert json.loads(path.read_text()) == other
