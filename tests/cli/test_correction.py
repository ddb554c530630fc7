"""`editkit normalize` and `editkit fix`."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editkit.cli import correction
from editkit.fixing.fix_loop import FixResult, fix_file
from tests.capabilities import needs
from tests.cli.conftest import Editkit
from tests.processes import start_editkit

NORMALIZE = ("normalize", "-g", "glossary.csv")
FIX = ("fix", "--engine", "none")
NORMALIZED = "The Harbour Lines ferry left at at noon.\n"


def test_normalize_shows_glossary_corrections_and_changes_nothing(
    editkit: Editkit, tmp_path: Path
) -> None:
    before = (tmp_path / "a.txt").read_bytes()

    ran = editkit(*NORMALIZE, "a.txt", "clean.txt")

    assert ran.code == 1
    assert ran.out == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n"
        "-The harbor lines float boat left at at noon.\n"
        "+The Harbour Lines ferry left at at noon.\n"
    )
    assert (tmp_path / "a.txt").read_bytes() == before


def test_normalize_write_is_idempotent(editkit: Editkit, tmp_path: Path) -> None:
    first = editkit(*NORMALIZE, "--write", "a.txt", "clean.txt")
    second = editkit(*NORMALIZE, "--write", "a.txt", "clean.txt")

    assert (first.code, first.out, first.err) == (0, "", "a.txt: 2 corrections made\n")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == NORMALIZED
    assert (second.code, second.out, second.err) == (0, "", "")
    assert editkit(*NORMALIZE, "a.txt").code == 0


@pytest.mark.live
def test_git_applies_a_diff_with_any_line_ends(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "crlf.txt").write_bytes(b"One.\r\nThe harbor lines left.\r\nTwo.")
    diff = editkit(*NORMALIZE, "crlf.txt").out

    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply"], input=diff.encode(), check=True)

    assert (tmp_path / "crlf.txt").read_bytes() == b"One.\r\nThe Harbour Lines left.\r\nTwo."


def test_a_utf_16_diff_prints_a_warning(editkit: Editkit, tmp_path: Path) -> None:
    wide = tmp_path / "wide.txt"
    wide.write_text("The harbor lines left.\n", encoding="utf-16")

    ran = editkit(*NORMALIZE, "wide.txt")

    assert "+\ufeffThe Harbour Lines left." in ran.out
    assert ran.err.startswith("editkit: wide.txt: This file is UTF-16")
    assert editkit(*NORMALIZE, "-q", "wide.txt").err == ""
    assert editkit(*NORMALIZE, "a.txt").err == ""
    assert editkit(*NORMALIZE, "--write", "wide.txt").err == "wide.txt: 1 correction made\n"
    assert wide.read_text(encoding="utf-16") == "The Harbour Lines left.\n"


def test_fix_makes_the_safe_corrections_of_all_families(editkit: Editkit, tmp_path: Path) -> None:
    ran = editkit(*FIX, "-g", "glossary.csv", "--write", "a.txt")

    assert (ran.code, ran.err) == (0, "a.txt: 3 corrections made\n")
    fixed = "The Harbour Lines ferry left at noon.\n"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == fixed


def test_quiet_prints_no_summary_of_written_files(editkit: Editkit) -> None:
    assert editkit(*NORMALIZE, "--write", "-q", "a.txt").err == ""


def test_select_limits_what_is_normalized(editkit: Editkit) -> None:
    assert editkit(*NORMALIZE, "--select", "miscased-term", "a.txt").out == ""
    assert "+The Harbour Lines" in editkit(*NORMALIZE, "--select", "deprecated-term", "a.txt").out


@pytest.mark.live
@pytest.mark.usefixtures("editkit")
def test_standard_input_is_corrected_to_standard_output(
    tmp_path: Path,
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "editkit", *NORMALIZE, "--write", "-"],
        input=(tmp_path / "a.txt").read_bytes(),
        capture_output=True,
        check=False,
    )

    assert ran.returncode == 0
    assert ran.stdout.decode() == NORMALIZED


@needs("modes")
def test_exit_code_is_2_if_a_file_cannot_be_written(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "a.txt").chmod(0o444)

    ran = editkit(*NORMALIZE, "--write", "a.txt")

    assert ran.code == 2
    assert ran.err.startswith("editkit: a.txt: ")
    assert ran.err.count("\n") == 1


def test_normalize_never_starts_an_engine(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("an engine was started")

    monkeypatch.setattr("editkit.linting.open_toolset.ToolsetOpener._open_engines", refuse)

    assert editkit(*NORMALIZE, "a.txt", "--select", "harper/SpellCheck").code == 0


@needs("modes")
def test_an_error_in_one_file_does_not_stop_the_others(editkit: Editkit, tmp_path: Path) -> None:
    read_only = tmp_path / "a.txt"
    read_only.chmod(0o444)
    (tmp_path / "z.txt").write_bytes(read_only.read_bytes())

    ran = editkit(*NORMALIZE, "--write", "gone.txt", "a.txt", "z.txt")

    assert ran.code == 2
    assert "editkit: gone.txt: No such file.\n" in ran.err
    assert "editkit: a.txt: " in ran.err
    assert "a.txt: 2 corrections" not in ran.err
    assert read_only.read_text(encoding="utf-8").startswith("The harbor lines")
    assert (tmp_path / "z.txt").read_text(encoding="utf-8") == NORMALIZED


@pytest.mark.parametrize("command", [NORMALIZE, (*FIX, "-g", "glossary.csv")])
def test_a_file_that_changes_during_the_run_is_not_overwritten(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    (tmp_path / "z.txt").write_bytes((tmp_path / "a.txt").read_bytes())
    saved = "My own paragraph.\n\nThe harbor lines left.\n"

    def slow(*args: Any) -> FixResult:  # noqa: ANN401  (passed on to `fix_file`)
        made = fix_file(*args)
        if made.package.uri == "a.txt":
            (tmp_path / "a.txt").write_text(saved, encoding="utf-8")
        return made

    monkeypatch.setattr(correction, "fix_file", slow)

    ran = editkit(*command, "--write", "a.txt", "z.txt")

    assert ran.code == 2
    assert ran.err.split("\n")[0] == (
        "editkit: a.txt: This file has changed since it was read, so it is not overwritten."
    )
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == saved
    assert "Harbour Lines" in (tmp_path / "z.txt").read_text(encoding="utf-8")


@pytest.mark.live
@needs("signals")
@pytest.mark.usefixtures("editkit")
def test_ctrl_c_while_files_are_written_leaves_each_old_or_new(
    tmp_path: Path,
) -> None:
    old, new = "The harbor lines left.\n" * 400, "The Harbour Lines left.\n" * 400
    for number in range(60):
        (tmp_path / f"many{number:02}.txt").write_text(old, encoding="utf-8")

    with start_editkit(*NORMALIZE, "--write", "many*.txt", folder=tmp_path) as ran:
        assert ran.stderr is not None
        ran.stderr.readline()  # the first file is written
        ran.send_signal(signal.SIGINT)
        errors = ran.stderr.read()

    found = {path.read_text(encoding="utf-8") for path in tmp_path.glob("many*.txt")}
    assert ran.returncode == 130
    assert "Traceback" not in errors
    assert found == {old, new}
    assert not list(tmp_path.glob(".editkit-*"))


def test_normalize_needs_a_glossary_of_the_command_line_or_the_configuration(
    editkit: Editkit, tmp_path: Path
) -> None:
    ran = editkit("normalize", "a.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("No glossary. Use --glossary") == 1

    (tmp_path / "editkit.toml").write_text('glossary = "glossary.csv"\n')
    assert editkit("normalize", "a.txt").code == 1


@pytest.mark.parametrize("write", [[], ["--write"]])
def test_a_fix_that_would_change_the_markdown_structure_is_reported(
    editkit: Editkit, tmp_path: Path, write: list[str]
) -> None:
    """Without the second word, the line would be the definition of a link."""
    text = "A quiet end.\n\n[x]: the the\n"
    (tmp_path / "a.md").write_text(text)

    ran = editkit(*FIX, *write, "a.md")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "editkit: a.md: line 3: The fix of repeated-word is not made, "
        "because it would change the Markdown structure.\n"
    )
    assert (tmp_path / "a.md").read_text() == text
