"""Letter case: tests and conversions."""

import re
from functools import lru_cache

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.characters import SEPARATOR_PATTERN

_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")


@lru_cache(maxsize=8192)
def has_capital(text: str) -> bool:
    """Return whether `text` contains a capital, so that its letter case matters."""
    return any(char.isupper() for char in text)


def differs_in_case(found: str, expected: str) -> bool:
    """Return whether a letter that both texts share differs in case.

    Spaces and hyphens are ignored. If the texts differ in length, only their capitals are
    compared.
    """
    found_chars, expected_letters = (
        SEPARATOR_PATTERN.sub("", found),
        SEPARATOR_PATTERN.sub("", expected),
    )
    if len(found_chars) != len(expected_letters):
        return [*filter(str.isupper, found_chars)] != [*filter(str.isupper, expected_letters)]
    pairs = zip(found_chars, expected_letters, strict=True)
    return any(x != y and x.casefold() == y.casefold() for x, y in pairs)


def capitalize(text: str) -> str:
    """Return `text` with a capital first letter; a mixed-case first word is kept (`iBLUE`)."""
    first = _WORD.search(text)
    if not first or first.start() or any(char.isupper() for char in first[0]):
        return text
    return text[:1].upper() + text[1:]


def upper_case(text: str) -> str:
    """Return `text` in capitals, except words of mixed case or script, such as `αS`.

    >>> upper_case("Foton αS electric vehicles")
    'FOTON αS ELECTRIC VEHICLES'
    """

    def uppercased(word: re.Match[str]) -> str:
        whole = word[0]
        is_plain = whole.isascii() and whole[1:] == whole[1:].lower()
        return whole.upper() if is_plain else whole

    return _WORD.sub(uppercased, text)


def is_all_capitals(line: str) -> bool:
    """Return whether `line` has at least two words of letters, all of them in capitals."""
    words = [w for w in _WORD.findall(line) if w.isalpha() and len(w) > 1]
    return len(words) > 1 and all(w.isupper() for w in words)
