import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.capabilities import needs
from tests.cli.conftest import Editkit
from tests.processes import COMMAND, start_editkit

BARE = ("lint", "--engine", "none")


def test_exit_code_is_0_without_issues(editkit: Editkit) -> None:
    ran = editkit(*BARE, "clean.txt")

    assert (ran.code, ran.out) == (0, "clean.txt: no issues\n1 file, no issues\n")


def test_select_and_ignore_limit_the_reported_rules(editkit: Editkit) -> None:
    both = (*BARE, "-g", "glossary.csv", "a.txt", "--select", "term,repeated-word")

    assert "grammar 1" in editkit(*both).out
    assert "2 issues: term 2" in editkit(*both, "--ignore", "repeated-word").out
    assert "term 2" not in editkit(*both, "--ignore", "deprecated-term,grammar").out


def test_thresholds(editkit: Editkit) -> None:
    ran = editkit(*BARE, "-g", "glossary.csv", "--min-severity", "major", "a.txt")

    assert "2 issues: term 2" in ran.out


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("gone.txt", None, "No such file."),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ""),
        ("empty", "folder", "This folder has no articles"),
        ("*.html", None, "No file matches this pattern."),
    ],
)
def test_an_unreadable_file_is_reported_and_others_are_linted(
    editkit: Editkit, tmp_path: Path, name: str, data: bytes | str | None, why: str
) -> None:
    if data == "folder":
        (tmp_path / name).mkdir()
    elif isinstance(data, bytes):
        (tmp_path / name).write_bytes(data)

    ran = editkit(*BARE, "a.txt", name, "clean.txt")

    assert ran.code == 2
    assert f"{name}: not read: {why}" in ran.out
    assert "repeated-word" in ran.out
    assert "clean.txt: no issues" in ran.out
    assert "Traceback" not in ran.err


def test_an_unreadable_file_is_reported_on_stderr_with_a_json_report(editkit: Editkit) -> None:
    ran = editkit(*BARE, "--format", "json", "gone.txt", "clean.txt")
    report = json.loads(ran.out)

    assert ran.code == 2
    assert [file["path"] for file in report["files"]] == ["clean.txt"]
    assert report["notices"] == [{"message": "No such file.", "path": "gone.txt", "engine": None}]
    assert ran.err == "editkit: gone.txt: No such file.\n"


def test_a_notice_about_all_files_is_printed_once(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("term,colour\nferry,red\n", encoding="utf-8")

    printed = editkit(*BARE, "--format", "jsonl", "-g", "odd.csv", "a.txt", "clean.txt").err
    shown = editkit(*BARE, "-g", "odd.csv", "a.txt", "clean.txt").out

    assert printed.count("colour") == printed.count("\n") == 1
    assert shown.count("colour") == 1


def test_an_empty_file_has_no_issues(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()

    ran = editkit(*BARE, "empty.txt")

    assert (ran.code, ran.out) == (0, "empty.txt: no issues\n1 file, no issues\n")


def test_a_malformed_glossary_is_one_error_without_a_report(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "bad.csv").write_text("term,note\n,hi\n", encoding="utf-8")
    (tmp_path / "worse.csv").write_text('term\n"ferry\n', encoding="utf-8")

    for name in ("bad.csv", "worse.csv", "gone.csv"):
        ran = editkit(*BARE, "--format", "json", "-g", name, "a.txt")

        assert (ran.code, ran.out) == (2, ""), name
        assert ran.err.startswith(f"editkit: {name}:"), name
        assert ran.err.count("\n") == 1, name


def test_an_unknown_option_command_or_rule_names_the_nearest(editkit: Editkit) -> None:
    assert "--select" in editkit(*BARE, "--selct", "x", "a.txt").err
    rule = editkit(*BARE, "--select", "repeated-wrod", "a.txt")

    assert rule.code == 2
    assert "the nearest is “repeated-word”" in rule.err
    assert "not a language tag" in editkit(*BARE, "--lang", "English!", "a.txt").err
    assert editkit("lnt").code == 2
    assert editkit("lint").code == 2


def test_an_unknown_key_of_the_configuration_is_an_error_with_its_line(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "editkit.toml").write_text('lang = "en-US"\nselct = ["term"]\n', encoding="utf-8")

    ran = editkit(*BARE, "a.txt")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "editkit: editkit.toml:2: Unknown setting “selct”; the nearest is “select”.\n"
    )


@pytest.mark.live
def test_the_standard_input_is_read_as_plain_text(tmp_path: Path) -> None:
    ran = subprocess.run(
        [*COMMAND, *BARE, "--select", "repeated-word", "-"],
        input=b"The the plant opened.\n",
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )

    assert ran.returncode == 1
    assert ran.stdout.startswith(b"<stdin>\n  1:1 minor repeated-word")


@pytest.mark.live
@needs("signals")
def test_a_closed_pipe_prints_no_error(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The the plant.\n" * 1000, encoding="utf-8")
    command = (*BARE, "--select", "repeated-word", "--format", "github", "long.txt")
    with start_editkit(*command, folder=tmp_path) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.readline()  # the rest of the report is larger than the buffer of the pipe
        ran.stdout.close()
        errors = ran.stderr.read()

    assert errors == ""
    assert ran.returncode == 141


@pytest.mark.live
def test_engines_are_not_imported_for_glossary_rules(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The plant.\n", encoding="utf-8")
    program = (
        "import sys; from editkit.cli import run; "
        "code = run(['lint', '--select', 'term', 'a.txt']); "
        "print(sorted({m.split('.')[0] for m in sys.modules}, key=str), "
        "[m for m in sys.modules if m.startswith(('editkit.engines', 'importlib.metadata'))])"
    )

    out = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "EDITKIT_LANGUAGETOOL_URL": "http://127.0.0.1:9/"},
        text=True,
    ).stdout

    # The modules of the result cache and the names of engines may be imported.
    loaded = set(re.findall(r"'(editkit\.engines[.\w]*)'", out))
    assert loaded == {
        "editkit.engines",
        "editkit.engines.chosen_server",
        "editkit.engines.folders",
        "editkit.engines.registry",
    }
    assert "'importlib.metadata'" not in out
    for heavy in (
        "language_tool_python",
        "harper",
        "jinja2",
        "sacremoses",
        "lxml",
        "jgo",
    ):
        assert f"'{heavy}'" not in out


@pytest.mark.live
def test_several_processes_report_as_one(editkit: Editkit, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"n{number}.txt").write_text("The the plant.\n" * (number % 3))
    rules = ("--select", "repeated-word,deprecated-term")
    options = (*rules, "-g", "glossary.csv", "--format", "json", ".", "gone.txt")

    alone = editkit(*BARE, *options)

    assert editkit(*BARE, "--jobs", "3", *options) == alone
    assert json.loads(alone.out)["summary"]["issues"] == 4 * 1 + 4 * 1 + 3
