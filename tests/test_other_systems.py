"""Systems without POSIX: a substituted platform, without the modules that Windows lacks.

This cannot show that editkit works on Windows; it shows that nothing is imported, called or
promised there that only POSIX has. `.github/workflows/ci.yml` runs the tests on the systems.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.live

POSIX_MODULES = "fcntl grp posix_ipc pwd resource termios tty".split()
OTHERS = """
asyncio click httpx2 jinja2 language_tool_python lxml.etree multiprocessing.connection
multiprocessing.pool openpyxl platformdirs rapidfuzz sacremoses sentencex shutil socket
starlette.applications subprocess tempfile tree_sitter tree_sitter_markdown uvicorn webbrowser
""".split()
"""Modules of others, which are imported before, since they would use Windows."""
START = f"""
import importlib, sys, types
for name in {OTHERS}:
    importlib.import_module(name)
sys.platform = "win32"
sys.modules["msvcrt"] = types.ModuleType("msvcrt")
sys.modules["msvcrt"].LK_NBLCK = 2
sys.modules["msvcrt"].LK_UNLCK = 0
sys.modules["msvcrt"].locking = lambda file, mode, size: None
for name in {POSIX_MODULES}:
    sys.modules[name] = None
import os
for name in "fork fchown chown fchmod getuid geteuid listxattr setxattr getxattr mkfifo".split():
    if hasattr(os, name):
        delattr(os, name)
for name in "O_CLOEXEC O_NONBLOCK O_NOFOLLOW O_DIRECTORY".split():
    if hasattr(os, name):
        delattr(os, name)
"""
IMPORT_ALL = """
import pkgutil, editkit
for module in pkgutil.walk_packages(editkit.__path__, "editkit."):
    importlib.import_module(module.name)
"""
RUN = """
import contextlib, io, json
from editkit.cli import run
outputs = []
for args in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    out.buffer = io.BytesIO()  # for what is written as bytes
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(args)
    outputs.append([code, out.getvalue() + out.buffer.getvalue().decode(), err.getvalue()])
json.dump(outputs, sys.stdout)
"""
COMMANDS = (
    "lint a.txt -g g.csv --no-cache --format json",
    "review a.txt -g g.csv --engine none -o p.html",
    "fix a.txt -g g.csv --no-cache --engine none --write",
    "engines",
)


def test_an_article_is_linted_reviewed_and_corrected(tmp_path: Path) -> None:
    """In the same process, all modules are imported afterwards."""
    (tmp_path / "a.txt").write_bytes(b"The the Port Motor plant.\r\n")
    (tmp_path / "g.csv").write_bytes(b"term,forbidden\nHarbour Motor,Port Motor\n")
    commands = json.dumps([command.split() for command in COMMANDS])

    ended = subprocess.run(
        [sys.executable, "-c", START + RUN + IMPORT_ALL, commands],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    lint, review, fix, engines = json.loads(ended.stdout)
    issues = json.loads(lint[1])["files"][0]["issues"]
    assert {"repeated-word", "deprecated-term"} <= {issue["rule"] for issue in issues}
    assert (lint[0], review[0], fix[0]) == (1, 0, 0), ended.stdout
    assert (tmp_path / "a.txt").read_bytes() == b"The Harbour Motor plant.\r\n"
    assert not list(tmp_path.glob(".*"))
    assert "keeps a LanguageTool of its own on Linux and macOS only" in engines[1] + engines[2]
