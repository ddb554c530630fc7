"""editkit's own rules in LanguageTool's language: which they are, without reading them."""

import os
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "rules"
"""One rule a file, named by its id."""

ENGINE = "languagetool"
"""The engine that looks for them."""


@cache
def names() -> tuple[str, ...]:
    """Return the ids of the rules, in order."""
    found = (Path(name) for name in os.listdir(FOLDER))  # noqa: PTH208  (names only)
    return tuple(sorted(file.stem for file in found if file.suffix == ".xml"))


@cache
def digest() -> str:
    """Return what changes as soon as one of the rules does: a SHA-256 over their files."""
    hashes = (f"{name} {sha256(file(name).read_bytes()).hexdigest()}\n" for name in names())
    return sha256("".join(hashes).encode()).hexdigest()


def file(name: str) -> Path:
    """Return where the rule `name` is written down."""
    return FOLDER / f"{name}.xml"
