"""Ranking of the spellings of a name."""

import re

from editkit.consistency.name_words import is_coined
from editkit.consistency.spelling_counts import (
    IN_GLOSSARY,
    SpellingCount,
    SpellingPosition,
)
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.words.compound_modifiers import (
    PARTICLE,
)
from editkit.languages.zh.pinyin import is_pinyin
from editkit.languages.zh.surnames import COMMON_SURNAMES
from editkit.text.characters import HYPHENS, INVISIBLE

_ODD_CHARACTERS = lazy_pattern(
    rf"[^\S ]|  | [{HYPHENS}]|[{HYPHENS}] |[{INVISIBLE}]|(?<=[^\W\d_])[0158](?=[^\W\d_])|"
    r"\b[0158](?=[A-Z]{2})|[a-z][01]\b|[A-Z]{2}0\b"
)
_JOINER = lazy_pattern(rf"[ {HYPHENS}]+")
_PARTICLE = lazy_pattern(rf"(?:{PARTICLE})[{HYPHENS}]", re.IGNORECASE)


def rank(
    text: str, spellings: dict[str, SpellingCount]
) -> tuple[int | bool | SpellingPosition, ...]:
    """Return the sort key of one of several spellings; the best one sorts first.

    A spelling in the glossary wins, else the more frequent one. A hyphen after a particle
    (`Off-Road`) counts double, because translation loses it and never adds one. Ties are
    resolved in favor of the spelling without odd spaces, spaced hyphens or digits; then of
    more capitals if the lengths are equal, because translation loses capitals; then of the
    spelling that differs least from the others; then of the first one (decisions 004 and
    033).
    """
    spelling = spellings[text]
    is_particle_hyphenated = bool(_PARTICLE.match(text)) and any(
        " " in other for other in spellings
    )
    is_same_length = len({len(other) for other in spellings}) == 1
    capitals = sum(map(str.isupper, text)) if is_same_length else 0
    distance = sum(a != b for other in spellings for a, b in zip(text, other, strict=False))
    return (
        not spelling.has(IN_GLOSSARY),
        -spelling.count * (2 if is_particle_hyphenated else 1),
        not is_particle_hyphenated,
        _is_odd(text, spellings),
        -capitals,
        distance,
        spelling.positions[0],
        spelling.word_count,
    )


def _is_odd(text: str, spellings: dict[str, SpellingCount]) -> bool:
    if _ODD_CHARACTERS.search(text) or (not text.isascii() and any(map(str.isascii, spellings))):
        return True
    if is_pinyin("".join(text.split())) and any(" " not in other for other in spellings):
        # Places and given names are one word, with the surname separate (GB/T 16159).
        return " " in text and text.split(maxsplit=1)[0].lower() not in COMMON_SURNAMES
    is_solid = len(spellings) > 1 and _JOINER.search(text) is None
    return is_solid and is_coined(text) and any(map(_JOINER.search, spellings))
