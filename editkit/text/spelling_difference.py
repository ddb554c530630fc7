"""Classification of the difference between two spellings."""

import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.characters import (
    APOSTROPHES,
    HYPHENS,
    INVISIBLE_PATTERN,
    SEPARATOR_PATTERN,
    SIGNS,
)
from editkit.text.confusables import are_confusable
from editkit.text.diacritics import without_diacritics

_WRAP = lazy_pattern(r"[ \t]*\n[ \t]*")
_HYPHEN = lazy_pattern(f"[{HYPHENS}]")
_SIGN = lazy_pattern(rf"\s?[{SIGNS}]")
_INNER_MARK = lazy_pattern(r"(?<=[^\W_])['.!/](?=[^\W_])")
"""Punctuation within a name, such as the dot of `Node.js`."""


class Gap(Enum):
    """Kind of difference in the separators between the words of two spellings."""

    INVISIBLE = "invisible character"
    SPACE = "white space"
    HYPHEN = "hyphenation"
    SPLIT = "a space inside a word"
    SOLID = "a missing space"


class Letters(Enum):
    """Kind of difference in the letters of two spellings."""

    CASE = "letter case"
    DIACRITICS = "missing or added diacritics"
    PUNCTUATION = "missing or added punctuation within the name"
    CONFUSABLE = "look-alike characters"


@dataclass(frozen=True, slots=True)
class Difference:
    """Difference between two spellings; falsy if there is none."""

    letters: Letters | None = None
    gap: Gap | None = None

    def __bool__(self) -> bool:
        return bool(self.letters or self.gap)


@lru_cache(maxsize=8192)
def compare(found: str, expected: str) -> Difference | None:
    """Return how `found` differs from `expected`; None if it is not a spelling of it.

    Ignores the kind of apostrophe, Unicode normalization, signs such as ®, and a line wrap for
    a space.
    """
    if found == expected:
        return Difference()
    a = _WRAP.sub(" ", unicodedata.normalize("NFC", found).translate(APOSTROPHES))
    b = unicodedata.normalize("NFC", expected).translate(APOSTROPHES)
    if not (a.isascii() and b.isascii()):
        a, b = _SIGN.sub("", a), _SIGN.sub("", b)
    if a == b:
        return Difference()
    letters_a, letters_b = SEPARATOR_PATTERN.sub("", a), SEPARATOR_PATTERN.sub("", b)
    if letters_a == letters_b:
        letters = None
    elif letters_a.casefold() == letters_b.casefold():
        letters = Letters.CASE
    elif _folds_alike(letters_a, letters_b):
        letters = Letters.DIACRITICS
    elif _are_confusable(letters_a, letters_b):
        letters = Letters.CONFUSABLE
    elif _has_other_marks(a.casefold(), b.casefold()):
        return Difference(Letters.PUNCTUATION)
    else:
        return None
    return Difference(letters, _compare_gaps(a, b))


def _has_other_marks(a: str, b: str) -> bool:
    """Return whether `a` is `b` with a space for its inner marks, or without those of either."""
    return _INNER_MARK.sub("", a) == _INNER_MARK.sub("", b) or a == _INNER_MARK.sub(" ", b)


def _folds_alike(a: str, b: str) -> bool:
    """Return whether two texts are equal without letter case and diacritics."""
    return without_diacritics(a).casefold() == without_diacritics(b).casefold()


def _are_confusable(a: str, b: str) -> bool:
    if len(a) != len(b):  # a ligature or a full-width letter
        a, b = unicodedata.normalize("NFKC", a), unicodedata.normalize("NFKC", b)
    return are_confusable(a, b)


def _compare_gaps(a: str, b: str) -> Gap | None:
    if INVISIBLE_PATTERN.search(a) and not INVISIBLE_PATTERN.search(b):
        return Gap.INVISIBLE
    found_gaps, expected_gaps = _gaps(a), _gaps(b)
    if found_gaps == expected_gaps:
        return None
    for at in sorted(found_gaps.keys() | expected_gaps.keys()):
        if at not in found_gaps:
            return Gap.SOLID
        if at not in expected_gaps:
            return Gap.HYPHEN if _HYPHEN.search(found_gaps[at]) else Gap.SPLIT
        if bool(_HYPHEN.search(found_gaps[at])) != bool(_HYPHEN.search(expected_gaps[at])):
            return Gap.HYPHEN
    return Gap.SPACE


def _gaps(text: str) -> dict[int, str]:
    """Return the separators of `text`, keyed by the number of letters before each."""
    found: dict[int, str] = {}
    gap_length = 0
    for gap in SEPARATOR_PATTERN.finditer(text):
        found[gap.start() - gap_length] = gap[0]
        gap_length += len(gap[0])
    return found
