"""Comparable spellings: whether two spellings of a name are used alike in a text."""

import re

from editkit.consistency.spelling_counts import (
    BARE,
    IN_GLOSSARY,
    MODIFIER,
    OUTSIDE_TITLE,
    RUNNING,
    STANDALONE,
    UNJOINED,
    SpellingCount,
)
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.compound_modifiers import PARTICLE
from editkit.languages.en.words.function_words import FUNCTION_WORDS
from editkit.languages.en.words.grammar_words import PARTICLES
from editkit.languages.zh.pinyin import is_pinyin
from editkit.text.characters import HYPHENS

_JOINER = lazy_pattern(rf"[ {HYPHENS}]+")
_LOWER_CAMEL_CASE = lazy_pattern(r"[a-z]{3,}[A-Z][A-Za-z]*")
_CAMEL_CASE = lazy_pattern(r"[a-z]{3,}(?:[A-Z][a-z]+)+")
_PASCAL_CASE = lazy_pattern(
    r"[A-Z]?[a-z]+(?:[A-Z][a-z]+)+|[A-Z]{2,}[a-z]+|[A-Z]{2,}\d*(?:[A-Z][a-z]+)+"
)
_ID_NAME = lazy_pattern(r"[A-Za-z]+(?:Id|ID)s?")
_AFTER_PARTICLE = lazy_pattern(rf"(?:{PARTICLE})[ {HYPHENS}]", re.IGNORECASE)


def are_comparable(winner: str, loser: str, won: SpellingCount, lost: SpellingCount) -> bool:
    """Return whether both spellings are used alike, as words of running text.

    A title, a label and an identifier (`sftpuser`, `executeType`, `LastModified`) follow rules
    of their own, and so does a part of two longer names (`Eye Care Day`, `Eye-Care Activity`).
    Of those, only compounds that translation is known to respell count: pinyin, and `Off Road`.
    A part of the name of a model (`Chat-Suhe-7b`) is none of running text either.
    """
    if won.has(IN_GLOSSARY) or lost.has(IN_GLOSSARY):
        return True
    if _is_identifier(winner, loser) or _is_identifier(loser, winner):
        return False
    if not (won.has(UNJOINED) and lost.has(UNJOINED)) or _have_other_roles(
        winner, loser, won, lost
    ):
        return False
    is_separate = any(each.has(OUTSIDE_TITLE | STANDALONE) for each in (won, lost))
    # A place is one word in pinyin, so its solid spelling in a name is as good: `Hongkong Post`.
    if " " in winner and _JOINER.search(loser) is None and is_pinyin(loser):
        is_separate = lost.has(OUTSIDE_TITLE | STANDALONE)
        is_often_respelled = False
    else:
        is_often_respelled = is_pinyin("".join(winner.split())) or bool(
            _AFTER_PARTICLE.match(winner)
        )
    return (
        won.has(RUNNING)
        and lost.has(RUNNING)
        and bool(is_separate or winner.islower() or is_often_respelled)
    )


def are_camel_case_apart(winner: str, loser: str) -> bool:
    """Return whether one of two words is an identifier in camel case: `stsToken`, `STSToken`.

    A name with a small first letter is not: `visualDL` for `VisualDL`.
    """
    is_identifier = any(map(_LOWER_CAMEL_CASE.fullmatch, (winner, loser)))
    return is_identifier and winner[1:] != loser[1:]


def _is_identifier(text: str, other: str) -> bool:
    """Return whether a word is in the letter case of code, unlike the words of the other.

    A field such as `ClusterID` or `RuleId` is, whatever the capitals of “cluster ID” are.
    """
    if " " in other and _ID_NAME.fullmatch(text):
        return True
    if text.isalpha() and text.islower():
        return not other.islower()
    if (
        " " in other
        and other.split(maxsplit=1)[0] not in FUNCTION_WORDS
        and (
            _LOWER_CAMEL_CASE.fullmatch(text)
            or (_PASCAL_CASE.fullmatch(text) and other.rsplit(maxsplit=1)[-1].islower())
        )
    ):
        return True
    words = _JOINER.split(text)
    return any(map(_CAMEL_CASE.fullmatch, words)) and all(map(is_english, _JOINER.split(other)))


def _have_other_roles(winner: str, loser: str, won: SpellingCount, lost: SpellingCount) -> bool:
    """Return whether an open and a solid spelling differ because one is no noun or modifies one.

    `back off` is a verb and `backoff` a noun, and `run time` modifies as `runtime memory`.
    """
    solid, open_spelling = sorted((winner, loser), key=lambda text: " " in text)
    parts = open_spelling.split()
    if parts[-1] in PARTICLES:
        return len(parts) == 2 and solid.isalpha()  # noqa: PLR2004  (the words of a compound)
    if len(parts) != 2 or not solid.isalpha() or not FUNCTION_WORDS.isdisjoint(parts[1:]):  # noqa: PLR2004  (the words of a compound)
        return False
    if not (winner.islower() and loser.islower()):
        return False
    shared = won.marks & lost.marks
    return not shared & (BARE | MODIFIER)
