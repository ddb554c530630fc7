"""Packs: enabled for English by default, selectable, never part of `normalize`."""

import json
from pathlib import Path

import pytest

from editkit.cli import run

HOUSE_STYLE = """\
term,forbidden,note,confidence,status
wharf,boat street,Boats have none.,,
,fish house,Say what it is.,low,
,salt steps,Say what they are.,,preview
"""
RAW = "The plan has self-owned brands near the boat street, salt steps and the fish house.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.csv").write_text(HOUSE_STYLE)
    (tmp_path / "a.txt").write_text(RAW)
    return tmp_path


def flagged(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    run(["lint", "--engine", "none", "--no-cache", "--format", "json", "a.txt", *arguments])
    report = json.loads(capsys.readouterr().out)
    assert report["notices"] == []
    return [i["text"] for file in report["files"] for i in file["issues"] if i["rule"] == "calque"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), ["self-owned brands"]),
        (("--pack", "none"), []),
        (("--pack", "house.csv"), ["boat street"]),
        (("--pack", "zh-en", "--pack", "house.csv"), ["self-owned brands", "boat street"]),
        (("--pack", "house.csv", "--min-confidence", "low"), ["boat street", "fish house"]),
        (("--pack", "house.csv", "--min-confidence", "high"), []),
        (("--pack", "house.csv", "--preview"), ["boat street", "salt steps"]),
        (("--lang", "de"), []),
        (("--lang", "en"), ["self-owned brands"]),
        (("--ignore", "calque"), []),
    ],
)
def test_packs_enabled_by_default_or_by_option(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: list[str]
) -> None:
    assert flagged(capsys, *arguments) == words


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("packs = []", []),
        ('packs = ["zh-en", "house.csv"]', ["self-owned brands", "boat street"]),
        ('packs = "house.csv"\nmin-confidence = "low"', ["boat street", "fish house"]),
    ],
)
def test_a_configuration_sets_packs(
    folder: Path, capsys: pytest.CaptureFixture[str], toml: str, words: list[str]
) -> None:
    (folder / "editkit.toml").write_text(f"{toml}\n")

    assert flagged(capsys) == words


def test_a_pack_that_changes_is_read_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lint = ("lint", "--engine", "none", "--pack", "house.csv", "a.txt")
    run(lint)
    first = capsys.readouterr().out
    (folder / "house.csv").write_text(HOUSE_STYLE.replace("wharf", "landing stage"))
    run(lint)

    assert "wharf" in first
    assert "landing stage" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--pack", "zh-em"), "Unknown pack “zh-em”; the nearest is “zh-en”."),
        (("--pack", "gone.csv"), "gone.csv: No such file."),
        (("--pack", "bad.csv"), "bad.csv:2: The row has no term."),
        (("--pack", "odd.csv"), "odd.csv:2: The column “confidence” takes"),
    ],
)
def test_a_pack_that_cannot_be_used_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    (folder / "bad.csv").write_text("term,forbidden,note\n,boat street,\n")
    (folder / "odd.csv").write_text("term,forbidden,confidence\nwharf,boat street,sure\n")

    assert run(["lint", "--engine", "none", "a.txt", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_an_unknown_pack_in_a_configuration_is_named_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "editkit.toml").write_text('lang = "en"\npacks = ["zh-em"]\n')

    assert run(["lint", "a.txt"]) == 2
    assert "editkit.toml:2: packs: Unknown pack “zh-em”" in capsys.readouterr().err


def test_review_shows_low_confidence_rows_and_normalize_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packs = ("--pack", "house.csv", "--engine", "none")
    run(["review", "a.txt", "-o", "page.html", *packs])
    page = (folder / "page.html").read_text()
    (folder / "g.csv").write_text("term\nplan\n")
    capsys.readouterr()

    assert "Say what it is." in page
    assert run(["normalize", "a.txt", "-g", "g.csv", "--unsafe", *packs]) == 0
    assert run(["fix", "a.txt", *packs]) == 0
    assert (folder / "a.txt").read_text() == RAW
