"""Glossaries in TBX files."""

from editkit.core.errors import InputError
from editkit.termbase.loaded import Loaded


def read(data: bytes, *, uri: str) -> Loaded:
    """Return the glossary in a TBX file."""
    raise InputError(f"TBX cannot be read yet ({len(data)}).", uri=uri)
