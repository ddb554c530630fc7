"""Output of `editkit lint`: formats, colors, and what is escaped."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit

BARE = ("lint", "--engine", "none")


def test_issues_are_shown_by_file_with_context_and_correction(editkit: Editkit) -> None:
    ran = editkit(*BARE, "-g", "glossary.csv", "a.txt", "clean.txt")

    assert ran.code == 1
    assert ran.out == (
        "a.txt\n"
        "  1:5 major deprecated-term: Forbidden term. Use “Harbour Lines”.\n"
        "      The «harbor lines» float boat left at at noon.\n"
        "    → Harbour Lines\n"
        "  1:18 major deprecated-term: Forbidden term. Use “ferry”.\n"
        "      The harbor lines «float boat» left at at noon.\n"
        "    → ferry\n"
        "  1:34 minor repeated-word: Repeated word. Delete the second “at”.\n"
        "      The harbor lines float boat left «at at» noon.\n"
        "    → at\n"
        "\n"
        "clean.txt: no issues\n"
        "2 files, 3 issues: term 2, grammar 1; 3 can be fixed automatically: editkit fix\n"
    )
    assert ran.err == ""


def test_quiet_shows_issues_only(editkit: Editkit) -> None:
    ran = editkit(*BARE, "-q", "clean.txt", "a.txt")

    assert ran.out.startswith("a.txt\n  1:34 minor repeated-word")
    assert "file" not in ran.out


def test_json_goes_through_a_parser(editkit: Editkit) -> None:
    report = json.loads(editkit(*BARE, "--format", "json", "a.txt", "clean.txt").out)

    assert [file["path"] for file in report["files"]] == ["a.txt", "clean.txt"]
    assert report["summary"] == {
        "issues": 1,
        "by_family": {"grammar": 1},
        "by_severity": {"minor": 1},
    }


def test_jsonl_has_one_issue_per_line(editkit: Editkit) -> None:
    lines = editkit(*BARE, "-g", "glossary.csv", "--format", "jsonl", "a.txt").out.split("\n")

    assert [json.loads(line)["path"] for line in lines[:-1]] == ["a.txt"] * 3


def test_github_annotates(editkit: Editkit) -> None:
    ran = editkit(*BARE, "--format", "github", "a.txt")

    at = "line=1,endLine=1,col=34,endColumn=39"
    assert ran.out.startswith(f"::warning file=a.txt,{at},title=repeated-word::")


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ((), {}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_color(
    editkit: Editkit,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    environment: dict[str, str],
    colored: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert ("\x1b[" in editkit(*BARE, *options, "a.txt").out) is colored


def test_control_characters_of_an_article_are_escaped(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text("The the \x1b[2J\u202eplant.\n", encoding="utf-8")

    ran = editkit(*BARE, "--color", "always", "--select", "repeated-word", "evil.txt")

    assert "\x1b[2J" not in ran.out
    assert "\u202e" not in ran.out
    assert "<U+001B>[2J<U+202E>plant" in ran.out
