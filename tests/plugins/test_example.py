"""The example plug-in, built, installed and run."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.plugins.conftest import EXAMPLE, Installed

if TYPE_CHECKING:
    from subprocess import CompletedProcess

pytestmark = pytest.mark.live

PAGE = "# News\n=> gemini://a.example The the link\n* In order to win [TODO: check].\n"
NONE = ("--engine", "none")
OPTIONS = ("--engine", "plain-words", "page.gmi")


Ran = dict[str, "CompletedProcess[str]"]
COMMANDS = {
    "csv": ("lint", *OPTIONS, "--format", "csv"),
    "json": ("lint", *OPTIONS, "--format", "json"),
    "rules": ("rules",),
    "page": ("rules", "leftover-note"),
    "selected": ("lint", *NONE, "--select", "leftover-note", "--format", "csv", "marked/b.txt"),
    "wrong option": ("lint", *NONE, "wrong/b.txt"),
    "engines": ("engines", "--offline"),
    "kept": ("lint", "--engine", "plain-words", "--format", "csv", "kept/b.txt"),
    "wrong engine option": ("lint", *NONE, "wrong-engine/b.txt"),
    "fix": ("fix", *NONE, "--unsafe", "--write", "fixed.gmi"),
}


@pytest.fixture(autouse=True)
def _page(example: Installed) -> None:
    (example.cwd / "page.gmi").write_text(PAGE, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page for each command that changes or configures something."""
    folder = tmp_path_factory.mktemp("pages")
    for name in ("page.gmi", "fixed.gmi"):
        (folder / name).write_text(PAGE, encoding="utf-8")
    for name, option in (("marked", "markers"), ("wrong", "marker")):
        (folder / name).mkdir()
        (folder / name / "editkit.toml").write_text(f'[rules.leftover-note]\n{option} = ["TBD"]\n')
        (folder / name / "b.txt").write_text("It [TBD] is. The [TODO: x] the end.\n")
    for name, option in (("kept", "keep"), ("wrong-engine", "kept")):
        (folder / name).mkdir()
        (folder / name / "editkit.toml").write_text(
            f'[engines.plain-words]\n{option} = "prior to"\n'
        )
        (folder / name / "b.txt").write_text("In order to win, he trained prior to it.\n")
    return folder


@pytest.fixture(scope="module")
def ran(example_folder: Path, folder: Path) -> Ran:
    """The result of each command; one process runs them all."""
    results = Installed((example_folder,), folder).run_each(*COMMANDS.values())
    return dict(zip(COMMANDS, results, strict=True))


def test_its_own_tests_pass(example: Installed) -> None:
    shutil.copytree(EXAMPLE, example.cwd / "example")
    local = replace(example, cwd=example.cwd / "example")

    ran = local.python("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly")

    assert ran.returncode == 0, ran.stdout
    assert " passed" in ran.stdout


def test_its_engine_has_the_options_of_a_configuration(ran: Ran) -> None:
    assert [line.split(",")[2:4] for line in ran["kept"].stdout.splitlines()] == [
        ["column", "rule"],
        ["1", "plain-words/WORDY"],
    ]
    assert ran["wrong engine option"].returncode == 2
    assert ran["wrong engine option"].stderr.endswith(
        "editkit.toml:2: The engine plain-words has no option “kept”; the nearest is “keep”.\n"
    )


def test_a_run_uses_its_check_engine_format_and_reporter(ran: Ran) -> None:
    assert ran["csv"].returncode == 1
    assert ran["csv"].stderr == ""
    assert [line.split(",")[:4] for line in ran["csv"].stdout.splitlines()] == [
        ["path", "line", "column", "rule"],
        ["page.gmi", "2", "23", "repeated-word"],
        ["page.gmi", "3", "3", "plain-words/WORDY"],
        ["page.gmi", "3", "19", "leftover-note"],
    ]


def test_the_engine_is_reported_and_only_its_fixes_are_for_review(ran: Ran) -> None:
    report = json.loads(ran["json"].stdout)

    assert report["engines"] == [
        {"name": "plain-words", "version": "1", "state": "ran", "reason": None}
    ]
    assert report["notices"] == []
    assert [file["format"] for file in report["files"]] == ["gemtext"]
    by_rule = {issue["rule"]: issue for issue in report["files"][0]["issues"]}
    assert by_rule["plain-words/WORDY"]["engine"] == "plain-words"
    assert by_rule["plain-words/WORDY"]["fixes"][0]["edits"][0]["replacement"] == "To"


def test_its_rules_are_listed_selected_and_configured(ran: Ran) -> None:
    assert "  leftover-note " in ran["rules"].stdout
    assert ran["page"].stdout.startswith("leftover-note (style, major, stable)\n")
    assert [line.split(",")[2:4] for line in ran["selected"].stdout.splitlines()[1:]] == [
        ["4", "leftover-note"]
    ]


def test_a_wrong_option_of_its_rule_is_an_error(ran: Ran) -> None:
    path = Path("wrong", "editkit.toml")

    assert ran["wrong option"].returncode == 2
    assert ran["wrong option"].stderr == (
        f"editkit: {path}:2: The rule leftover-note has no option “marker”; the nearest is "
        "“markers”.\n"
    )


def test_its_rules_run_in_worker_processes(example: Installed) -> None:
    for number in range(4):
        (example.cwd / f"{number}.gmi").write_text(f"* A [TN] {number}.\n" * 2)
    options = ("lint", *NONE, "--select", "leftover-note", "--format", "jsonl", ".")

    alone = example.editkit(*options)

    assert example.editkit(*options, "--jobs", "2").stdout == alone.stdout
    assert alone.stdout.count("leftover-note") == 5


def test_a_fix_changes_only_the_prose_of_its_format(ran: Ran, folder: Path) -> None:
    assert ran["fix"].returncode == 0
    assert (folder / "fixed.gmi").read_text(encoding="utf-8") == (
        "# News\n=> gemini://a.example The link\n* In order to win.\n"
    )


def test_the_engines_command_shows_it(ran: Ran) -> None:
    shown = ran["engines"].stdout

    assert "plain-words 1  ready\n  in this process\n" in shown
    assert "Default engine: plain-words" not in shown


def test_results_are_cached_until_its_files_change(
    example: Installed, example_folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "packages"
    shutil.copytree(example_folder, copy)
    cached = Installed(
        (copy,), example.cwd, {"EDITKIT_CACHE": str(tmp_path / "cache"), "EDITKIT_CACHE_SIZE": "9"}
    )
    options = (
        "lint",
        *NONE,
        "--select",
        "leftover-note,repeated-word",
        "--format",
        "jsonl",
        "page.gmi",
    )
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
        "run(['lint', '--engine', 'none', '--select', 'grammar', '-q', 'a.txt']); "
        "print('importlib.metadata' in sys.modules)"
    )
    (example.cwd / "a.txt").write_text("It is.\n")

    assert example.python("-c", program).stdout.endswith("True\n")
    bare = replace(example, folders=(Path(os.devnull).parent / "nowhere",))
    assert bare.python("-c", program).stdout.endswith("False\n")
