"""Console transcripts in documentation pages: run again, with the output as it is now."""

import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from editkit.cli import run

_FENCE = re.compile(r'(?ms)^``` ?(?P<kind>\w+)(?: title="(?P<file>[^"]+)")?\n(?P<body>.*?)^```$')
_PROMPT = "$ "


def transcribed(page: str, folder: Path) -> str:
    """Return a page with the output of its `console` blocks as editkit prints it in `folder`.

    Blocks with a `title` are files, which are written first, in the order of the page. The only
    commands are `editkit …`, and `cat FILE`.
    """

    def replaced(found: re.Match[str]) -> str:
        if found["file"]:
            (folder / found["file"]).write_text(found["body"], encoding="utf-8")
        if found["kind"] != "console":
            return found[0]
        commands = [line for line in found["body"].splitlines() if line.startswith(_PROMPT)]
        return f"```console\n{''.join(_shown(command, folder) for command in commands)}```"

    with contextlib.chdir(folder):
        return _FENCE.sub(replaced, page)


def has_transcripts(page: str) -> bool:
    """Return whether a page has a `console` block."""
    return any(found["kind"] == "console" for found in _FENCE.finditer(page))


@contextlib.contextmanager
def clean_folder() -> Iterator[Path]:
    """Provide an empty folder, without the user's configuration and cached results."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"EDITKIT_CACHE_SIZE": "0", "XDG_CONFIG_HOME": folder, "NO_COLOR": "1"}
        try:
            yield Path(folder)
        finally:
            os.environ.clear()
            os.environ.update(before)


def _shown(command: str, folder: Path) -> str:
    """Return a command with its output."""
    program, *args = shlex.split(command.removeprefix(_PROMPT))
    output = (folder / args[0]).read_text(encoding="utf-8") if program == "cat" else _output(args)
    if program not in {"cat", "editkit"}:
        raise ValueError(f"{program} is neither editkit nor cat")
    end = "" if not output or output.endswith("\n") else "\n"
    return f"{command}\n{output}{end}"


def _output(args: list[str]) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        run(args)
    stream.flush()
    data = stream.buffer
    assert isinstance(data, io.BytesIO)  # noqa: S101  (as made above)
    return data.getvalue().decode()
