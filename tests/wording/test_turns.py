"""Turns of phrase that `docs/style.md` lists, in messages, titles, help, pages and documents."""

import ast
import csv
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "editkit"
STYLE = ROOT / "docs" / "style.md"
SAMPLES = {"Concept", "Example", "Glossary", "Term", "lazy_pattern"}
"""Calls whose texts are no messages: examples, glossaries and patterns."""


@cache
def turns() -> re.Pattern[str]:
    rows = [line for line in STYLE.read_text(encoding="utf-8").split("\n") if line[:3] == "| `"]
    listed = [turn for row in rows for turn in re.findall(r"`([^`]+)`", row.split("|")[1])]
    longest_first = sorted(map(re.escape, listed), key=len, reverse=True)
    return re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])")


def found(path: Path, texts: Iterator[str]) -> list[str]:
    name = path.relative_to(ROOT).as_posix()
    return [f"{name}: {match[0]}" for text in texts for match in turns().finditer(text)]


def strings(path: Path) -> Iterator[str]:
    """Yield the texts of several words in a module, without docstrings and samples."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SAMPLES:
                skipped.update(id(each) for each in ast.walk(node))
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in skipped else None
        if isinstance(text, str) and " " in text.strip():
            yield text


def xml_texts(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    for match in re.finditer(r"(?s)<(summary|rationale|message)>(.*?)</\1>|name=\"(.*?)\"", text):
        yield " ".join((match[2] or match[3]).split())


def script_texts(path: Path) -> Iterator[str]:
    code = re.sub(r"(?s)/\*.*?\*/", "", path.read_text(encoding="utf-8"))
    for match in re.finditer(r'"((?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', code):
        yield match[1] or match[2]


def prose(path: Path) -> Iterator[str]:
    """Yield the text of a Markdown file without its code."""
    yield re.sub(r"(?ms)^ *```.*?^ *```|`[^`\n]*`", "", path.read_text(encoding="utf-8"))


def test_the_list_is_read() -> None:
    assert len(re.findall(r"\|", turns().pattern)) > 40
    assert turns().findall("A space parts the mark; it stands there, behind it.") == [
        "space parts",
        "stands",
        "behind",
    ]
    assert not turns().search("understands, look-alike, left-behind")


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("**/*.py", strings),
        ("engines/languagetool/rules/*.xml", xml_texts),
        ("reviewing/**/*.html", lambda path: iter([path.read_text(encoding="utf-8")])),
        ("reviewing/page/js/*.js", script_texts),
        ("**/README.md", prose),
    ],
)
def test_the_package_has_none(pattern: str, texts: Callable[[Path], Iterator[str]]) -> None:
    paths = [path for path in PACKAGE.glob(pattern) if "languages" not in path.parts]

    assert paths
    assert [each for path in sorted(paths) for each in found(path, texts(path))] == []


def test_the_notes_of_packs_have_none() -> None:
    for path in (PACKAGE / "languages").rglob("packs/*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert found(path, (row["note"] for row in csv.DictReader(file))) == []


def test_the_documents_have_none() -> None:
    paths = [path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")) if path != STYLE]

    assert [each for path in sorted(paths) for each in found(path, prose(path))] == []
