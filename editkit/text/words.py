"""Which words are ordinary English."""

import gzip
from functools import cache
from importlib import resources


def is_english(word: str) -> bool:
    """Whether `word`, in lower case, is an English word that is no name (SCOWL, size 60)."""
    return word.lower() in _words()


@cache
def _words() -> frozenset[str]:
    packed = (resources.files("editkit.text.tables") / "words-en.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split())
