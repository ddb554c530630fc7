"""Storage of decisions by the review server, with several tabs and servers."""

import json
from pathlib import Path
from typing import Any

import pytest

from editkit.core.errors import InputError
from editkit.fixing.atomic_write import FileChangedError
from editkit.reviewing.decisions import read_decisions
from editkit.reviewing.server.store import DecisionStore
from tests.capabilities import needs
from tests.reviewing.server.conftest import OpenReview, Review

FIRST = ("a.txt", "at at", "accepted")
SECOND = ("b.txt", "to to", "rejected")


def on_disk(review: Review) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((review.folder / "d.json").read_text())
    return found


def test_decisions_are_saved_and_loaded(review: Review, open_review: OpenReview) -> None:
    document = review.document(FIRST, SECOND, words=["Zorbex"])

    response = review.put(document)

    assert (response.status_code, response.json()) == (200, {"revision": 1})
    assert (review.get()["revision"], review.get()["decisions"]) == (1, document)
    assert sorted(review.get()["files"]) == ["a.txt", "b.txt"]
    assert on_disk(review) == document
    assert read_decisions(review.folder / "d.json").words == ("Zorbex",)
    again = open_review().get()["decisions"]
    assert (again["files"], again["words"]) == (document["files"], ["Zorbex"])


def test_decisions_in_the_earlier_schema_are_taken_and_stored_in_the_new_one(
    review: Review, open_review: OpenReview
) -> None:
    document = review.document(FIRST, SECOND)
    old = review.document(FIRST, SECOND) | {"schema": "editkit.decisions/1"}
    for file in old["files"]:
        del file["part"]

    response = review.put(old)

    assert (response.status_code, response.json()) == (200, {"revision": 1})
    assert on_disk(review) == review.get()["decisions"] == document
    (review.folder / "d.json").write_text(json.dumps(old))
    assert open_review().get()["decisions"] == document


def test_a_file_without_decisions_is_not_stored(review: Review) -> None:
    document = review.document(FIRST, SECOND)
    document["files"][1]["decisions"] = []

    assert review.put(document).json() == {"revision": 1}

    assert on_disk(review) == review.document(FIRST)


def test_an_outdated_tab_receives_the_decisions_of_the_first(review: Review) -> None:
    document = review.document(FIRST)
    review.put(document)

    late = review.put(review.document(SECOND), revision=0)

    assert late.status_code == 409
    assert "Another page" in late.json()["error"]
    assert (late.json()["revision"], late.json()["decisions"]) == (1, document)
    assert on_disk(review) == document


def test_two_servers_on_one_file_behave_like_two_tabs(
    review: Review, open_review: OpenReview
) -> None:
    other = open_review()
    document = review.document(FIRST)
    review.put(document)

    late = other.put(review.document(SECOND), revision=0)
    again = other.put(review.document(FIRST, SECOND))

    assert (late.status_code, late.json()["decisions"]["files"]) == (409, document["files"])
    assert again.status_code == 200
    assert review.get()["decisions"]["files"] == review.document(FIRST, SECOND)["files"]
    assert review.request("POST", "/api/apply", {"revision": 1}).status_code == 409


def test_a_corrupted_file_is_reported_and_not_overwritten(review: Review) -> None:
    review.put(review.document(FIRST))
    (review.folder / "d.json").write_text("{")

    review.put(review.document(SECOND))
    response = review.put(review.document(SECOND))

    assert (response.status_code, "d.json:1: This is not JSON" in response.json()["error"]) == (
        400,
        True,
    )
    assert (review.folder / "d.json").read_text() == "{"


def test_a_removed_file_is_written_again(review: Review) -> None:
    review.put(review.document(FIRST))
    (review.folder / "d.json").unlink()

    assert review.put(review.document(FIRST, SECOND)).status_code == 200
    assert on_disk(review) == review.document(FIRST, SECOND)


@pytest.mark.parametrize("revision", [-1, 2, "1", None, True, 1.5, []])
def test_an_unknown_revision_is_refused(revision: object, review: Review) -> None:
    review.put(review.document(FIRST))

    body = {"revision": revision, "decisions": review.document()}

    assert review.request("PUT", "/api/decisions", body).status_code == 409


def broken(review: Review, **changed: object) -> dict[str, Any]:
    document = review.document(FIRST)
    document["files"][0]["decisions"][0].update(changed)
    return document


def test_an_invalid_document_is_refused_with_the_position(review: Review) -> None:
    named = review.document(FIRST)
    named["files"][0]["path"] = "../d.json"
    faults = [
        ([], "an object is expected"),
        ({}, "“schema” is missing"),
        ({"schema": "editkit.decisions/3"}, "schema: “editkit.decisions/3” cannot be read here"),
        (broken(review, state="maybe"), "decisions: files[0].decisions[0].state: “maybe”"),
        (broken(review, edits=[{"start": 0}]), "edits[0]: “end” is missing"),
        (broken(review, suppress=True), "suppress: only an issue that is rejected"),
        (named, "files[0].path: “../d.json” is none of the files under review"),
        (review.document(words=[1]), "words[0]: a string"),
    ]

    for document, message in faults:
        response = review.put(document)
        assert response.status_code == 400, message
        assert message in response.json()["error"]
    assert review.get()["revision"] == 0
    assert not (review.folder / "d.json").exists()


@pytest.mark.parametrize("path", ["../a.txt", "/etc/hostname", "c.txt", "./a.txt", "d.json"])
def test_only_files_under_review_can_be_named(path: str, review: Review) -> None:
    document = review.document(FIRST)
    document["files"][0]["path"] = path

    assert review.put(document).status_code == 400


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"revision": 0}'])
def test_an_invalid_request_is_refused(body: bytes, review: Review) -> None:
    headers = {"X-Editkit-Token": "right"}

    response = review.client.put("/api/decisions", content=body, headers=headers)

    assert response.status_code == 400
    assert response.json()["error"].endswith(".")


@needs("modes")
def test_a_write_error_is_reported_and_the_revision_stays(
    review: Review,
) -> None:
    review.put(review.document())
    (review.folder / "d.json").chmod(0o444)

    response = review.put(review.document(FIRST))

    assert response.status_code == 400
    assert "d.json: This file cannot be written" in response.json()["error"]
    assert review.get()["revision"] == 1


def test_decisions_about_other_files_are_preserved(
    open_review: OpenReview, tmp_path: Path
) -> None:
    other = {"path": "c.txt", "sha256": "0" * 64, "decisions": []}
    tool = {"name": "editkit", "version": "0"}
    kept = {"schema": "editkit.decisions/1", "tool": tool, "files": [other]}
    (tmp_path / "d.json").write_text(json.dumps(kept))
    review = open_review()

    review.put(review.document(FIRST))

    assert review.get()["decisions"]["files"] == review.document(FIRST)["files"]
    assert [file["path"] for file in on_disk(review)["files"]] == ["a.txt", "c.txt"]


def test_a_file_without_decisions_is_not_overwritten(
    open_review: OpenReview, tmp_path: Path
) -> None:
    (tmp_path / "d.json").write_text('{"mine": 1}')

    with pytest.raises(InputError, match="“schema” is missing"):
        open_review()


def test_a_file_that_does_not_exist_has_no_decisions(tmp_path: Path) -> None:
    assert DecisionStore(tmp_path / "none.json").load([]).files == ()


def test_a_decisions_file_that_appears_during_a_save_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DecisionStore(tmp_path / "d.json")
    decisions = store.load([])
    store.path.write_text("of another server")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", lambda _: False)
        with pytest.raises(FileChangedError):
            store.save(decisions)

    assert store.path.read_text() == "of another server"
