"""Characters that look alike: UTS #39 skeletons."""

import unicodedata
from functools import cache
from importlib import resources

_READ_ALIKE = ({"8", "B"}, {"5", "S"}, {"1", "i"})
"""Pairs that optical recognition confuses and UTS #39 does not list."""


@cache
def prototypes() -> dict[str, str]:
    """Return the prototype of each confusable character (UTS #39, confusables.txt)."""
    table = resources.files(__package__) / "data" / "confusables.txt"
    rows = (row.partition("\t") for row in table.read_bytes().decode().split("\n"))
    return {char: prototype for char, tab, prototype in rows if tab}


def skeleton(text: str) -> str:
    """Return the UTS #39 skeleton of `text`; equal skeletons look alike.

    >>> skeleton("HKM\u0391") == skeleton("HKMA"), skeleton("Base1") == skeleton("BaseI")
    (True, True)
    """
    table = prototypes()
    mapped = "".join(table.get(char, char) for char in unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFD", mapped)


def alike(a: str, b: str) -> bool:
    """Whether two texts of one length look alike, character by character.

    Letter case may differ besides, as it does in `Auth0rity`, whose digit is a
    capital O to UTS #39. Two ASCII letters are alike only as I and l are: `m` and
    `rn` make other words.
    """
    return len(a) == len(b) and all(
        x == y or x.casefold() == y.casefold() or _char_alike(x, y)
        for x, y in zip(a, b, strict=True)
    )


@cache
def _char_alike(x: str, y: str) -> bool:
    if unicodedata.normalize("NFKC", x) == unicodedata.normalize("NFKC", y):
        return True
    if {x, y} in _READ_ALIKE:
        return True
    return skeleton(x).casefold() == skeleton(y).casefold()
