"""Suppressions that an apply of the review server adds to the baseline."""

import json
import os
from pathlib import Path

import pytest

from tests.reviewing.server.conftest import ALPHA, OpenReview, Review


def apply(review: Review) -> None:
    response = review.request("POST", "/api/apply", {"revision": review.session.revision})
    assert response.status_code == 200, response.text


@pytest.fixture
def two_alike(open_review: OpenReview, tmp_path: Path) -> Review:
    """Two equal issues, one suppressed: only the position shows which one is meant.

    The neighbor of the suppressed one is corrected.
    """
    (tmp_path / "a.txt").write_text("Mind the the left left door, and mind the the left door.\n")
    review = open_review(baseline=str(tmp_path / "known.json"))
    first = review.session.results[0].issues[0]
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
    return review


def test_a_suppressed_issue_stays_suppressed_when_its_neighbor_is_corrected(
    two_alike: Review, open_review: OpenReview, tmp_path: Path
) -> None:
    apply(two_alike)

    assert (tmp_path / "a.txt").read_text().startswith("Mind the the left door, ")
    assert two_alike.texts() == ["the the"]
    kept = json.loads((tmp_path / "known.json").read_text())["suppressed"]
    assert [one["text"] for one in kept] == ["the the"]
    assert open_review(baseline=str(tmp_path / "known.json")).texts() == ["the the"]


def test_the_baseline_is_written_once_together_with_the_files(
    two_alike: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[str] = []
    replace = os.replace

    def record(old: Path, new: Path) -> None:
        replaced.append(Path(new).name)
        replace(old, new)

    monkeypatch.setattr(os, "replace", record)

    apply(two_alike)

    assert replaced == ["a.txt", "known.json", "d.json"]


def test_a_glossary_that_cannot_be_read_stops_apply_before_suppressions_are_written(
    open_review: OpenReview, tmp_path: Path
) -> None:
    (tmp_path / "g.csv").write_text("term\nferry\n")
    review = open_review(
        glossaries=(str(tmp_path / "g.csv"),), baseline=str(tmp_path / "known.json")
    )
    document = review.document(("a.txt", "at at", "accepted"), ("a.txt", "left left", "rejected"))
    document["files"][0]["decisions"][1]["suppress"] = True
    review.put(document)
    (tmp_path / "g.csv").write_text("source\nx\n")

    response = review.request("POST", "/api/apply", {"revision": 1})

    assert (response.status_code, "g.csv" in response.json()["error"]) == (400, True)
    assert (tmp_path / "a.txt").read_text() == ALPHA
    assert not (tmp_path / "known.json").exists()
    assert review.get()["decisions"]["files"][0]["decisions"][0]["state"] == "accepted"
