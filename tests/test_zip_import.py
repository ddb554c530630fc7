"""editkit imported from a zip archive, as zipapp and some cluster tools do."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import editkit
from editkit.cache.keys import tree_digest
from editkit.cli import run
from editkit.engines.languagetool import own_rules, watchdog

PACKAGE = Path(editkit.__file__).parent
COMMANDS = (
    ["lint", "--engine", "none", "--no-cache", "--pack", "zh-en", "-g", "g.csv", "a.txt"],
    ["fix", "--engine", "none", "--no-cache", "a.txt"],
    ["review", "--engine", "none", "--no-cache", "-o", "-", "a.txt"],
    ["rules", "subject-verb-disagreement"],
    ["rules", "--all"],
    ["glossary", "mine", "--min-count", "1", "a.txt"],
)
PROGRAM = f"""
import sys
from pathlib import Path
from types import SimpleNamespace
archive, installed = sys.argv[1:]
# Hide an editable installation: its paths, and the finders that it may have added.
sys.path[:] = [archive, *(path for path in sys.path if path != installed)]
sys.meta_path[:] = [each for each in sys.meta_path if "editable" not in repr(each).lower()]
from editkit.cli import run
codes = [run(command) for command in {COMMANDS!r}]
from editkit.engines.languagetool import own_rules, watchdog
from editkit.engines.languagetool.server import Server
assert watchdog.__file__.startswith(archive), watchdog.__file__
Server._watchdog_program(SimpleNamespace(folder=Path()))
print(codes, own_rules.digest())
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "editkit.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for file in PACKAGE.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                packed.write(file, file.relative_to(PACKAGE.parent))
    return path


@pytest.mark.live
def test_commands_print_the_same(
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    text = "Sales doubled under the background of low prices. The the factory.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "g.csv").write_text("term,forbidden\nplant,factory\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    codes = [run(command) for command in COMMANDS]
    expected = capfd.readouterr().out

    ran = subprocess.run(
        [sys.executable, "-I", "-c", PROGRAM, str(archive), str(PACKAGE.parent)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert "under the background of" in expected
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(expected)
    assert ran.stdout.removeprefix(expected) == f"{codes} {own_rules.digest()}\n"
    # Another Python runs the copy, which has no access to the archive.
    assert (tmp_path / "watchdog.py").read_bytes() == Path(watchdog.__file__).read_bytes()


def test_cached_results_depend_on_the_archive(archive: Path) -> None:
    before = tree_digest(archive / "editkit")
    with zipfile.ZipFile(archive, "a") as packed:
        packed.writestr("new.py", "")

    assert tree_digest(archive / "editkit") != before
