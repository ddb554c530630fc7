"""Apply and lint endpoints of the review server."""

import json
import os
from pathlib import Path

import pytest

from editkit.fixing import folder_lock
from tests.reviewing.server.conftest import ALPHA, BETA, OpenReview, Review


def test_accepted_edits_are_made_and_the_files_are_linted_again(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("b.txt", "to to", "accepted")))

    result = review.apply()

    assert result["applied"] == [{"path": "a.txt", "edits": 1}, {"path": "b.txt", "edits": 1}]
    assert result["reload"] is True
    assert (review.folder / "a.txt").read_text() == ALPHA.replace("at at", "at")
    assert (review.folder / "b.txt").read_text() == "A tram to the hill.\n"
    assert (review.texts(), review.texts("b.txt")) == (["left left", "of of"], [])
    assert (review.get()["revision"], review.get()["decisions"]) == (2, review.document())
    assert "left at noon" in review.client.get("/?token=right").text


def test_a_rejection_is_kept_at_its_new_position(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("a.txt", "left left", "rejected")))

    review.apply()

    left = review.document(("a.txt", "left left", "rejected"))
    assert review.get()["decisions"]["files"] == left["files"]
    saved = json.loads((review.folder / "d.json").read_text())
    assert saved["files"] == left["files"]


def test_one_changed_file_refuses_the_whole_apply(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("b.txt", "to to", "accepted")))
    (review.folder / "b.txt").write_text("Other.\n")

    response = review.request("POST", "/api/apply", {"revision": 1})

    assert response.status_code == 409
    assert response.json()["path"] == "b.txt"
    assert "b.txt: This file has changed" in response.json()["error"]
    assert (review.folder / "a.txt").read_text() == ALPHA
    assert review.get()["revision"] == 1


def test_a_file_that_changes_during_apply_refuses_the_whole_apply(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("b.txt", "to to", "accepted")))
    fsync = os.fsync

    def late(number: int) -> None:
        fsync(number)
        (review.folder / "b.txt").write_text("Saved meanwhile.\n")

    monkeypatch.setattr(os, "fsync", late)

    response = review.request("POST", "/api/apply", {"revision": 1})

    assert (response.status_code, response.json()["path"]) == (409, "b.txt")
    assert "b.txt: This file has changed since it was read" in response.json()["error"]
    assert (review.folder / "a.txt").read_text() == ALPHA
    assert (review.folder / "b.txt").read_text() == "Saved meanwhile.\n"


def test_an_apply_is_refused_while_another_run_keeps_the_folder(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_lock, "WAIT_SECONDS", 0.1)
    review.put(review.document(("a.txt", "at at", "accepted")))

    with folder_lock.folders_locked([review.folder / "a.txt"]):
        response = review.request("POST", "/api/apply", {"revision": 1})

    assert response.status_code == 400
    assert "Another run of editkit is changing the files" in response.json()["error"]
    assert (review.folder / "a.txt").read_text() == ALPHA
    assert review.apply()["applied"] == [{"path": "a.txt", "edits": 1}]


def test_an_outdated_page_applies_nothing(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted")))

    response = review.request("POST", "/api/apply", {"revision": 0})

    assert (response.status_code, response.json()["revision"]) == (409, 1)
    assert (review.folder / "a.txt").read_text() == ALPHA


def test_decisions_of_a_page_from_before_an_apply_are_rebased(review: Review) -> None:
    old = review.document(("a.txt", "left left", "accepted"), ("b.txt", "to to", "rejected"))
    review.put(review.document(("a.txt", "at at", "accepted"), ("a.txt", "of of", "rejected")))
    review.apply()

    response = review.put(old)

    assert response.json() == {"revision": 3, "reload": True}
    now = review.document(
        ("a.txt", "of of", "rejected"),
        ("a.txt", "left left", "accepted"),
        ("b.txt", "to to", "rejected"),
    )
    files = review.get()["decisions"]["files"]
    assert sorted(files, key=lambda file: file["path"]) == now["files"]


def test_suppressions_words_and_rows_are_added_to_their_files(
    open_review: OpenReview, tmp_path: Path
) -> None:
    (tmp_path / "g.csv").write_text("term\nferry\n")
    review = open_review(
        glossaries=(str(tmp_path / "g.csv"),),
        words=(str(tmp_path / "w.txt"),),
        baseline=str(tmp_path / "known.json"),
    )
    row: dict[str, object] = {"term": "quay", "source": None, "forbidden": []}
    document = review.document(
        ("a.txt", "at at", "accepted"),
        ("a.txt", "left left", "rejected"),
        words=["Zorbex"],
        glossary=[row],
    )
    document["files"][0]["decisions"][1]["suppress"] = True
    review.put(document)

    review.apply()

    page = review.client.get("/?token=right").text
    for notice in ("a.txt: 1 edit made.", "1 suppression added.", "1 word added.", "1 row added."):
        assert notice in page
    assert (tmp_path / "w.txt").read_text() == "Zorbex\n"
    assert (tmp_path / "g.csv").read_text() == "term\nferry\nquay\n"
    assert review.texts() == ["of of"]
    left = review.get()["decisions"]
    assert (left["files"], "words" in left, "glossary" in left) == ([], False, False)


def test_entries_without_a_target_file_are_reported_and_kept(review: Review) -> None:
    review.put(review.document(words=["Zorbex"]))

    review.apply()

    notice = "1 word not saved. Use --words FILE."
    assert notice in review.client.get("/?token=right").text
    review.request("POST", "/api/lint", {})
    assert notice not in review.client.get("/?token=right").text
    assert review.get()["decisions"]["words"] == ["Zorbex"]


def test_files_are_linted_as_they_are_on_disk(review: Review) -> None:
    review.put(review.document(("a.txt", "of of", "rejected"), ("b.txt", "to to", "accepted")))
    (review.folder / "a.txt").write_text("New line.\n" + ALPHA)

    response = review.request("POST", "/api/lint", {})

    assert response.json() == {"reload": True}
    now = review.document(("a.txt", "of of", "rejected"), ("b.txt", "to to", "accepted"))
    assert (review.get()["revision"], review.get()["decisions"]) == (2, now)


def test_a_deleted_file_is_reported_and_its_decisions_are_kept(review: Review) -> None:
    document = review.document(("b.txt", "to to", "rejected"))
    review.put(document)
    (review.folder / "b.txt").unlink()

    review.request("POST", "/api/lint", {})

    assert review.get()["decisions"] == document
    assert "No such file" in review.client.get("/?token=right").text
    (review.folder / "b.txt").write_text(BETA)
    review.request("POST", "/api/lint", {})
    assert review.get()["decisions"] == document


def test_a_page_from_before_a_file_was_deleted_still_decides_about_it(review: Review) -> None:
    document = review.document(("b.txt", "to to", "rejected"))
    (review.folder / "b.txt").unlink()
    review.request("POST", "/api/lint", {})

    review.put(document)

    assert review.get()["decisions"] == document


def test_a_page_without_a_deleted_file_keeps_the_decisions_about_it(review: Review) -> None:
    about_b = review.document(("b.txt", "to to", "rejected"))["files"]
    review.put(review.document(("b.txt", "to to", "rejected")))
    (review.folder / "b.txt").unlink()
    review.request("POST", "/api/lint", {})

    review.put(review.document(("a.txt", "at at", "accepted")))

    assert review.get()["decisions"]["files"][1:] == about_b
    (review.folder / "b.txt").write_text(BETA)
    review.request("POST", "/api/lint", {})
    assert review.get()["decisions"]["files"][1:] == about_b


def test_decisions_survive_while_a_file_is_replaced(review: Review) -> None:
    review.put(review.document(("b.txt", "to to", "rejected")))
    (review.folder / "b.txt").unlink()
    review.request("POST", "/api/lint", {})
    (review.folder / "b.txt").write_text(f"New. {BETA}")

    review.request("POST", "/api/lint", {})

    now = review.document(("b.txt", "to to", "rejected"))
    assert review.get()["decisions"] == now


def test_a_changed_file_is_named(review: Review) -> None:
    assert review.get()["changed"] == []
    (review.folder / "b.txt").write_text("Other.\n")

    assert review.get()["changed"] == ["b.txt"]
