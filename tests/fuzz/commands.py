"""Commands in this process, in a folder of their own, with captured output."""

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from editkit.cli import run


@dataclass(frozen=True, slots=True)
class Output:
    """The exit code and the bytes that a command wrote."""

    code: int
    stdout: bytes
    stderr: bytes


def run_quietly(*args: str, encoding: str = "utf-8") -> Output:
    """Run a command whose streams have an encoding; raise AssertionError for a crash.

    Exit codes are 0 (nothing found), 1 (issues or changes), and 2 (invalid input); a fault
    of editkit exits with 3.
    """
    out, err = io.BytesIO(), io.BytesIO()
    stdout = io.TextIOWrapper(out, encoding=encoding, errors="backslashreplace")
    stderr = io.TextIOWrapper(err, encoding=encoding, errors="backslashreplace")
    with redirect_stdout(stdout), redirect_stderr(stderr):
        code = run(list(args))
        stdout.flush()
        stderr.flush()
    assert code in {0, 1, 2}, (args, code, err.getvalue())
    assert b"Traceback" not in err.getvalue(), (args, err.getvalue())
    assert code != 2 or err.getvalue() or out.getvalue(), (args, "exit 2 without a reason")
    return Output(code, out.getvalue(), err.getvalue())


@contextmanager
def folder_of(files: dict[str, bytes]) -> Iterator[Path]:
    """Change to a new folder with some files and an empty configuration."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name, data in {"editkit.toml": b"", **files}.items():
            (folder / name).write_bytes(data)
        stack.callback(os.chdir, Path.cwd())
        os.chdir(folder)
        yield folder


def drafts(folder: Path) -> list[str]:
    """Return the files that a write left in a folder."""
    return [name for name in os.listdir(folder) if name.startswith(".")]  # noqa: PTH208  (names)
