"""Title case: tests and conversion, given the minor words of a language."""

import re
from functools import lru_cache

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.casing import capitalize, has_capital, is_all_capitals

_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_LONG_WORD = lazy_pattern(r"[^\W\d_]{4,}")
_MAX_TITLE_LENGTH = 200
_MIN_TITLE_WORDS = 3  # words of four or more letters
_TITLE_CAPITAL_SHARE = 0.7
_SENTENCE_CAPITAL_SHARE = 0.9  # of a line that ends like a sentence
SENTENCE_MARKS = (".", "!", "?")


@lru_cache(maxsize=8192)
def is_allowed_case(found: str, expected: str, minor_words: frozenset[str]) -> bool:
    """Return whether `found`, with the same letters as `expected`, has an allowed letter case.

    Allowed are: the case of `expected`; a capital first letter for a lowercase one; title
    case, if all main words are capitalized; and all capitals, if `expected` has no capital.
    """
    if found == expected:
        return True
    if found.isupper() and len(found) > 1 and not has_capital(expected):
        return True
    found_words, expected_words = _WORD.findall(found), _WORD.findall(expected)
    if len(found_words) != len(expected_words):
        return False
    pairs = [(f, w) for f, w in zip(found_words, expected_words, strict=True) if f != w]
    if any(f[0].lower() + f[1:] != w or not w.islower() for f, w in pairs):
        return False
    is_title = all(
        f[0].isupper() for f in found_words if f.lower() not in minor_words and f[0].isalpha()
    )
    return is_title or (
        len(pairs) == 1 and found_words[0] != expected_words[0] and not has_capital(expected)
    )


def is_title_case(text: str, minor_words: frozenset[str]) -> bool:
    """Return whether `text` has at least two main words, all of them capitalized."""
    main_words = [
        w for w in _WORD.findall(text) if w.lower() not in minor_words and w[0].isalpha()
    ]
    return len(main_words) > 1 and all(w[0].isupper() for w in main_words)


def is_title_line(text: str, minor_words: frozenset[str]) -> bool:
    """Return whether most words of a line are capitalized because it is a title."""
    if is_title_case(text, minor_words) or is_all_capitals(text):
        return True
    long_words = _LONG_WORD.findall(text) if len(text) < _MAX_TITLE_LENGTH else []
    share = _SENTENCE_CAPITAL_SHARE if text.endswith(SENTENCE_MARKS) else _TITLE_CAPITAL_SHARE
    capitals = sum(w[0].isupper() for w in long_words)
    return len(long_words) >= _MIN_TITLE_WORDS and capitals >= share * len(long_words)


def title_case(text: str, minor_words: frozenset[str]) -> str:
    """Return `text` in title case: main words capitalized, mixed-case words unchanged."""

    def capitalized(word: re.Match[str]) -> str:
        is_small = word[0].lower() in minor_words and word.start() > 0
        return word[0] if is_small else capitalize(word[0])

    return _WORD.sub(capitalized, text)
