"""Ids and files of editkit's own LanguageTool rules."""

from functools import cache
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING

from editkit.core.storage.data_folder import data_folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

FOLDER = data_folder(__package__, "rules")
"""The rule files, each named by the id of its rule."""

ENGINE = "languagetool"
"""The engine that runs them."""


@cache
def names() -> tuple[str, ...]:
    """Return the ids of the rules, sorted, without reading their files."""
    found = (PurePath(file.name) for file in FOLDER.iterdir())
    return tuple(sorted(file.stem for file in found if file.suffix == ".xml"))


@cache
def digest() -> str:
    """Return a SHA-256 of all rule files, which changes whenever one of them does."""
    hashes = (f"{name} {sha256(rule_file(name).read_bytes()).hexdigest()}\n" for name in names())
    return sha256("".join(hashes).encode()).hexdigest()


def rule_file(name: str) -> "Path | Traversable":
    """Return a rule's file."""
    return FOLDER / f"{name}.xml"
