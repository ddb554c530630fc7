"""Spellings of one name that differ in diacritics."""

from editkit.consistency.spelling_counts import IN_GLOSSARY, SpellingCount
from editkit.languages.en.word_list import is_english
from editkit.languages.zh.pinyin import is_pinyin
from editkit.text.diacritics import without_diacritics

_MIN_RATIO = 2
"""How much more frequent one spelling must be for the other to be its variant."""
_PINYIN_LETTERS = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ")


def is_diacritic_variant(winner: str, loser: str, won: SpellingCount, lost: SpellingCount) -> bool:
    """Return whether two spellings are one name, of which the rarer has other diacritics.

    English words are other words (`Rose`, `Rosé`), and so are syllables of pinyin (`Lü`, `Lu`).
    """
    if len(loser.split()) != len(winner.split()):
        return False
    words = list(zip(loser.split(), winner.split(), strict=True))
    differing = [(a, b) for a, b in words if a != b]
    are_names = all(a[0].isupper() and b[0].isupper() for a, b in words)
    are_other_words = any(is_english(a) or is_english(b) for a, b in differing)
    are_pinyin = all(_may_be_pinyin(a) and _may_be_pinyin(b) for a, b in differing)
    is_majority = won.count >= _MIN_RATIO * lost.count or won.has(IN_GLOSSARY)
    return are_names and is_majority and not are_other_words and not are_pinyin


def _may_be_pinyin(word: str) -> bool:
    marked = {letter for letter in word.lower() if not letter.isascii()}
    return marked <= _PINYIN_LETTERS and is_pinyin(without_diacritics(word))
