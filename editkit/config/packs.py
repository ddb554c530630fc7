"""Style packs: built-in and user-supplied glossary files of style advice."""

from functools import cache
from pathlib import Path

from editkit.core.storage.data_folder import data_folder
from editkit.languages import zh

_FOLDER = data_folder(zh.__name__, "packs")
_FILES = (".csv", ".tsv", ".xlsx", ".tbx", ".xml")


@cache
def builtin_packs() -> tuple[str, ...]:
    """Return the names of the packs that are part of editkit.

    >>> builtin_packs()
    ('zh-en',)
    """
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".csv") for name in names if name.endswith(".csv")))


def is_pack_file(name: str) -> bool:
    """Return whether `name` is the path of a pack file rather than the name of a built-in pack."""
    return name not in builtin_packs() and name.lower().endswith(_FILES)


def pack_path(name: str) -> Path:
    """Return the path of a pack file or of a built-in pack, which may lie in an archive."""
    return Path(name if is_pack_file(name) else str(_FOLDER / f"{name}.csv"))


def pack_data(name: str) -> bytes | None:
    """Return the content of a built-in pack, None for a pack file."""
    return None if is_pack_file(name) else (_FOLDER / f"{name}.csv").read_bytes()
