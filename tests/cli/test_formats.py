"""Formats by configuration: files of other suffixes that are read as text or Markdown."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit

TEXT = "The harbor lines left.\n"
FIXED = "The Harbour Lines left.\n"
OPTIONS = ("-g", "glossary.csv", "--engine", "none")
CONFIGURATION = '[[tool.editkit.formats]]\nfiles = "*.log"\nformat = "plain"\n'


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "logs" / "a.log"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("named", ["logs/a.log", "logs", ".", "logs/*", "l*"])
@pytest.mark.parametrize("pattern", ["*.log", "a.*", "logs/*.log", "**/a.log"])
def test_an_option_sets_the_format_of_files(
    editkit: Editkit, log: Path, named: str, pattern: str
) -> None:
    ran = editkit("normalize", named, *OPTIONS, "--write", "--format-of", f"{pattern}=plain")

    assert log.read_text(encoding="utf-8") == FIXED, ran.err


@pytest.mark.parametrize("name", ["editkit.toml", "pyproject.toml"])
@pytest.mark.parametrize("named", ["logs/a.log", "logs"])
def test_a_configuration_sets_the_format_of_files(
    editkit: Editkit, tmp_path: Path, log: Path, named: str, name: str
) -> None:
    (tmp_path / name).write_text(CONFIGURATION, encoding="utf-8")

    assert editkit("normalize", named, *OPTIONS, "--write").code == 0
    assert log.read_text(encoding="utf-8") == FIXED


@pytest.mark.usefixtures("log")
def test_an_option_precedes_the_configuration(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "editkit.toml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "b.LOG").write_text(TEXT, encoding="utf-8")

    ran = editkit(
        "lint",
        "logs",
        "b.LOG",
        *OPTIONS,
        "--format",
        "json",
        "--format-of",
        "a*=markdown",
        "--format-of",
        "*.LOG=plain",
    )

    files = json.loads(ran.out)["files"]
    assert {file["path"]: file["format"] for file in files} == {
        "logs/a.log": "markdown",
        "b.LOG": "plain",
    }


def test_a_format_may_replace_that_of_the_suffix(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "code.txt").write_text("The `harbor lines` left.\n", encoding="utf-8")

    ran = editkit("lint", "code.txt", *OPTIONS, "--format-of", "*.txt=markdown")

    assert (ran.code, "no issues" in ran.out) == (0, True)


def test_reviewed_files_of_other_suffixes_are_changed(
    editkit: Editkit, tmp_path: Path, log: Path
) -> None:
    edit = {"start": 4, "end": 16, "before": "harbor lines", "replacement": "Harbour Lines"}
    decision = {"edit": "1", "rule": None, "fingerprint": None, "state": "rewritten"}
    file = {
        "path": "logs/a.log",
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "decisions": [{**decision, "edits": [edit]}],
    }
    tool = {"name": "editkit", "version": "0"}
    value = {"schema": "editkit.decisions/1", "tool": tool, "files": [file]}
    (tmp_path / "d.json").write_text(json.dumps(value), encoding="utf-8")

    refused = editkit("apply", "d.json")
    assert (refused.code, "--format-of '*.log=plain'" in refused.err) == (2, True)
    assert editkit("apply", "d.json", "--format-of", "*.log=plain").code == 0
    assert log.read_text(encoding="utf-8") == FIXED


@pytest.mark.parametrize(
    ("named", "code", "text"),
    [("plain", 0, FIXED), ("plan", 2, TEXT), ("markdown+title", 0, FIXED)],
)
def test_decisions_say_the_format_of_a_file(
    editkit: Editkit, tmp_path: Path, log: Path, named: str, code: int, text: str
) -> None:
    edit = {"start": 4, "end": 16, "before": "harbor lines", "replacement": "Harbour Lines"}
    decision = {"edit": "1", "rule": None, "fingerprint": None, "state": "rewritten"}
    file = {
        "path": "logs/a.log",
        "part": None,
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "format": named,
        "decisions": [{**decision, "edits": [edit]}],
    }
    value = {"schema": "editkit.decisions/2", "files": [file]}
    (tmp_path / "d.json").write_text(json.dumps(value), encoding="utf-8")

    ran = editkit("apply", "d.json")

    assert (ran.code, log.read_text(encoding="utf-8")) == (code, text), ran.err
    assert (f"logs/a.log: no format is called “{named}”" in ran.err) == bool(code)


@pytest.mark.parametrize(
    ("name", "option", "named"),
    [
        ("a.log", "*.log=plain", {"format": "plain"}),
        ("a.txt", "*.txt=markdown", {"format": "markdown"}),
        ("b.txt", "*.txt=plain", None),
    ],
)
def test_a_page_has_the_format_of_a_file_if_its_suffix_has_another(
    editkit: Editkit, tmp_path: Path, name: str, option: str, named: object
) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")

    page = editkit("review", name, *OPTIONS, "--format-of", option, "-o", "-").out

    [data] = re.findall(r"application/json[^>]*>(.*?)</script>", page, re.DOTALL)
    assert json.loads(data)["files"][0].get("named") == named


@pytest.mark.parametrize("value", ["*.log", "=plain", "*.log=", "*.log=plan"])
def test_an_invalid_option_is_refused(editkit: Editkit, log: Path, value: str) -> None:
    ran = editkit("lint", str(log), "--format-of", value)

    assert (ran.code, value.rpartition("=")[2] in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (
            '[[formats]]\nfiles = "*"\nformat = "x"\n',
            "editkit.toml:1: formats: no format is called",
        ),
        ('[[formats]]\nfile = "*"\n', "Unknown key “file”; the nearest is “files”."),
        ('[[formats]]\nfiles = "*"\n', "An entry looks like"),
        ('formats = "plain"\n', "Expected a list of tables, not a text."),
    ],
)
def test_an_invalid_configuration_is_refused(
    editkit: Editkit, tmp_path: Path, toml: str, message: str
) -> None:
    (tmp_path / "editkit.toml").write_text(toml, encoding="utf-8")

    ran = editkit("lint", "a.txt")

    assert (ran.code, message in ran.err) == (2, True), ran.err
