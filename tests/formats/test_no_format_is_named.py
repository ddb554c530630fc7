"""A format is one module and one entry point: no other layer names a format."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import editkit
from editkit import formats
from editkit.core.format import Format

PACKAGE = Path(editkit.__file__).parent
LAYERS = ("linting", "fixing", "cli", "report", "reviewing", "cache", "baseline")
OWN = tuple(each for each in formats.formats() if type(each).__module__.startswith("editkit."))
NAMES = {each.name for each in OWN} | {
    suffix for each in OWN for suffix in each.suffixes if suffix
}


def words(text: str) -> set[str]:
    """Return the constants of a module that are names or suffixes, and its imports of formats."""
    tree = ast.parse(text)
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            found |= {node.value} & NAMES
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("editkit.formats."):
            parts = str(node.module).split(".")[2:]
            found |= {part for part in parts if part in NAMES}
    return found


def modules() -> Iterator[Path]:
    for layer in LAYERS:
        yield from sorted((PACKAGE / layer).rglob("*.py"))


def test_no_layer_names_a_format() -> None:
    named = {
        str(each.relative_to(PACKAGE)): found
        for each in modules()
        if (found := words(each.read_text("utf-8")))
    }

    assert named == {}


@pytest.mark.parametrize(
    "line", ['x = "plain"', 'y = {".md": 1}', "from editkit.formats.markdown.anchors import z"]
)
def test_a_name_is_found(line: str) -> None:
    assert words(line)


def test_every_format_is_an_entry_of_one_table() -> None:
    made = {
        f"{each.__module__}:{each.__name__}"
        for each in _subclasses(Format)
        if each.__module__.startswith("editkit.formats.")
    }

    assert made == set(formats.BUILTIN)


def _subclasses(kind: type[Format]) -> Iterator[type[Format]]:
    for each in kind.__subclasses__():
        yield each
        yield from _subclasses(each)
