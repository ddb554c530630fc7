"""Repeated issues: one in reports; each place counts in comments, baselines, fixes and reviews."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Editkit
from tests.page_elements import page_tree

ALONE = ("--engine", "none")
RAW = "One，two.\n\nTwo，three.\n\nThree，four.\n\nFour，five.\n"
MESSAGE = "Full-width “，”. Use “,”."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "marks.md"
    path.write_text(RAW, encoding="utf-8")
    return path


def issues(editkit: Editkit, *options: str) -> list[dict[str, Any]]:
    ran = editkit("lint", *ALONE, "marks.md", "--format", "json", *options)
    found: list[dict[str, Any]] = json.loads(ran.out)["files"][0]["issues"]
    return found


def lines(issue: dict[str, Any]) -> list[int]:
    return [issue["span"]["line"], *(each["line"] for each in issue["related"])]


@pytest.mark.usefixtures("article")
def test_text_has_one_issue_with_its_places(editkit: Editkit) -> None:
    ran = editkit("lint", *ALONE, "marks.md")

    assert ran.out == (
        "marks.md\n"
        f"  1:4 minor fullwidth-character: {MESSAGE} Found in 4 places.\n"
        "      One«，»two.\n"
        "    → One«, »two.\n"
        "      also at 3:4, 5:6, 7:5\n"
        "\n"
        "1 file, 1 issue: typography 1; 1 can be fixed automatically: editkit fix\n"
    )


def test_text_names_the_first_of_many_places(editkit: Editkit, article: Path) -> None:
    article.write_text("One，two.\n\n" * 63, encoding="utf-8")

    ran = editkit("lint", *ALONE, "marks.md")

    assert "Found in 63 places.\n" in ran.out
    assert (
        "also at 3:4, 5:4, 7:4, 9:4, 11:4, 13:4, 15:4, 17:4, 19:4, 21:4 and 52 more\n" in ran.out
    )


@pytest.mark.usefixtures("article")
def test_json_has_all_places_and_one_fix(editkit: Editkit) -> None:
    [issue] = issues(editkit)

    assert lines(issue) == [1, 3, 5, 7]
    [fix] = issue["fixes"]
    assert [edit["start"] for edit in fix["edits"]] == [
        at for at, c in enumerate(RAW) if c == "，"
    ]
    assert fix["safety"] == "safe"


@pytest.mark.usefixtures("article")
def test_github_annotates_each_place(editkit: Editkit) -> None:
    printed = editkit("lint", *ALONE, "marks.md", "--format", "github").out.splitlines()

    assert [line.split(",")[1] for line in printed] == ["line=1", "line=3", "line=5", "line=7"]
    assert all(line.endswith(f"title=fullwidth-character::{MESSAGE}") for line in printed)


def test_a_comment_suppresses_its_place_only(editkit: Editkit, article: Path) -> None:
    comment = "<!-- editkit-disable-next-line fullwidth-character -->\n"
    article.write_text(comment + RAW, encoding="utf-8")

    [issue] = issues(editkit)

    assert lines(issue) == [4, 6, 8]


def test_a_baseline_has_each_place(editkit: Editkit, article: Path) -> None:
    baseline = ("--baseline", "known.json")
    article.write_text(f"{RAW}\nThe end is here.\n", encoding="utf-8")
    written = editkit("lint", *ALONE, "marks.md", *baseline, "--write-baseline")
    article.write_text(f"{RAW}\nThe end is here.\n\nFive，six.\n", encoding="utf-8")

    [issue] = issues(editkit, *baseline)

    assert written.out == "known.json: 4 issues; 4 new, 0 gone\n"
    assert lines(issue) == [11]


def test_fix_corrects_each_place(editkit: Editkit, article: Path) -> None:
    editkit("fix", *ALONE, "marks.md", "--write")

    assert article.read_text(encoding="utf-8") == RAW.replace("，", ", ")


def test_review_offers_each_place(editkit: Editkit, article: Path) -> None:
    editkit("review", *ALONE, "marks.md", "-o", "page.html")

    page = article.with_name("page.html").read_text(encoding="utf-8")
    assert len(page_tree(page).xpath("//*[@data-edit]")) == 4
