"""Served review of a file of two parts: saving, apply, rebase."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.page_elements import page_files
from tests.reviewing.server.conftest import OpenReview, Review
from tests.two_parts import SEPARATOR

BODY = "The ferry left at at noon. It it was late.\n"
NOTES = "A quay of of stone. It it is new.\n"
RAW = f"{BODY}{SEPARATOR}{NOTES}"


pytestmark = pytest.mark.usefixtures("two_parts")


@pytest.fixture
def open_parts(open_review: OpenReview, tmp_path: Path) -> Callable[[], Review]:
    (tmp_path / "a.two").write_text(RAW)
    baseline = str(tmp_path / "known.json")
    return lambda: open_review(baseline=baseline, names=("a.two",))


@pytest.fixture
def review(open_parts: Callable[[], Review]) -> Review:
    return open_parts()


def shown_files(review: Review) -> list[dict[str, Any]]:
    """Return the documents of the page, with their items."""
    return page_files(review.client.get("/?token=right").text)


def decisions(review: Review, states: dict[tuple[str, str], str]) -> dict[str, Any]:
    """Return decisions as the page sends them; `states` are by part and flagged text."""
    files = []
    for file in shown_files(review):
        entries = [
            {
                "edit": item["id"],
                "rule": item["rule"],
                "fingerprint": item["fingerprint"],
                "state": states[file["part"], item["found"]],
                "edits": item["choices"][0]["edits"],
            }
            for item in file["items"]
            if (file["part"], item["found"]) in states
        ]
        head = {key: file[key] for key in ("path", "part", "sha256")}
        files += [{**head, "decisions": entries}] if entries else []
    return {"schema": "editkit.decisions/2", "tool": {}, "files": files}


def apply(review: Review) -> None:
    response = review.request("POST", "/api/apply", {"revision": review.session.revision})
    assert response.status_code == 200, response.text


def stored(review: Review) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = review.get()["decisions"]["files"]
    return files


def test_edits_of_both_parts_are_made_and_rejections_of_both_are_kept(review: Review) -> None:
    states = {
        ("body", "at at"): "accepted",
        ("body", "It it"): "rejected",
        ("notes", "of of"): "accepted",
        ("notes", "It it"): "rejected",
    }
    review.put(decisions(review, states))

    apply(review)

    text = f"The ferry left at noon. It it was late.\n{SEPARATOR}A quay of stone. It it is new.\n"
    assert (review.folder / "a.two").read_text() == text
    left = {("body", "It it"): "rejected", ("notes", "It it"): "rejected"}
    assert stored(review) == decisions(review, left)["files"]
    assert [file["decisions"][0]["edits"][0]["start"] for file in stored(review)] == [26, 19]


def rewrite(review: Review, part: str, word: str, raw: str) -> dict[str, Any]:
    """Return a rewrite of a word without an issue."""
    [file] = (file for file in shown_files(review) if file["part"] == part)
    start, end = raw.index(word), raw.index(word) + len(word)
    edit = {"start": start, "end": end, "before": word, "replacement": "x"}
    made = {"edit": f"own-{start}-{end}", "rule": None, "fingerprint": None}
    entries = [made | {"state": "rewritten", "edits": [edit]}]
    return {key: file[key] for key in ("path", "part", "sha256")} | {"decisions": entries}


def test_rewrites_move_with_the_text_of_their_part(review: Review) -> None:
    sent = decisions(review, {})
    sent["files"] = [
        rewrite(review, "body", "ferry", BODY),
        rewrite(review, "notes", "stone", NOTES),
    ]
    review.put(sent)
    body, notes = f"New: {BODY}", f"Old and new: {NOTES}"
    (review.folder / "a.two").write_text(f"{body}{SEPARATOR}{notes}")

    review.request("POST", "/api/lint", {})

    assert stored(review) == [
        rewrite(review, "body", "ferry", body),
        rewrite(review, "notes", "stone", notes),
    ]


def test_decisions_of_an_earlier_page_are_rebased_in_their_part(review: Review) -> None:
    early = decisions(review, {("body", "It it"): "rejected", ("notes", "It it"): "accepted"})
    review.put(decisions(review, {("body", "at at"): "accepted", ("notes", "of of"): "accepted"}))
    apply(review)

    response = review.put(early)

    assert response.json()["reload"] is True
    now = {("body", "It it"): "rejected", ("notes", "It it"): "accepted"}
    assert stored(review) == decisions(review, now)["files"]


def test_an_earlier_page_keeps_newer_decisions_about_another_part(review: Review) -> None:
    early = decisions(review, {("body", "It it"): "rejected"})
    notes = shown_files(review)[1]
    early["files"].append({key: notes[key] for key in ("path", "part", "sha256")})
    early["files"][1]["decisions"] = []
    review.put(decisions(review, {("body", "at at"): "accepted"}))
    apply(review)
    newer = {("notes", "It it"): "accepted"}
    review.put(decisions(review, newer))

    review.put(early)

    now = {("body", "It it"): "rejected", **newer}
    assert stored(review) == decisions(review, now)["files"]


def test_decisions_about_a_removed_part_are_dropped(review: Review) -> None:
    review.put(decisions(review, {("body", "at at"): "rejected", ("notes", "of of"): "rejected"}))
    (review.folder / "a.two").write_text(BODY)

    review.request("POST", "/api/lint", {})

    current = decisions(review, {("body", "at at"): "rejected"})["files"]
    assert [file for file in stored(review) if file["decisions"]] == current


def test_another_server_finds_the_decisions_of_both_parts(
    review: Review, open_parts: Callable[[], Review]
) -> None:
    states = {("body", "at at"): "rejected", ("notes", "of of"): "accepted"}
    review.put(decisions(review, states))
    (review.folder / "a.two").write_text(f"New. {BODY}{SEPARATOR}New. {NOTES}")

    again = open_parts()

    assert stored(again) == decisions(again, states)["files"]
    (review.folder / "a.two").write_text(BODY)
    last = open_parts()
    assert stored(last) == decisions(last, {("body", "at at"): "rejected"})["files"]
    notice = "a.two (notes): This file has changed since it was reviewed; 1 of 1 decisions"
    assert notice in last.client.get("/?token=right").text


def test_a_suppression_in_one_part_has_the_fingerprint_after_an_edit(
    open_parts: Callable[[], Review], tmp_path: Path
) -> None:
    (tmp_path / "a.two").write_text(f"{BODY}{SEPARATOR}A quay of of it it is new.\n")
    review = open_parts()
    document = decisions(review, {("notes", "of of"): "accepted", ("notes", "it it"): "rejected"})
    document["files"][0]["decisions"][1]["suppress"] = True
    review.put(document)

    apply(review)

    assert [[item["found"] for item in file["items"]] for file in shown_files(review)] == [
        ["at at", "It it"],
        [],
    ]
    [entry] = json.loads((review.folder / "known.json").read_text())["suppressed"]
    (review.folder / "known.json").unlink()
    _, notes = shown_files(open_parts())
    assert (entry["text"], entry["fingerprint"]) == ("it it", notes["items"][0]["fingerprint"])


def test_a_part_of_the_earlier_schema_is_refused_by_apply(review: Review) -> None:
    document = decisions(review, {("body", "at at"): "accepted"})
    del document["files"][0]["part"]
    review.put({**document, "schema": "editkit.decisions/1"})

    response = review.request("POST", "/api/apply", {"revision": review.session.revision})

    assert response.status_code == 409
    assert "This file has parts, and none is named" in response.json()["error"]
    assert (review.folder / "a.two").read_text() == RAW
