"""`editkit apply`: applied and refused files, dry run."""

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from editkit.cli import run

RAW = "One tram.\nTwo trams.\n"


@pytest.fixture
def decisions(tmp_path: Path) -> str:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "in/b.txt"):
        (tmp_path / name).write_text(RAW)
    edit = {"start": 0, "end": 3, "before": "One", "replacement": "A"}
    made = {"edit": "E", "rule": "r", "fingerprint": "f", "state": "accepted", "edits": [edit]}
    digest = sha256(RAW.encode()).hexdigest()
    files = [
        {"path": name, "sha256": digest, "decisions": [made]} for name in ("a.txt", "in/b.txt")
    ]
    path = tmp_path / "d.json"
    tool = {"name": "editkit", "version": "0"}
    path.write_text(json.dumps({"schema": "editkit.decisions/1", "tool": tool, "files": files}))
    return str(path)


def test_paths_start_from_the_root(
    decisions: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["apply", decisions, "--root", str(tmp_path)]) == 0

    assert capsys.readouterr().out == "a.txt: 1 edit made\nin/b.txt: 1 edit made\n"
    assert (tmp_path / "in" / "b.txt").read_text() == "A tram.\nTwo trams.\n"


def test_the_root_is_the_current_folder_unless_given(
    decisions: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["apply", decisions]) == 0
    assert (tmp_path / "a.txt").read_text().startswith("A tram")


def test_a_changed_file_is_named_and_the_exit_is_2(
    decisions: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Other.")

    assert run(["apply", decisions, "--root", str(tmp_path)]) == 2

    assert capsys.readouterr().err.startswith("editkit: a.txt: This file has changed")
    assert (tmp_path / "a.txt").read_text() == "Other."
    assert (tmp_path / "in" / "b.txt").read_text().startswith("A tram")


def test_applying_twice_makes_no_edit_twice(
    decisions: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["apply", decisions, "--root", str(tmp_path)])
    capsys.readouterr()

    assert run(["apply", decisions, "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("a.txt: 1 edit already applied\n")
    assert (tmp_path / "a.txt").read_text() == "A tram.\nTwo trams.\n"


def test_an_invalid_decisions_file_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "d.json"
    path.write_text("{}")

    assert run(["apply", str(path)]) == 2
    assert capsys.readouterr().err == f"editkit: {path}: “schema” is missing.\n"


@pytest.mark.live
def test_a_dry_run_shows_a_diff_for_git_and_changes_nothing(
    decisions: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["apply", decisions, "--root", str(tmp_path), "--dry-run"]) == 0
    assert (tmp_path / "a.txt").read_text() == RAW
    (tmp_path / "d.diff").write_bytes(capfdbinary.readouterr().out)

    subprocess.run(["git", "apply", "d.diff"], cwd=tmp_path, check=True)

    assert (tmp_path / "a.txt").read_text() == "A tram.\nTwo trams.\n"


@pytest.mark.parametrize("option", ["--words", "--report"])
@pytest.mark.parametrize("name", ["d.json", "a.txt"])
def test_no_input_is_overwritten(
    decisions: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, name: str
) -> None:
    path = tmp_path / name
    value = json.loads(Path(decisions).read_text())
    for file in value["files"]:
        file["decisions"] = []
    Path(decisions).write_text(json.dumps({**value, "words": ["Zorbex"]}))
    before = path.read_bytes()

    assert run(["apply", decisions, "--root", str(tmp_path), option, str(path)]) == 2

    assert f"Use another one for {option}." in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("path", ["a\0b.txt", "\ud800.txt"])
def test_an_impossible_path_is_no_fault_of_editkit(
    decisions: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    value = json.loads(Path(decisions).read_text())
    value["files"][0]["path"] = path
    Path(decisions).write_text(json.dumps(value))
    report = tmp_path / "r.html"

    arguments = ["apply", decisions, "--root", str(tmp_path), "--report", str(report)]
    assert run(arguments) == 2

    assert "fault of editkit" not in capsys.readouterr().err
    assert "in/b.txt" in report.read_text()
