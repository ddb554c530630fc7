"""Search for files: without following links, and to any depth."""

import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editkit.linting.files.discovery import expand
from editkit.linting.files.walk import find_matches, walk
from tests.capabilities import needs

DEPTH = 300
RECURSION_LIMIT = 250
"""Calls below the test: fewer than the folder has levels."""


def fail(error: OSError) -> None:
    raise error


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A chain of folders with a file in the last one."""
    opened = os.open(tmp_path, os.O_RDONLY)
    for _ in range(DEPTH):
        os.mkdir("d", dir_fd=opened)
        below = os.open("d", os.O_RDONLY, dir_fd=opened)
        os.close(opened)
        opened = below
    os.close(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=opened))
    os.close(opened)
    yield tmp_path
    # pytest removes folders recursively.
    subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)


@pytest.fixture
def looped(tmp_path: Path) -> Path:
    """A folder with links upwards, through which there are more paths than can be listed."""
    for name in ("a.txt", "sub/b.txt", ".hidden/c.txt", "sub/.d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    for number in range(9):
        (tmp_path / f"l{number}").symlink_to(".")
        (tmp_path / "sub" / f"l{number}").symlink_to("..")
    return tmp_path


@pytest.fixture
def allow_recursion() -> Iterator[Callable[[int], None]]:
    """A function that limits the depth of calls from here on."""
    before = sys.getrecursionlimit()
    yield lambda calls: sys.setrecursionlimit(len(inspect.stack(0)) + calls)
    sys.setrecursionlimit(before)


@pytest.mark.live
@needs("descriptors")
def test_a_deep_folder_is_walked(
    deep: Path, monkeypatch: pytest.MonkeyPatch, allow_recursion: Callable[[int], None]
) -> None:
    monkeypatch.chdir(deep)
    allow_recursion(RECURSION_LIMIT)

    assert [files for _, _, files in walk(".", fail) if files] == [["a.txt"]]
    assert [file.uri.count("d/") for file in expand(["."], set())] == [DEPTH]
    assert len(find_matches("**/*.txt", fail)) == 1


@needs("links")
def test_links_to_folders_are_not_followed(looped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(looped)

    assert find_matches("**/*.txt", fail) == ["a.txt", "sub/b.txt"]
    assert [file.uri for file in expand(["."], set())] == ["a.txt", "sub/b.txt"]


@needs("links")
@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("**", ["a.txt", "sub", "sub/b.txt"]),
        ("**/b.txt", ["sub/b.txt"]),
        ("sub/**/*.txt", ["sub/b.txt"]),
        ("**/sub/*", ["sub/b.txt"]),
        ("**/sub", ["sub"]),
        ("*.txt", ["a.txt"]),
        ("s*/b.???", ["sub/b.txt"]),
        ("**/x", []),
        ("*/*.txt", ["sub/b.txt"]),
        ("l1/*.txt", ["l1/a.txt"]),
        ("*/l1/*.txt", []),
        ("*", ["a.txt", "sub"]),
    ],
)
@pytest.mark.parametrize("is_absolute", [False, True])
def test_patterns_match_as_in_a_shell(
    looped: Path,
    pattern: str,
    expected: list[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_absolute: bool,
) -> None:
    monkeypatch.chdir(looped)
    base = f"{looped}/" if is_absolute else ""

    assert find_matches(base + pattern, fail) == [base + name for name in expected]
