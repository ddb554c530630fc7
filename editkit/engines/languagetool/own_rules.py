"""Ids and files of editkit's own LanguageTool rules."""

import os
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "rules"
"""The rule files, each named by the id of its rule."""

ENGINE = "languagetool"
"""The engine that runs them."""


@cache
def names() -> tuple[str, ...]:
    """Return the ids of the rules, sorted, without reading their files."""
    found = (Path(name) for name in os.listdir(FOLDER))  # noqa: PTH208  (names only)
    return tuple(sorted(file.stem for file in found if file.suffix == ".xml"))


@cache
def digest() -> str:
    """Return a SHA-256 of all rule files, which changes whenever one of them does."""
    hashes = (f"{name} {sha256(rule_path(name).read_bytes()).hexdigest()}\n" for name in names())
    return sha256("".join(hashes).encode()).hexdigest()


def rule_path(name: str) -> Path:
    """Return the path of a rule's file."""
    return FOLDER / f"{name}.xml"
