"""Comparable spellings: whether two spellings of a name are used alike in a text."""

import re

from editkit.consistency.spelling_counts import (
    IN_GLOSSARY,
    OUTSIDE_TITLE,
    RUNNING,
    STANDALONE,
    SpellingCount,
)
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.compound_modifiers import PARTICLE
from editkit.languages.zh.pinyin import is_pinyin
from editkit.text.characters import HYPHENS

_JOINER = lazy_pattern(rf"[ {HYPHENS}]+")
_CAMEL_CASE = lazy_pattern(r"[a-z]{3,}(?:[A-Z][a-z]+)+")
_PASCAL_CASE = lazy_pattern(r"[A-Z]?[a-z]+(?:[A-Z][a-z]+)+")
_AFTER_PARTICLE = lazy_pattern(rf"(?:{PARTICLE})[ {HYPHENS}]", re.IGNORECASE)


def are_comparable(winner: str, loser: str, won: SpellingCount, lost: SpellingCount) -> bool:
    """Return whether both spellings are used alike, as words of running text.

    A title, a label and an identifier (`sftpuser`, `executeType`, `LastModified`) follow rules
    of their own, and so does a part of two longer names (`Eye Care Day`, `Eye-Care Activity`).
    Of those, only compounds that translation is known to respell count: pinyin, and `Off Road`.
    """
    if won.has(IN_GLOSSARY) or lost.has(IN_GLOSSARY):
        return True
    if _is_identifier(winner, loser) or _is_identifier(loser, winner):
        return False
    is_separate = any(each.has(OUTSIDE_TITLE | STANDALONE) for each in (won, lost))
    is_often_respelled = is_pinyin("".join(winner.split())) or _AFTER_PARTICLE.match(winner)
    return (
        won.has(RUNNING)
        and lost.has(RUNNING)
        and bool(is_separate or winner.islower() or is_often_respelled)
    )


def _is_identifier(text: str, other: str) -> bool:
    """Return whether a word is in the letter case of code, unlike the words of the other."""
    if text.isalpha() and text.islower():
        return not other.islower()
    if _PASCAL_CASE.fullmatch(text) and other.islower() and " " in other:
        return True
    words = _JOINER.split(text)
    return any(map(_CAMEL_CASE.fullmatch, words)) and all(map(is_english, _JOINER.split(other)))
