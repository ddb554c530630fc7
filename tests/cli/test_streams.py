"""Closed, missing, full and slow standard streams: one sentence or none, and the exit code."""

import os
import shlex
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.capabilities import needs

pytestmark = pytest.mark.live

SCRIPT = shlex.quote(str(Path(sys.executable).with_name("editkit")))
MODULE = f"{shlex.quote(sys.executable)} -m editkit"
SELECT = "--engine none --select repeated-word"  # to import all checks takes most of the time
LINT = f"lint {SELECT} --no-cache"
FIX = f"fix {SELECT}"
FULL = "editkit: Cannot write the output: No space left on device."
SHELL_TESTS = [
    # command, exit code, standard output, standard error
    ("{ sleep 0.3; editkit --help; } | true", 141, "", ""),
    ("{ sleep 0.3; editkit lint --help; } | true", 141, "", ""),
    ("{ sleep 0.3; editkit --version; } | true", 141, "", ""),
    (f"editkit {LINT} - <&-", 2, "<stdin>: not read: The standard input is closed.", ""),
    (f"editkit {LINT} a.txt >&-", 1, "", ""),
    (f"editkit {LINT} clean.txt >&-", 0, "", ""),
    (f"editkit {FIX} a.txt >&-", 1, "", ""),
    ("editkit --help >&-", 0, "", ""),
    (f"editkit {LINT} --format json a.txt >&-", 1, "", ""),
    (f"editkit {LINT} a.txt 2>&-", 1, "a.txt", ""),
    (f"editkit {FIX} gone.txt 2>&-", 2, "", ""),
    (f"editkit {LINT} a.txt <&- >&- 2>&-", 1, "", ""),
    (f"editkit {LINT} a.txt >/dev/full", 2, "", FULL),
    (f"editkit {LINT} --format json a.txt >/dev/full", 2, "", FULL),
    ("editkit --help >/dev/full", 2, "", FULL),
    (f"editkit {FIX} a.txt >/dev/full", 2, "", FULL),
    ("editkit rules repeated-word >/dev/full", 2, "", FULL),
    (f"editkit {FIX} gone.txt 2>/dev/full", 2, "", ""),
    ("editkit lint --nonsense 2>/dev/full", 2, "", ""),
    (f"editkit {LINT} a.txt >/dev/full 2>&1", 2, "", ""),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("The the plant.\n", encoding="utf-8")
    (tmp_path / "clean.txt").write_text("The plant.\n", encoding="utf-8")
    return tmp_path


@needs("shell")
@pytest.mark.parametrize(("line", "code", "out", "err"), SHELL_TESTS)
def test_streams(folder: Path, line: str, code: int, out: str, err: str) -> None:
    script = f'editkit() {{ {SCRIPT} "$@"; }}\n{line}\nexit ${{PIPESTATUS[0]}}'

    ran = subprocess.run(
        ["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )

    assert ran.returncode == code
    assert ran.stdout.partition("\n")[0] == out
    assert ran.stderr == (err and f"{err}\n")


@needs("shell")
def test_the_module_is_as_quiet_as_the_script(folder: Path) -> None:
    lines = (f"{{ sleep 0.3; {MODULE} --help; }} | true", "echo ${PIPESTATUS[0]}")
    script = "\n".join((*lines, f"{MODULE} {LINT} a.txt >&-", "echo $?"))

    ran = subprocess.run(
        ["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )

    assert (ran.stdout, ran.stderr) == ("141\n1\n", "")


@needs("shell")
def test_no_article_is_opened_as_a_standard_stream(folder: Path) -> None:
    """A library that prints on descriptor 2 must not write into an article."""
    program = (
        "import os, sys; from editkit.cli.streams import prepare_streams; prepare_streams(); "
        "opened = [os.open('a.txt', os.O_RDWR) for _ in range(2)]; os.write(2, b'panic'); "
        "sys.exit(min(opened))"
    )
    line = f"{shlex.quote(sys.executable)} -c {shlex.quote(program)} 0<&- 2>&-"

    ran = subprocess.run(["bash", "-c", line], cwd=folder, check=False)

    assert ran.returncode > 2
    assert (folder / "a.txt").read_text(encoding="utf-8") == "The the plant.\n"


def test_a_slow_reader_of_a_non_blocking_pipe_gets_everything(folder: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    command = [sys.executable, "-m", "editkit", "rules", "--all"]
    with subprocess.Popen(command, cwd=folder, stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        waited = threading.Event()
        received = b""
        while piece := os.read(reading, 20_000):
            received += piece
            waited.wait(0.02)  # so that the pipe is full most of the time
        os.close(reading)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0
    assert len(received) > 65_536
    assert received.endswith(b"\n")
