"""English word list (SCOWL)."""

import gzip
from functools import cache

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.data_folder import data_folder

_LETTERS = lazy_pattern(r"[^\W\d_]+")


def is_english(word: str) -> bool:
    """Return whether `word`, in any letter case, is an English word and not a name.

    The list is SCOWL, size 60 (decision 002).
    """
    return word.lower() in _words()


def all_english(text: str) -> bool:
    """Return whether all runs of letters in `text` are English words; true if there are none."""
    return all(map(is_english, _LETTERS.findall(text)))


@cache
def _words() -> frozenset[str]:
    packed = (data_folder(__package__, "data") / "words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split())
