"""Confusable characters (UTS #39 skeletons)."""

import unicodedata
from functools import cache

from editkit.core.storage.data_folder import data_folder

_OCR_CONFUSABLES = ({"8", "B"}, {"5", "S"}, {"1", "i"})
"""Pairs that OCR confuses and UTS #39 does not list (decision 001)."""


@cache
def prototypes() -> dict[str, str]:
    """Return the prototype of each confusable character (UTS #39, confusables.txt)."""
    table = data_folder(__package__, "data") / "confusables.txt"
    rows = (row.partition("\t") for row in table.read_bytes().decode().split("\n"))
    return {char: prototype for char, tab, prototype in rows if tab}


def skeleton(text: str) -> str:
    """Return the UTS #39 skeleton of `text`; texts with equal skeletons look alike.

    >>> skeleton("HKM\u0391") == skeleton("HKMA"), skeleton("Base1") == skeleton("BaseI")
    (True, True)
    """
    table = prototypes()
    mapped = "".join(table.get(char, char) for char in unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFD", mapped)


def are_confusable(a: str, b: str) -> bool:
    """Return whether two texts of equal length look alike, character by character.

    Letter case is ignored: to UTS #39, the digit in `Auth0rity` resembles a capital O.
    Of the ASCII letters, only I and l are confusable; `m` and `rn` form different words.
    """
    return len(a) == len(b) and all(
        x == y or x.casefold() == y.casefold() or _are_chars_confusable(x, y)
        for x, y in zip(a, b, strict=True)
    )


@cache
def _are_chars_confusable(x: str, y: str) -> bool:
    if unicodedata.normalize("NFKC", x) == unicodedata.normalize("NFKC", y):
        return True
    if {x, y} in _OCR_CONFUSABLES:
        return True
    return skeleton(x).casefold() == skeleton(y).casefold()
