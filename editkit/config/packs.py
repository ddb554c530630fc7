"""Style packs: built-in and user-supplied glossary files of style advice."""

from functools import cache
from pathlib import Path

from editkit.languages import zh

_FOLDER = Path(zh.__file__).parent / "packs"
_FILES = (".csv", ".tsv", ".xlsx", ".tbx", ".xml")


@cache
def builtin_packs() -> tuple[str, ...]:
    """Return the names of the packs that are part of editkit.

    >>> builtin_packs()
    ('zh-en',)
    """
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.csv")))


def is_pack_file(name: str) -> bool:
    """Return whether `name` is the path of a pack file rather than the name of a built-in pack."""
    return name not in builtin_packs() and name.lower().endswith(_FILES)


def pack_path(name: str) -> Path:
    """Return the path of a pack file or of a built-in pack."""
    return Path(name) if is_pack_file(name) else _FOLDER / f"{name}.csv"
