"""Unified diffs, applied by `git apply` and `patch`."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editkit.core.fix import Splice
from editkit.core.span import RawSpan
from editkit.core.splices import apply_splices
from editkit.report.unified_diff import unified_diff

PROGRAMS = {
    "git": ["git", "apply", "--whitespace=nowarn", "-"],
    "patch": ["patch", "-p1", "--no-backup-if-mismatch"],
}
ENVIRONMENT = {
    **os.environ,
    "LC_ALL": "C",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def apply_patch(program: str, folder: Path, name: str, old: str, diff: str) -> bytes:
    """Return the file after `program` has applied `diff`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(old.encode())
    if not (folder / ".git").exists():
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True, env=ENVIRONMENT)
    done = subprocess.run(
        PROGRAMS[program],
        cwd=folder,
        input=diff.encode(errors="surrogateescape"),
        capture_output=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert done.returncode == 0, (done.stdout, done.stderr, diff)
    assert b"offset" not in done.stdout
    assert b"fuzz" not in done.stdout
    return path.read_bytes()


def replace(raw: str, *pairs: tuple[str, str]) -> list[Splice]:
    made = []
    for old, new in pairs:
        at = raw.index(old)
        made.append(Splice(RawSpan(at, at + len(old)), new))
    return made


LINES = "".join(f"line {n}\n" for n in range(1, 31))
CASES = {
    "one word": ("a b\nc\n", [("b", "x")]),
    "line ends of Windows": ("one\r\ntwo\r\nthree\r\n", [("two", "2")]),
    "old line ends": ("one\rtwo\rthree", [("two", "2")]),
    "all kinds of line ends": ("one\r\ntwo\rthree\nfour\r\n", [("three", "3"), ("four", "4")]),
    "no final newline": ("one\ntwo", [("two", "2")]),
    "no final newline, far from it": ("one\ntwo", [("one", "1")]),
    "a final newline is added": ("one\ntwo", [("two", "two\n")]),
    "a final newline is removed": ("one\ntwo\n", [("two\n", "two")]),
    "a blank at the end is removed": ("one\ntwo ", [("two ", "two")]),
    "odd separators": ("a\u2028b\n\x85c\x0bd\x0c\ne\n", [("b", "x"), ("d", "y")]),
    "a line is removed": ("one\ntwo\nthree\n", [("two\n", "")]),
    "lines are joined": ("one\ntwo\nthree\n", [("one\n", "one ")]),
    "a line is split": ("one two\nthree\n", [(" two", "\ntwo")]),
    "all is removed": ("one\n", [("one\n", "")]),
    "first and last line": (LINES, [("line 1\n", "x\n"), ("line 30", "y")]),
    "hunks near each other": (LINES, [("line 5\n", ""), ("line 12\n", "x\n"), ("line 20", "y")]),
    "adjacent lines": (LINES, [("line 5\n", "x\n"), ("line 6\n", "y\nz\n"), ("line 7\n", "")]),
    "two edits in a line": (LINES, [("line 14", "x"), ("15\n", "y"), ("line 16", "z")]),
}


@pytest.mark.live
@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("case", CASES)
def test_git_and_patch_apply_the_diff(tmp_path: Path, program: str, bom: str, case: str) -> None:
    raw, pairs = CASES[case]
    splices = replace(raw, *pairs)

    diff = unified_diff("a.txt", raw, splices, bom=bom)

    assert apply_patch(program, tmp_path, "a.txt", bom + raw, diff) == (
        (bom + apply_splices(raw, splices)).encode()
    )


@pytest.mark.live
@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("text", ["x\n", "x", "\r\n"])
def test_an_empty_file_is_filled(tmp_path: Path, program: str, text: str) -> None:
    diff = unified_diff("a.txt", "", [Splice(RawSpan(0, 0), text)])

    assert apply_patch(program, tmp_path, "a.txt", "", diff) == text.encode()


@pytest.mark.live
@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    "name",
    [
        "a b.txt",
        "in a folder/b.txt",
        "汽车 ä.md",
        'say "hi".txt',
        "back\\slash",
        "tab\tin.txt",
        "-x",
    ],
)
def test_file_names_are_quoted_as_git_does(tmp_path: Path, program: str, name: str) -> None:
    diff = unified_diff(name, "a b\n", replace("a b\n", ("b", "c")))

    assert apply_patch(program, tmp_path, name, "a b\n", diff) == b"a c\n"


@pytest.mark.parametrize("path", ["/one/a.txt", "./one/a.txt", "one/a.txt"])
def test_a_path_is_written_from_the_folder_on(path: str) -> None:
    diff = unified_diff(path, "a\n", replace("a\n", ("a", "b")))

    assert diff == "--- a/one/a.txt\n+++ b/one/a.txt\n@@ -1 +1 @@\n-a\n+b\n"


def test_context_is_three_lines() -> None:
    diff = unified_diff("a", LINES, replace(LINES, ("line 10\n", "x\n"), ("line 17\n", "y\n")))
    apart = unified_diff("a", LINES, replace(LINES, ("line 10\n", "x\n"), ("line 18\n", "y\n")))

    assert [line for line in diff.split("\n") if line.startswith("@@")] == ["@@ -7,14 +7,14 @@"]
    assert [line for line in apart.split("\n") if line.startswith("@@")] == [
        "@@ -7,7 +7,7 @@",
        "@@ -15,7 +15,7 @@",
    ]


def test_an_edit_without_change_gives_no_diff() -> None:
    assert unified_diff("a", LINES, ()) == ""
    assert unified_diff("a", LINES, replace(LINES, ("line 3\nline 4", "line 3\nline 4"))) == ""


PIECES = st.lists(st.sampled_from(["a", "b ", "\n", "\n", "\r\n", "\r", "\u2028", "\x85", "\x0c"]))


@pytest.mark.live
@settings(
    max_examples=settings().max_examples // 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(PIECES, st.data())
def test_random_edits_of_random_texts(
    tmp_path: Path, pieces: list[str], data: st.DataObject
) -> None:
    raw = "".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=8)))
    splices = [
        Splice(RawSpan(start, end), data.draw(st.sampled_from(["", "x", "\n", "y\nz", "\r\n"])))
        for start, end in dict(zip(cuts[::2], cuts[1::2], strict=False)).items()
    ]
    made = apply_splices(raw, splices)

    diff = unified_diff("a.txt", raw, splices)

    assert diff or raw == made
    for program in PROGRAMS if diff else ():
        assert apply_patch(program, tmp_path, "a.txt", raw, diff) == made.encode()
