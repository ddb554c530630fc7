"""Patterns of ignore files: the same answers as git, in linear time."""

import random
import subprocess
from itertools import accumulate
from pathlib import Path

import pytest

from editkit.linting.files.ignore_patterns import IgnorePatterns

NAMES = ("a", "b", "ab", "a.md", "b.md", "foo", "bar", "x y", "[a]", "#c", "!d", "a*b")
SEGMENTS = (
    *("a", "b", "foo", "bar", "a.md", "x y", r"\#c", r"\!d"),
    *("*", "a*", "*b", "*.md", "?", "a?", "a*b*", "*a*", "**"),
    *("[ab]", "[!a]*", "[^b]", "[a-b].md", "a[*]b", "[[]a]", "[[:alpha:]]*"),
)


def pattern(chance: random.Random) -> str:
    body = "/".join(chance.choices(SEGMENTS, k=chance.choice((1, 1, 1, 2, 2, 3, 4))))
    start = chance.choice(("", "", "", "", "", "/", "!", "!", "!/"))
    return start + body + chance.choice(("", "", "/"))


def is_ignored(patterns: IgnorePatterns, path: str) -> bool:
    *folders, _ = accumulate(path.split("/"), "{}/{}".format)
    return any(patterns.ignores(each) for each in (*(f"{f}/" for f in folders), path))


@pytest.mark.live
@pytest.mark.parametrize("seed", range(12))
def test_git_ignores_the_same(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (no secret)
    paths = {"/".join(chance.choices(NAMES, k=chance.choice((1, 2, 3, 4)))) for _ in range(80)}
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for path in sorted(paths):
        try:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).touch()
        except OSError:  # a file and a folder of one name
            paths.remove(path)
    for _ in range(15):
        lines = [pattern(chance) for _ in range(chance.choice((1, 2, 3, 5)))]
        (tmp_path / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
        command = ["git", "-C", str(tmp_path), "check-ignore", "-z", "--stdin"]
        asked = "\0".join(sorted(paths)).encode()
        answer = subprocess.run(command, input=asked, capture_output=True, check=False).stdout
        patterns = IgnorePatterns.parse(lines)

        found = {path for path in paths if is_ignored(patterns, path)}
        assert found == set(answer.decode().split("\0")) & paths, lines


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("hostile", "path"),
    [
        ("*a" * 60 + "b", "a" * 255),
        ("*?" * 60 + "b", "a" * 255),
        ("[a]*" * 60 + "b", "a" * 255),
        ("**/a/" * 60 + "b", "a/" * 2000 + "c"),
        ("a/**/" * 60 + "*b", "a/" * 2000 + "c"),
        ("**/*a*/" * 30 + "b", "aaa/" * 1000 + "c"),
    ],
)
def test_no_pattern_takes_long(hostile: str, path: str) -> None:
    assert IgnorePatterns.parse([hostile] * 20).ignores(path) is None


def test_comments_blank_lines_and_broken_patterns_are_left_out() -> None:
    lines = ["# a", "", "  ", "/", "[a", "[z-a]", "a\\", "nul\0", "[[b]", "!"]

    assert [ignored for _, ignored in IgnorePatterns.parse(lines).rules] == [True]
    assert IgnorePatterns.parse(["a \r", "b\\ "]).ignores("a")
    assert IgnorePatterns.parse(["a", "b\\ "]).ignores("b ")
