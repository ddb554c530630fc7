"""Comparison of engines: counts of one tool in a folder of judged documents."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.compare_engines import Score, read_folder, row, score

LINT = (sys.executable, "-m", "editkit", "lint", "--engine", "none", "--no-cache")
NEWS = "The the plant opened.\nIt has three line and a  gap.\nThe sun rose.\n"
NATIVE = "Sales of the the company rose.\n"
MARKS = [
    {"file": "news/a.txt", "line": 1, "fault": "the", "kind": "redundancy"},
    {"file": "news/a.txt", "line": 2, "fault": "a  gap", "kind": "spacing"},
    {"file": "news/a.txt", "line": 2, "fault": "three line and a  gap", "kind": "number"},
    {"file": "news/a.txt", "line": 3, "fault": "The", "kind": "article"},
]


def verdict(line: int, text: str, judgment: str, rule: str = "repeated-word") -> dict[str, Any]:
    file = "native/b.txt" if text == "the the" else "news/a.txt"
    return {
        "file": file,
        "line": line,
        "text": text,
        "rule": rule,
        "fix": None,
        "verdict": judgment,
    }


VERDICTS = [
    verdict(1, "the", "right"),
    verdict(1, "the the", "wrong"),
    verdict(2, "three", "taste"),
    verdict(2, "  ", "right", "other-rule"),
]


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    for name, text in (("news/a.txt", NEWS), ("native/b.txt", NATIVE)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, rows in (("missed.jsonl", MARKS), ("verdicts.jsonl", VERDICTS)):
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


@pytest.mark.live
def test_a_tool_is_scored_against_marks_and_verdicts(judged: Path) -> None:
    folder = read_folder(judged, ())

    result = score(folder, LINT, ["native"])

    assert result == Score(
        words=20,
        issues=3,
        places=6,
        native_words=6,
        native_issues=1,
        found=2,
        judged={"right": 2, "taste": 0, "wrong": 1},
    )
    assert row("editkit", result, len(folder.marks)) == (
        "editkit",
        "150.0",
        "166.7",
        "300.0",
        "2 of 4 (50%)",
        "2 of 3",
    )


@pytest.mark.live
def test_merged_rules_and_related_places_count(judged: Path) -> None:
    place = {"start": 52, "end": 55}
    issue = {
        "rule": "one-rule",
        "also": [{"rule": "repeated-word"}],
        "text": "x",
        "span": {"start": 22, "end": 24},
        "related": [place, {**place, "path": "b.txt"}],
        "fixes": [],
    }
    files = [{"path": str(judged / "news/a.txt"), "words": 12, "issues": [issue]}]
    files.append({"path": str(judged / "native/b.txt"), "words": 6, "issues": []})
    report = json.dumps({"engines": [], "files": files})
    marks = [{"file": "news/a.txt", "line": 3, "fault": "The sun", "kind": "article"}]
    judgments = [verdict(3, "The", "wrong"), verdict(3, "The", "right", "other-rule")]
    for name, rows in (("missed.jsonl", marks), ("verdicts.jsonl", judgments)):
        (judged / name).write_text("".join(json.dumps(row) + "\n" for row in rows))

    result = score(read_folder(judged, ()), (sys.executable, "-c", f"print({report!r})"), [])

    assert (result.issues, result.places, result.found) == (1, 2, 1)
    assert result.judged == {"right": 0, "taste": 0, "wrong": 1}


def test_documents_can_be_left_out(judged: Path) -> None:
    folder = read_folder(judged, ["news/*"])

    assert list(folder.sources) == ["native/b.txt"]
    assert folder.marks == ()
    assert [each["text"] for each in folder.verdicts] == ["the the"]


def test_a_bad_row_is_named_with_its_line(judged: Path) -> None:
    with (judged / "missed.jsonl").open("a") as file:
        file.write("no row\n")

    with pytest.raises(SystemExit, match=r"missed\.jsonl:5: not a row"):
        read_folder(judged, ())
