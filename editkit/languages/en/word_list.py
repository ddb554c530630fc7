"""Which words are ordinary English."""

import gzip
import re
from functools import cache
from importlib import resources

_LETTERS = re.compile(r"[^\W\d_]+")


def is_english(word: str) -> bool:
    """Whether `word`, in lower case, is an English word that is no name (SCOWL, size 60)."""
    return word.lower() in _words()


def all_english(text: str) -> bool:
    """Whether every run of letters in `text` is an English word; so where there is none."""
    return all(map(is_english, _LETTERS.findall(text)))


@cache
def _words() -> frozenset[str]:
    packed = (resources.files(__package__) / "data" / "words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split())
