"""Fixes of headings to which files of the same folder link."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit

OPTIONS = ("-g", "glossary.csv", "--engine", "none", "--select", "term")
HEADING = "# The float boat\n"


def lint(editkit: Editkit, *paths: str) -> list[tuple[str, str]]:
    """Return the messages of the issues of a.md, and the safety of their fixes."""
    report = json.loads(editkit("lint", *paths, *OPTIONS, "--format", "json").out)
    [file] = [each for each in report["files"] if each["path"].endswith("a.md")]
    return [(each["message"], each["fixes"][0]["safety"]) for each in file["issues"]]


@pytest.mark.parametrize(
    "link",
    [
        "[x](#the-float-boat)",
        "[x](a.md#the-float-boat)",
        "[x](./a.md#The-float-boat)",
        "[x](a#the-float-boat-1)",
        "[x][y]\n\n[y]: a.md#the-float-boat",
        '<a href="a.md#the-float-boat">x</a>',
        "[[#The float boat]]",
        "[[a#The float boat|x]]",
    ],
)
@pytest.mark.parametrize("by", ["this file", "b.md"])
def test_a_linked_heading_is_for_review(
    editkit: Editkit, tmp_path: Path, link: str, by: str
) -> None:
    other = link.replace("(#", "(a.md#").replace("[[#", "[[a#")
    own_link = link.replace("a.md#", "#").replace("./", "").replace("a#", "#")
    (tmp_path / "a.md").write_text(
        f"{HEADING}\n{own_link if by == 'this file' else ''}\n", encoding="utf-8"
    )
    (tmp_path / "b.md").write_text(other if by == "b.md" else "", encoding="utf-8")

    [(message, safety)] = lint(editkit, ".")

    assert message.endswith(f"The fix changes the anchor “#the-float-boat”, to which {by} links.")
    assert safety == "review"
    assert editkit("fix", "a.md", *OPTIONS, "--write").code == 0
    assert HEADING in (tmp_path / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        (HEADING, ""),
        (HEADING, "[x](a.md#the-ferry)"),
        (HEADING, "[x](c.md#the-float-boat)"),
        (HEADING, "[x](https://example.org/a.md#the-float-boat)"),
        ("# The float boat {#the-float-boat}\n", "[x](a.md#the-float-boat)"),
        ("# One\n\nThe float boat\n", "[x](a.md#the-float-boat)"),
        (
            "# The HARBOR LINES\n".replace("HARBOR LINES", "harbour Lines"),
            "[x](a.md#the-harbour-lines)",
        ),
    ],
)
def test_other_headings_are_corrected(
    editkit: Editkit, tmp_path: Path, heading: str, link: str
) -> None:
    (tmp_path / "a.md").write_text(heading, encoding="utf-8")
    (tmp_path / "b.md").write_text(link, encoding="utf-8")

    [(message, safety)] = lint(editkit, ".")

    assert ("anchor" in message, safety) == (False, "safe")


def test_links_of_folders_below_count_and_change_between_runs(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "docs" / "below").mkdir(parents=True)
    (tmp_path / "docs" / "a.md").write_text(HEADING, encoding="utf-8")
    linking = tmp_path / "docs" / "below" / "b.md"

    assert lint(editkit, "docs")[0][1] == "safe"
    linking.write_text("[x](../a.md#the-float-boat)", encoding="utf-8")
    assert lint(editkit, "docs")[0][1] == "review"
    linking.write_text("[x](/a.md#the-float-boat)", encoding="utf-8")
    assert lint(editkit, "docs")[0][1] == "review"
    assert editkit("fix", "docs", *OPTIONS, "--write").code == 0
    assert (tmp_path / "docs" / "a.md").read_text(encoding="utf-8") == HEADING
