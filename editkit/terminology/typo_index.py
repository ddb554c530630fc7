"""Index of glossary words by typos at edit distance 1."""

from collections.abc import Callable, Iterable
from itertools import chain

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.zh.pinyin import is_pinyin

_MIN_LENGTH = 5
_MIN_SUBSTITUTION_LENGTH = 7
_INFLECTIONS = frozenset("sdrnyle'")
_LETTERS = lazy_pattern(r"[^\W\d_]+")


class TypoIndex:
    """Index of the words of a glossary, to look up the intended word of a typo.

    A typo is one letter omitted, inserted, doubled or substituted, or two adjacent letters
    transposed (Damerau). The time of a lookup depends on the length of the word only.
    `is_word` returns whether a word is one of the language of the text.
    """

    def __init__(self, words: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        self._is_capitalized: dict[str, bool] = {}
        for word in words:
            if len(word) >= _MIN_LENGTH and _LETTERS.fullmatch(word):
                low = word.lower()
                self._is_capitalized[low] = word[0].isupper() and self._is_capitalized.get(
                    low, True
                )
        self._max_length = max(map(len, self._is_capitalized), default=0) + 1
        self._names = _by_deletions(low for low, name in self._is_capitalized.items() if name)
        self._words = _by_deletions(low for low, name in self._is_capitalized.items() if not name)

    def intended(self, word: str) -> tuple[str, ...]:
        """Return the words of the glossary, in lowercase, that `word` may be a typo of.

        Returns none for a word of the language, a word that differs in its inflection only, a
        lowercase word if the glossary word is a name, and pinyin if both words are pinyin:
        Shanxi is not Shaanxi.
        """
        low = word.lower()
        if not _MIN_LENGTH - 1 <= len(low) <= self._max_length or low in self._is_capitalized:
            return ()
        if not _LETTERS.fullmatch(word):
            return ()
        tables = (self._words, self._names) if word[0].isupper() else (self._words,)
        shorter = (low, *_deletions(low))
        found = (listed for table in tables for listed in map(table.get, shorter) if listed)
        candidates = set(chain.from_iterable(found))
        return tuple(
            listed
            for listed in sorted(candidates)
            if _is_one_typo(low, listed) and not self._are_both_valid(low, listed)
        )

    def _are_both_valid(self, word: str, intended: str) -> bool:
        return self._is_word(word) or (is_pinyin(word) and is_pinyin(intended))


def _by_deletions(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the words indexed by themselves and by each deletion of one letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        for short in {word, *_deletions(word)}:
            found[short] = (*found[short], word) if short in found else (word,)
    return found


def _deletions(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _is_one_typo(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(short))
    if len(a) != len(b):
        return short[at:] == long[at + 1 :] and not _is_inflection(short, long, at)
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return swapped or (len(a) >= _MIN_SUBSTITUTION_LENGTH and a[at + 1 :] == b[at + 1 :])


def _is_inflection(short: str, long: str, at: int) -> bool:
    return at == len(short) and long[-1] in _INFLECTIONS
