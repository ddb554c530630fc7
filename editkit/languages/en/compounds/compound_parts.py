"""Compounds that a text may join in several ways."""

from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text import tokens
from editkit.text.characters import HYPHENS, INVISIBLE, MARKS, SPACES

_PART = rf"[^\W_\d{INVISIBLE}]+"
_HYPHENED = lazy_pattern(rf"(?<![\w{HYPHENS}])({_PART})[{HYPHENS}](?=({_PART})(?!\w))")
_AFTER_HYPHEN = lazy_pattern(rf"(?<=\w[{HYPHENS}])({_PART})[{HYPHENS}](?=({_PART})(?!\w))")
_ODD_SPACE = lazy_pattern(
    rf"(?<![^\W_\d{INVISIBLE}])({_PART})(?:[^\S \n]|  )(?=[{SPACES}]*({_PART}))"
)
_COMPOUNDS = (_HYPHENED, _AFTER_HYPHEN, _ODD_SPACE)
_JOINT = lazy_pattern(rf"[{HYPHENS}]|[^\S \n]|  ")
"""A hyphen or odd space; without one, none of the patterns of compounds matches."""
_WORD = lazy_pattern(rf"[\w{MARKS}{INVISIBLE}]+")
_UNUSUAL_CHARACTER = lazy_pattern(r"[^\x00-\x7f]|\d")
_UNUSUAL_WORD = lazy_pattern(r"(?=.*[^\W\d_]).*(?:[^\x00-\x7f]|\d)")
_MIN_SOLID_LENGTH = 5


@dataclass(frozen=True, slots=True)
class CompoundKeys:
    """Token keys of the compounds of a text joined by a hyphen or an odd space.

    `solid_words` are the keys of its longer words.
    """

    keys: set[str]
    solid_words: frozenset[str]


def has_compound(text: str) -> bool:
    """Return whether `compound_keys(text).keys` is not empty."""
    if _JOINT.search(text) and any(pattern.search(text) for pattern in _COMPOUNDS):
        return True
    has_unusual = _UNUSUAL_CHARACTER.search(text) is not None
    return has_unusual and any(map(_UNUSUAL_WORD.match, _WORD.findall(text)))


def compound_keys(text: str) -> CompoundKeys:
    """Return the keys to compare pairs of words in `text` with."""
    patterns = _COMPOUNDS if _JOINT.search(text) else ()
    joined = {m[1] + m[2] for pattern in patterns for m in pattern.finditer(text)}
    words = set(_WORD.findall(text))
    joined.update(filter(_UNUSUAL_WORD.match, words))
    solid = [word for word in words if len(word) > _MIN_SOLID_LENGTH and word[0].isalpha()]
    return CompoundKeys(set(tokens.token_keys(list(joined))), frozenset(tokens.token_keys(solid)))
