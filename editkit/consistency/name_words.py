"""Name words: whether a single word may be a name, by its letters and the word list."""

from functools import lru_cache

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.word_list import is_english

_MIXED_WORD = lazy_pattern(r"(?=.*[^\W\d_])(?=.*(?:\d|[^\x00-\x7f]|(?<=\w)[A-Z]))\w+")


@lru_cache(maxsize=100_000)
def looks_like_name(word: str) -> bool:
    """Return whether a word begins with a capital, or has a digit or capital inside."""
    return word[0].isupper() or bool(_MIXED_WORD.fullmatch(word))


@lru_cache(maxsize=100_000)
def is_ordinary(word: str) -> bool:
    """Return whether a word by itself is not a name: an English word in plain letters."""
    return word.isascii() and word[1:].islower() and is_english(word)


def is_coined(word: str) -> bool:
    """Return whether `word` is neither an English word nor a compound of English words."""
    return word[0].isalpha() and not all(map(is_english, word.split("-")))
