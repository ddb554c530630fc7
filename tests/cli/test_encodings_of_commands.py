"""All commands in processes with other encodings: no text makes them fail."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

pytestmark = pytest.mark.live

ARTICLE = "The Harb0ur\u00a0Motor “ïss” — 疫情 😀 costs €5 at at noon\u3000. \u202eŠkoda!\n"
GLOSSARY = "term,source,forbidden,note\nHarbour Motor,海港汽车,,😀\nŠkoda,疫情,Škoda,\n"
SELECTED = ["--select", "term,repeated-word"]  # to import all checks takes long
BARE = ["--engine", "none", "--no-cache", *SELECTED, "-g", "术语.csv"]
COMMANDS = [
    ["lint", *BARE, "疫情.txt"],
    ["lint", *BARE, "--color", "always", "疫情.txt", "没有.txt"],
    ["fix", *BARE, "疫情.txt"],
    ["normalize", *BARE, "疫情.txt"],
    ["review", *BARE, "-o", "疫情.html", "疫情.txt", "没有😀.txt"],
    ["apply", "decisions.json", "--dry-run"],
    ["apply", "decisions.json"],
    ["fix", *BARE, "--write", "疫情.txt"],
    ["lint", *BARE, "--baseline", "基线.json", "--write-baseline", "疫情.txt"],
    ["glossary", "check", "术语.csv"],
    ["glossary", "check", "术语.csv", "没有😀.csv"],
    ["glossary", "mine", "--min-count", "1", "疫情.txt"],
    ["rules", "calque"],
    ["rules", "没有😀"],
    ["lint", "--没有😀"],
    ["没有😀"],
    ["lint", "--debug", *BARE, "疫情.txt"],
]
CODES = [1, 2, 1, 1, 2, 0, 0, 0, 0, 1, 2, 0, 0, 2, 2, 2, 0]
PROGRAM = f"""
import os, sys
from editkit.cli.streams import prepare_streams
prepare_streams()
from editkit.cli import run
commands = {[[arg.encode() for arg in command] for command in COMMANDS]!r}
codes = [run(list(map(os.fsdecode, command))) for command in commands]
open("codes.json", "w").write(repr(codes))
"""
ENVIRONMENTS = {
    "gbk": {"PYTHONIOENCODING": "gbk"},
    "cp936": {"PYTHONIOENCODING": "cp936:strict"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict"},
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = ARTICLE.encode()
    (tmp_path / "疫情.txt").write_bytes(data)
    (tmp_path / "术语.csv").write_text(GLOSSARY, encoding="utf-8")
    start = ARTICLE.index("at at")
    edit = {"start": start, "end": start + 5, "before": "at at", "replacement": "在😀"}
    made = {"edit": "1", "rule": None, "fingerprint": None, "state": "rewritten", "edits": [edit]}
    file = {"path": "疫情.txt", "sha256": sha256(data).hexdigest(), "decisions": [made]}
    decisions = {
        "schema": "editkit.decisions/1",
        "tool": {"name": "editkit", "version": "0"},
        "files": [file],
    }
    (tmp_path / "decisions.json").write_text(json.dumps(decisions), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_all_commands(folder: Path, name: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", PROGRAM],
        cwd=folder,
        env={**os.environ, **ENVIRONMENTS[name], "EDITKIT_DEBUG": "0"},
        capture_output=True,
        check=False,
    )

    assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False)
    codes = dict(enumerate(json.loads((folder / "codes.json").read_text())))
    # With LC_ALL=C, Python cannot open the Chinese path that the decisions name.
    assert codes == dict(enumerate(CODES)) | ({5: 2, 6: 2} if name == "C" else {})
    encoding = {"C": "utf-8", "ascii": "utf-8", "cp936": "gbk"}.get(name, name)
    messages = ran.stderr.decode(encoding)
    assert "corrections made" in messages
    expected = "没有" if encoding in {"gbk", "utf-8", "utf-16"} else "\\u6ca1\\u6709"
    assert name == "C" or f"Unknown rule “{expected}" in messages
    if encoding != "utf-16":  # diffs and tables are UTF-8, so only their lines are
        report, _, others = ran.stdout.partition(b"\n--- ")
        assert "The «Harb0ur" in report.decode(encoding).replace("\\xab", "«")
        assert "+The Harbour Motor “ïss” — 疫情 😀".encode() in others
        assert "Š" in others.decode("utf-8", "replace")
