"""Words that are one slip of the keyboard away from a word of a term."""

import re
from collections.abc import Iterable
from itertools import chain

from editkit.languages.en.word_list import is_english
from editkit.languages.zh.pinyin import is_pinyin

_SHORTEST = 5
_SHORTEST_REPLACED = 7
_INFLECTIONS = frozenset("sdrnyle'")
_PLAIN = re.compile(r"[^\W\d_]+")


class SlipIndex:
    """The words of a glossary, found again from a word with one slip in it.

    A slip is a letter left out, put in, put twice, replaced, or two letters that
    changed places (Damerau). Built from the words that terms are made of; a
    look-up takes time in proportion to the length of the word alone.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._capital: dict[str, bool] = {}
        for word in words:
            if len(word) >= _SHORTEST and _PLAIN.fullmatch(word):
                low = word.lower()
                self._capital[low] = word[0].isupper() and self._capital.get(low, True)
        self._longest_slip = max(map(len, self._capital), default=0) + 1
        self._names = _shortened(low for low, name in self._capital.items() if name)
        self._words = _shortened(low for low, name in self._capital.items() if not name)

    def meant(self, word: str) -> tuple[str, ...]:
        """Return the words of the glossary, in lower case, that `word` may be a slip of.

        None for an English word, for one that differs by its inflection only, for
        a small-letter word where the glossary has a name, and for two words that
        are both pinyin: Shanxi is not Shaanxi.
        """
        low = word.lower()
        if not _SHORTEST - 1 <= len(low) <= self._longest_slip or low in self._capital:
            return ()
        if not _PLAIN.fullmatch(word):
            return ()
        tables = (self._words, self._names) if word[0].isupper() else (self._words,)
        shorter = (low, *_deletions(low))
        found = (wanted for table in tables for wanted in map(table.get, shorter) if wanted)
        near = set(chain.from_iterable(found))
        return tuple(
            wanted
            for wanted in sorted(near)
            if _one_slip(low, wanted) and not _both_right(low, wanted)
        )


def _shortened(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words under themselves and under what is left of each without one letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        for short in {word, *_deletions(word)}:
            found[short] = (*found[short], word) if short in found else (word,)
    return found


def _deletions(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_slip(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(short))
    if len(a) != len(b):
        return short[at:] == long[at + 1 :] and not _inflection(short, long, at)
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return swapped or (len(a) >= _SHORTEST_REPLACED and a[at + 1 :] == b[at + 1 :])


def _inflection(short: str, long: str, at: int) -> bool:
    return at == len(short) and long[-1] in _INFLECTIONS


def _both_right(word: str, wanted: str) -> bool:
    return is_english(word) or (is_pinyin(word) and is_pinyin(wanted))
