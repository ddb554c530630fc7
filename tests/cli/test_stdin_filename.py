"""`--stdin-filename`: the standard input is checked as a file of this name."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit

NONE = ("--engine", "none")


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_format_settings_and_report_are_those_of_the_name(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "editkit.toml").write_text(
        'glossary = "../glossary.csv"\n[per-file-ignores]\n"x.md" = ["repeated-word"]\n', "utf-8"
    )
    feed(monkeypatch, "A `float boat` and a float boat left at at noon.\n")

    named = ("--stdin-filename", "sub/x.md", "--format", "json")
    result = editkit("lint", "-", *named, *NONE)

    [file] = json.loads(result.out)["files"]
    assert (result.code, file["path"], file["format"]) == (1, "sub/x.md", "markdown")
    assert [(i["rule"], i["span"]["column"]) for i in file["issues"]] == [("deprecated-term", 22)]


@pytest.mark.parametrize("command", ["fix", "normalize"])
def test_the_corrected_text_is_printed_and_no_file_is_written(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "x.md").write_text("On disk.\n", encoding="utf-8")
    arguments = ("-", "--stdin-filename", "x.md", "-g", "glossary.csv", "--write", *NONE)
    feed(monkeypatch, "The float boat left.\n")
    assert editkit(command, *arguments).out == "The ferry left.\n"

    feed(monkeypatch, "The ferry left.\n")
    assert editkit(command, *arguments).out == "The ferry left.\n"
    assert (tmp_path / "x.md").read_text(encoding="utf-8") == "On disk.\n"


def test_a_diff_names_the_file(editkit: Editkit, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "The ferry left at at noon.\n")

    result = editkit("fix", "-", "--stdin-filename", "x.md", *NONE)
    assert (result.code, result.out.split("\n")[:2]) == (1, ["--- a/x.md", "+++ b/x.md"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("lint", "a.txt", "--stdin-filename", "x.md"), "needs - as a PATH"),
        (("lint", "-", "--stdin-filename", "x.json"), "cannot read .json files"),
        (("review", "-", "--stdin-filename", "x.md", "-o", "-"), "cannot be reviewed"),
        (("lint", "-", "--stdin-filename", "x.md", "--write-baseline"), "no name for a baseline"),
    ],
)
def test_what_is_refused(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    feed(monkeypatch, "The ferry left at at noon.\n")

    result = editkit(*arguments, *NONE)
    assert (result.code, message in result.out + result.err) == (2, True), result
