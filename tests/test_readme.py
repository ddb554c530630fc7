"""Examples of the README: its library example and its settings."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from editkit.config import Configuration

README = Path(__file__).parent.parent / "README.md"
PRINTED = re.compile(r"^ *print\(.*\)  # (.+)$", re.MULTILINE)


def block(language: str) -> str:
    [found] = re.findall(rf"(?s)```{language}\n(.*?)```", README.read_text(encoding="utf-8"))
    return str(found)


@pytest.mark.live
def test_the_library_example_prints_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "glossary.csv").write_text(block("csv"), encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("A ferry left.\n", encoding="utf-8")
    program = block("python")

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
    (tmp_path / "editkit.toml").write_text(block("toml"), encoding="utf-8")

    settings = Configuration().for_folder(str(tmp_path))

    assert settings.lang == "en-GB"
    assert settings.formats == (("*.log", "plain"),)
    assert settings.rule_options()["mixed-spelling"] == {"prefer": "gb"}
