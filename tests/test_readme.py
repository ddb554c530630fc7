"""Examples of the README: the library example prints what its comments say."""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
PRINTED = re.compile(r"^ *print\(.*\)  # (.+)$", re.MULTILINE)


def block(language: str) -> str:
    [found] = re.findall(rf"(?s)```{language}\n(.*?)```", README.read_text(encoding="utf-8"))
    return str(found)


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
