"""Check of paragraphs as decided, by all checks."""

from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response

from editkit.core.result import Notice
from tests.reviewing.server.conftest import ALPHA, OpenReview, Review
from tests.two_parts import SEPARATOR

Edit = tuple[str, str]
"""A text of the article and its replacement."""


def ask(review: Review, *paragraphs: tuple[str, list[Edit]], **other: object) -> Response:
    """Ask about paragraphs, each with its text and its edits."""
    [file] = (each for each in review.session.results if each.uri == "a.txt")
    raw = file.documents[0].document.raw
    sent = []
    for paragraph, edits in paragraphs:
        start = raw.index(paragraph)
        places = [(raw.index(before, start), before, after) for before, after in edits]
        sent.append(
            {
                "start": start,
                "end": start + len(paragraph),
                "edits": [
                    {"start": at, "end": at + len(before), "replacement": after}
                    for at, before, after in places
                ],
            }
        )
    body = {"path": "a.txt", "part": None, "sha256": file.sha256, "paragraphs": sent}
    return review.request("POST", "/api/check", body | other)


def faults(response: Response) -> Any:  # noqa: ANN401  (JSON)
    assert response.status_code == 200, response.text
    assert response.json()["notices"] == []
    return response.json()["faults"]


def test_only_what_an_edit_newly_breaks_is_reported(review: Review) -> None:
    [found] = faults(ask(review, (ALPHA, [("noon", "noon noon"), ("quay", "quay quay")])))

    assert [each["edit"] for each in found] == [0, 1]
    assert "“noon”" in found[0]["message"]
    assert faults(ask(review, (ALPHA, [("noon", "dusk")]))) == [[]]


def test_an_issue_that_touches_no_edit_belongs_to_the_nearest(
    open_review: OpenReview, tmp_path: Path
) -> None:
    text = "It left at noon. A (new) quay of stone.\n"
    (tmp_path / "a.txt").write_text(text)
    review = open_review(rules=("unbalanced-brackets",))

    [found] = faults(ask(review, (text, [("left", "went"), (") quay", " quay")])))

    assert [each["edit"] for each in found] == [1]


def test_paragraphs_of_markdown_are_found_after_edits_of_earlier_ones(
    open_review: OpenReview, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("# A *long* noon\n\nIt `is is` **new** here.\n")
    review = open_review(names=("a.md",))
    [file] = review.session.results
    raw = file.documents[0].document.raw
    edits = [("noon", "noon noon"), ("new", "new new")]
    places = [(raw.index(before), len(before), after) for before, after in edits]
    paragraphs = [
        {"start": start, "end": end, "edits": [{"start": at, "end": at + n, "replacement": text}]}
        for (start, end), (at, n, text) in zip([(0, 15), (17, len(raw))], places, strict=True)
    ]
    body = {"path": "a.md", "part": None, "sha256": file.sha256, "paragraphs": paragraphs}

    found = faults(review.request("POST", "/api/check", body))

    assert [[each["edit"] for each in one] for one in found] == [[0], [0]]
    assert "“noon”" in found[0][0]["message"]
    assert "“new”" in found[1][0]["message"]


@pytest.mark.usefixtures("two_parts")
def test_a_part_is_checked_by_its_name(open_review: OpenReview, tmp_path: Path) -> None:
    notes = "A quay of stone.\n"
    (tmp_path / "a.two").write_text(f"The ferry left.\n{SEPARATOR}{notes}")
    review = open_review(names=("a.two",))
    [file] = review.session.results
    part = file.documents[1].document
    edit = {"start": 2, "end": 6, "replacement": "quay quay"}
    paragraph = {"start": 0, "end": len(part.raw), "edits": [edit]}
    body = {"path": "a.two", "part": part.part, "sha256": file.sha256, "paragraphs": [paragraph]}

    [[found]] = faults(review.request("POST", "/api/check", body))

    assert found["edit"] == 0


def test_a_file_that_has_changed_since_is_not_compared(review: Review) -> None:
    response = ask(review, (ALPHA, [("noon", "noon noon")]), sha256="0")

    assert response.json() == {"faults": None, "notices": []}


def test_overlapping_edits_and_unknown_files_are_refused(review: Review) -> None:
    overlapping = ask(review, (ALPHA, [("noon", "dusk"), ("noon", "dawn")]))
    unknown = ask(review, path="c.txt")

    assert (overlapping.status_code, unknown.status_code) == (400, 400)
    assert "in order" in overlapping.json()["error"]
    assert "c.txt" in unknown.json()["error"]


def test_a_failed_check_is_a_notice(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    from editkit.linting.toolset import Toolset  # noqa: PLC0415  (only here)

    def fail(*_: object) -> tuple[list[object], list[Notice]]:
        return [], [Notice("It broke.", rule="repeated-word")]

    monkeypatch.setattr(Toolset, "run_checks", fail)

    response = ask(review, (ALPHA, [("noon", "noon noon")]))

    assert response.json() == {"faults": [[]], "notices": ["repeated-word: It broke."]}
