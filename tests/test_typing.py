"""Types of the public API: mypy and pyright accept right uses and report wrong ones.

The pyright is basedpyright, since its wheel has all it needs; that of pyright downloads Node.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.live

ROOT = Path(__file__).parent.parent
ACCEPTED, REJECTED = (f"typing_tests/{name}.py" for name in ("accepted", "rejected"))
CACHE = "--cache-dir=.mypy_cache/typing_tests"  # the linters of CI may use the other one
Place = tuple[str, int]


def mypy() -> set[Place]:
    """Return the lines in which mypy reports errors."""
    out = _run("mypy", "--strict", "--no-error-summary", "--no-pretty", CACHE, ACCEPTED, REJECTED)
    found = re.findall(r"^(\S+?):(\d+): error:", out, re.MULTILINE)
    return {(Path(path).name, int(line)) for path, line in found}


def pyright() -> set[Place]:
    """Return the lines in which basedpyright reports errors."""
    out = _run("basedpyright", "--outputjson", "--level", "error", "-p", "typing_tests")
    report = json.loads(out)
    assert report["summary"]["filesAnalyzed"] == 2
    return {
        (Path(each["file"]).name, each["range"]["start"]["line"] + 1)
        for each in report["generalDiagnostics"]
    }


def _run(program: str, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize("reported_lines", [mypy, pyright])
def test_wrong_uses_are_reported_and_right_ones_are_not(
    reported_lines: Callable[[], set[Place]],
) -> None:
    lines = (ROOT / REJECTED).read_text(encoding="utf-8").split("\n")
    wrong = {("rejected.py", n) for n, line in enumerate(lines, 1) if line.endswith("  # error")}

    assert wrong
    assert reported_lines() == wrong
