"""Known misspellings: a list of words that are always wrong, with their corrections."""

import gzip
from functools import cache

from editkit.core.storage.data_folder import data_folder


def correct_spelling(word: str) -> str | None:
    """Return the correction of a known misspelling in lowercase; None if `word` is none.

    The list is that of the spelling checker typos; `scripts/build_misspellings.py` generates
    it (decision 091). It is searched as one string, because most documents have no
    misspelling, and a dictionary of 60,000 words takes longer to make than to search.

    >>> correct_spelling("recieve"), correct_spelling("receive")
    ('receive', None)
    """
    lines = _lines()
    key = f"{word} "
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind("\n", low, (low + high) // 2) + 1 or low
        end = lines.find("\n", start)
        line = lines[start:end]
        if line.startswith(key):
            return line[len(key) :]
        if line < key:
            low = end + 1
        else:
            high = start
    return None


@cache
def _lines() -> str:
    """Return the sorted lines, each with a misspelling, a space and its correction."""
    packed = (data_folder("editkit.languages.en", "data") / "misspellings.txt.gz").read_bytes()
    return gzip.decompress(packed).decode().partition("\n")[2]
