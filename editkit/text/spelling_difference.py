"""In what way two spellings of one thing differ."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from editkit.text.characters import APOSTROPHES, HYPHENS, invisible, separators
from editkit.text.confusables import alike

_WRAP = re.compile(r"[ \t]*\n[ \t]*")
_HYPHEN = re.compile(f"[{HYPHENS}]")


class Gap(Enum):
    """How the parts of two spellings are joined differently."""

    INVISIBLE = "invisible character"
    SPACE = "white space"
    HYPHEN = "hyphenation"
    SPLIT = "a space inside a word"
    SOLID = "a missing space"


class Letters(Enum):
    """How the letters of two spellings differ."""

    CASE = "letter case"
    CONFUSABLE = "look-alike characters"


@dataclass(frozen=True, slots=True)
class Difference:
    """What has to change to make one spelling of another; falsy where nothing has."""

    letters: Letters | None = None
    gap: Gap | None = None

    def __bool__(self) -> bool:
        return bool(self.letters or self.gap)


@lru_cache(maxsize=8192)
def compare(found: str, wanted: str) -> Difference | None:
    """Return how `found` differs from `wanted`, or None where it is another text.

    Straight and curly apostrophes, composed and decomposed letters, and a line
    wrap instead of a space are no difference.
    """
    if found == wanted:
        return Difference()
    a = _WRAP.sub(" ", unicodedata.normalize("NFC", found).translate(APOSTROPHES))
    b = unicodedata.normalize("NFC", wanted).translate(APOSTROPHES)
    if a == b:
        return Difference()
    letters_a, letters_b = separators.sub("", a), separators.sub("", b)
    if letters_a == letters_b:
        letters = None
    elif letters_a.casefold() == letters_b.casefold():
        letters = Letters.CASE
    elif _alike(letters_a, letters_b):
        letters = Letters.CONFUSABLE
    else:
        return None
    return Difference(letters, _compare_gaps(a, b))


def _alike(a: str, b: str) -> bool:
    if len(a) != len(b):  # a ligature or a full-width letter
        a, b = unicodedata.normalize("NFKC", a), unicodedata.normalize("NFKC", b)
    return alike(a, b)


def _compare_gaps(a: str, b: str) -> Gap | None:
    if invisible.search(a) and not invisible.search(b):
        return Gap.INVISIBLE
    theirs, ours = _gaps(a), _gaps(b)
    if theirs == ours:
        return None
    for at in sorted(theirs.keys() | ours.keys()):
        if at not in theirs:
            return Gap.SOLID
        if at not in ours:
            return Gap.HYPHEN if _HYPHEN.search(theirs[at]) else Gap.SPLIT
        if bool(_HYPHEN.search(theirs[at])) != bool(_HYPHEN.search(ours[at])):
            return Gap.HYPHEN
    return Gap.SPACE


def _gaps(text: str) -> dict[int, str]:
    """Return the separators of `text` by the number of letters before each."""
    found: dict[int, str] = {}
    dropped = 0
    for gap in separators.finditer(text):
        found[gap.start() - dropped] = gap[0]
        dropped += len(gap[0])
    return found
