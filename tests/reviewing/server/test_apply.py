"""Applied from the page: all files or none, and the rest is checked and still decided."""

import json
import os
from pathlib import Path

import pytest

from tests.reviewing.server.conftest import ALPHA, BETA, Begin, Review


def apply(review: Review) -> dict[str, object]:
    answer = review.ask("POST", "/api/apply", {"revision": review.desk.revision})
    assert answer.status_code == 200, answer.text
    told: dict[str, object] = answer.json()
    return told


def test_accepted_edits_are_made_and_what_is_left_is_checked_again(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("b.txt", "to to", "accepted")))

    told = apply(review)

    assert told["applied"] == [{"path": "a.txt", "edits": 1}, {"path": "b.txt", "edits": 1}]
    assert told["reload"] is True
    assert (review.folder / "a.txt").read_text() == ALPHA.replace("at at", "at")
    assert (review.folder / "b.txt").read_text() == "A tram to the hill.\n"
    assert (review.texts(), review.texts("b.txt")) == (["left left", "of of"], [])
    assert (review.get()["revision"], review.get()["decisions"]) == (2, review.document())
    assert "left at noon" in review.client.get("/?token=right").text


def test_what_was_rejected_is_still_rejected_where_it_stands_now(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("a.txt", "left left", "rejected")))

    apply(review)

    left = review.document(("a.txt", "left left", "rejected"))
    assert review.get()["decisions"]["files"] == left["files"]
    saved = json.loads((review.folder / "d.json").read_text())
    assert saved["files"] == left["files"]


def test_one_changed_file_stops_all(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("b.txt", "to to", "accepted")))
    (review.folder / "b.txt").write_text("Other.\n")

    answer = review.ask("POST", "/api/apply", {"revision": 1})

    assert answer.status_code == 409
    assert answer.json()["path"] == "b.txt"
    assert "b.txt: This file has changed" in answer.json()["error"]
    assert (review.folder / "a.txt").read_text() == ALPHA
    assert review.get()["revision"] == 1


def test_a_file_that_is_saved_during_apply_stops_all(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.put(review.document(("a.txt", "at at", "accepted"), ("b.txt", "to to", "accepted")))
    fsync = os.fsync

    def late(number: int) -> None:
        fsync(number)
        (review.folder / "b.txt").write_text("Saved meanwhile.\n")

    monkeypatch.setattr(os, "fsync", late)

    answer = review.ask("POST", "/api/apply", {"revision": 1})

    assert (answer.status_code, answer.json()["path"]) == (409, "b.txt")
    assert "b.txt: This file has changed since it was read" in answer.json()["error"]
    assert (review.folder / "a.txt").read_text() == ALPHA
    assert (review.folder / "b.txt").read_text() == "Saved meanwhile.\n"


def test_a_page_that_is_late_applies_nothing(review: Review) -> None:
    review.put(review.document(("a.txt", "at at", "accepted")))

    answer = review.ask("POST", "/api/apply", {"revision": 0})

    assert (answer.status_code, answer.json()["revision"]) == (409, 1)
    assert (review.folder / "a.txt").read_text() == ALPHA


def test_a_page_of_before_loses_nothing_and_is_to_reload(review: Review) -> None:
    old = review.document(("a.txt", "left left", "accepted"), ("b.txt", "to to", "rejected"))
    review.put(review.document(("a.txt", "at at", "accepted"), ("a.txt", "of of", "rejected")))
    apply(review)

    answer = review.put(old)

    assert answer.json() == {"revision": 3, "reload": True}
    now = review.document(
        ("a.txt", "of of", "rejected"),
        ("a.txt", "left left", "accepted"),
        ("b.txt", "to to", "rejected"),
    )
    files = review.get()["decisions"]["files"]
    assert sorted(files, key=lambda file: file["path"]) == now["files"]


def test_what_is_no_edit_goes_to_the_files_that_were_named(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("term\nferry\n")
    review = begin(
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

    apply(review)

    page = review.client.get("/?token=right").text
    for told in ("a.txt: 1 edit made.", "1 suppression added.", "1 word added.", "1 row added."):
        assert told in page
    assert (tmp_path / "w.txt").read_text() == "Zorbex\n"
    assert (tmp_path / "g.csv").read_text() == "term\nferry\nquay\n"
    assert review.texts() == ["of of"]
    left = review.get()["decisions"]
    assert (left["files"], "words" in left, "glossary" in left) == ([], False, False)


def test_what_has_no_file_to_go_to_is_told_and_kept(review: Review) -> None:
    review.put(review.document(words=["Zorbex"]))

    apply(review)

    told = "1 word is not kept: name a file with --words."
    assert told in review.client.get("/?token=right").text
    review.ask("POST", "/api/lint", {})
    assert told not in review.client.get("/?token=right").text
    assert review.get()["decisions"]["words"] == ["Zorbex"]


def test_a_suppressed_issue_is_not_asked_about_again_when_its_neighbour_is_corrected(
    begin: Begin, tmp_path: Path
) -> None:
    # Two of one kind, one of them decided: which one the baseline means shows in its place only.
    (tmp_path / "a.txt").write_text("Mind the the left left door, and mind the the left door.\n")
    review = begin(baseline=str(tmp_path / "known.json"))
    [result, _] = review.desk.results
    first = result.issues[0]
    document = review.document(("a.txt", "left left", "accepted"))
    entry = {
        "edit": first.issue.fingerprint[:16],
        "rule": first.issue.rule,
        "fingerprint": first.issue.fingerprint,
        "state": "rejected",
        "edits": [],
        "suppress": True,
    }
    document["files"][0]["decisions"].append(entry)
    review.put(document)

    apply(review)

    assert (tmp_path / "a.txt").read_text().startswith("Mind the the left door, ")
    assert review.texts() == ["the the"]
    kept = json.loads((tmp_path / "known.json").read_text())["suppressed"]
    assert [one["text"] for one in kept] == ["the the"]
    assert begin(baseline=str(tmp_path / "known.json")).texts() == ["the the"]


def test_files_are_checked_as_they_are_on_the_disk(review: Review) -> None:
    review.put(review.document(("a.txt", "of of", "rejected"), ("b.txt", "to to", "accepted")))
    (review.folder / "a.txt").write_text("New line.\n" + ALPHA)

    answer = review.ask("POST", "/api/lint", {})

    assert answer.json() == {"reload": True}
    now = review.document(("a.txt", "of of", "rejected"), ("b.txt", "to to", "accepted"))
    assert (review.get()["revision"], review.get()["decisions"]) == (2, now)


def test_a_file_that_has_gone_is_told_and_its_decisions_stay(review: Review) -> None:
    document = review.document(("b.txt", "to to", "rejected"))
    review.put(document)
    (review.folder / "b.txt").unlink()

    review.ask("POST", "/api/lint", {})

    assert review.get()["decisions"] == document
    assert "There is no such file" in review.client.get("/?token=right").text
    (review.folder / "b.txt").write_text(BETA)
    review.ask("POST", "/api/lint", {})
    assert review.get()["decisions"] == document
