"""Examples of the README and the manual: for the library, and of settings."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from editkit.config import Configuration

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
LIBRARY = ROOT / "docs" / "how-to" / "python-library.md"
CONFIGURATION = ROOT / "docs" / "reference" / "configuration.md"
PRINTED = re.compile(r"^ *print\(.*\)  # (.+)$", re.MULTILINE)


def block(language: str, page: Path = README) -> str:
    """Return the first block of a page in a language."""
    found = re.search(rf"(?s)```{language}\n(.*?)```", page.read_text(encoding="utf-8"))
    assert found
    return found[1]


@pytest.mark.live
@pytest.mark.parametrize("page", [README, LIBRARY], ids=lambda page: page.stem)
def test_the_library_example_prints_what_it_says(page: Path, tmp_path: Path) -> None:
    (tmp_path / "glossary.csv").write_text(block("csv"), encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("A ferry left.\n", encoding="utf-8")
    program = block("python", page)

    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    expected = PRINTED.findall(program)
    assert len(expected) == program.count("print(")
    assert run.stdout.splitlines() == expected
    assert run.stderr == ""


def test_the_settings_are_valid(tmp_path: Path) -> None:
    (tmp_path / "editkit.toml").write_text(block("toml", CONFIGURATION), encoding="utf-8")

    settings = Configuration().for_folder(str(tmp_path))

    assert settings.lang == "en-GB"
    assert settings.formats == (("*.log", "plain"),)
    assert settings.rule_options()["mixed-spelling"] == {"prefer": "gb"}
