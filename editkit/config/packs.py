"""Packs: glossary files of style advice, those that ship with editkit and those of users."""

from pathlib import Path

from editkit.languages import zh

_FOLDER = Path(zh.__file__).parent / "packs"
_FILES = (".csv", ".tsv", ".xlsx", ".tbx", ".xml")


def shipped() -> tuple[str, ...]:
    """Return the names of the packs that ship with editkit.

    >>> shipped()
    ('zh-en',)
    """
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.csv")))


def is_file(name: str) -> bool:
    """Whether `name` names a file of one's own, not a pack that ships with editkit."""
    return name not in shipped() and name.lower().endswith(_FILES)


def pack_path(name: str) -> Path:
    """Return the file of a pack: of one that `shipped` lists, or what `name` itself names."""
    return Path(name) if is_file(name) else _FOLDER / f"{name}.csv"
