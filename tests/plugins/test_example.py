"""The example plug-in, built, installed and run."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.plugins.conftest import EXAMPLE, Installed

PAGE = "# News\n=> gemini://a.example The the link\n* In order to win [TODO: check].\n"
OPTIONS = ("--engine", "plain-words", "page.gmi")


@pytest.fixture(autouse=True)
def _page(example: Installed) -> None:
    (example.cwd / "page.gmi").write_text(PAGE, encoding="utf-8")


def test_its_own_tests_pass(example: Installed) -> None:
    shutil.copytree(EXAMPLE, example.cwd / "example")
    local = replace(example, cwd=example.cwd / "example")

    ran = local.python("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly")

    assert ran.returncode == 0, ran.stdout
    assert " passed" in ran.stdout


def test_a_run_uses_its_check_engine_format_and_reporter(example: Installed) -> None:
    ran = example.editkit("lint", *OPTIONS, "--format", "csv")

    assert ran.returncode == 1
    assert ran.stderr == ""
    assert [line.split(",")[:4] for line in ran.stdout.splitlines()] == [
        ["path", "line", "column", "rule"],
        ["page.gmi", "2", "23", "repeated-word"],
        ["page.gmi", "3", "3", "plain-words/WORDY"],
        ["page.gmi", "3", "19", "leftover-note"],
    ]


def test_the_engine_is_reported_and_only_its_fixes_are_for_review(example: Installed) -> None:
    report = json.loads(example.editkit("lint", *OPTIONS, "--format", "json").stdout)

    assert report["engines"] == [
        {"name": "plain-words", "version": "1", "state": "ran", "reason": None}
    ]
    assert report["notices"] == []
    assert [file["format"] for file in report["files"]] == ["gemtext"]
    by_rule = {issue["rule"]: issue for issue in report["files"][0]["issues"]}
    assert by_rule["plain-words/WORDY"]["engine"] == "plain-words"
    assert by_rule["plain-words/WORDY"]["fixes"][0]["edits"][0]["replacement"] == "To"


def test_its_rules_are_listed_selected_and_configured(example: Installed) -> None:
    (example.cwd / "editkit.toml").write_text('[rules.leftover-note]\nmarkers = ["TBD"]\n')
    (example.cwd / "b.txt").write_text("It [TBD] is. The [TODO: x] the end.\n")

    listed = example.editkit("rules").stdout
    page = example.editkit("rules", "leftover-note").stdout
    ran = example.editkit(
        "lint", "--engine", "none", "--select", "leftover-note", "--format", "csv", "b.txt"
    )

    assert "  leftover-note " in listed
    assert page.startswith("leftover-note (style, major)\n")
    assert [line.split(",")[2:4] for line in ran.stdout.splitlines()[1:]] == [
        ["4", "leftover-note"]
    ]


def test_a_wrong_option_of_its_rule_is_an_error(example: Installed) -> None:
    (example.cwd / "editkit.toml").write_text('[rules.leftover-note]\nmarker = ["TBD"]\n')

    ran = example.editkit("lint", "--engine", "none", "page.gmi")

    assert ran.returncode == 2
    assert ran.stderr == (
        "editkit: editkit.toml:2: The rule leftover-note has no option “marker”; the nearest is "
        "“markers”.\n"
    )


def test_its_rules_run_in_worker_processes(example: Installed) -> None:
    for number in range(4):
        (example.cwd / f"{number}.gmi").write_text(f"* A [TN] {number}.\n" * 2)
    options = ("lint", "--engine", "none", "--format", "jsonl", ".")

    alone = example.editkit(*options)

    assert example.editkit(*options, "--jobs", "2").stdout == alone.stdout
    assert alone.stdout.count("leftover-note") == 9


def test_a_fix_changes_only_the_prose_of_its_format(example: Installed) -> None:
    ran = example.editkit("fix", "--engine", "none", "--unsafe", "--write", "page.gmi")

    assert ran.returncode == 0
    assert (example.cwd / "page.gmi").read_text(encoding="utf-8") == (
        "# News\n=> gemini://a.example The link\n* In order to win.\n"
    )


def test_the_engines_command_shows_it(example: Installed) -> None:
    shown = example.editkit("engines", "--offline").stdout

    assert "plain-words 1  ready\n  in this process\n" in shown
    assert "Without --engine, a run has plain-words" not in shown


def test_results_are_cached_until_its_files_change(
    example: Installed, example_folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "packages"
    shutil.copytree(example_folder, copy)
    cached = Installed(
        (copy,), example.cwd, {"EDITKIT_CACHE": str(tmp_path / "cache"), "EDITKIT_CACHE_SIZE": "9"}
    )
    options = ("lint", "--engine", "none", "--format", "jsonl", "page.gmi")
    program = (
        "import sys; from editkit.cli import run; run(sys.argv[1:]); "
        "print(sorted(m for m in sys.modules if m.endswith('leftover_note')))"
    )
    module = copy / "editkit_example/checks/style/leftover_note.py"

    first = cached.python("-c", program, *options)
    second = cached.python("-c", program, *options)
    source = module.read_text(encoding="utf-8")
    module.write_text(source.replace("is still in the text", "is left"), encoding="utf-8")
    third = cached.python("-c", program, *options)

    assert "['editkit_example.checks.style.leftover_note']" in first.stdout
    assert second.stdout.splitlines()[-1] == "[]"
    assert second.stdout.splitlines()[:-1] == first.stdout.splitlines()[:-1]
    assert "is left." in third.stdout


def test_without_plug_ins_no_metadata_is_parsed(example: Installed) -> None:
    program = (
        "import sys; from editkit.cli import run; "
        "run(['lint', '--engine', 'none', '-q', 'a.txt']); "
        "print('importlib.metadata' in sys.modules)"
    )
    (example.cwd / "a.txt").write_text("It is.\n")

    assert example.python("-c", program).stdout.endswith("True\n")
    bare = replace(example, folders=(Path(os.devnull).parent / "nowhere",))
    assert bare.python("-c", program).stdout.endswith("False\n")
