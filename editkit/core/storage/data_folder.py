"""Folders of data files in packages, which may be imported from a zip archive."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def data_folder(package: str, name: str) -> "Path | Traversable":
    """Return the folder `name` of an imported package."""
    folder = Path(str(sys.modules[package].__file__)).parent / name
    if folder.is_dir():
        return folder
    from importlib.resources import files  # noqa: PLC0415  (slow to import, and only for archives)

    return files(package) / name
