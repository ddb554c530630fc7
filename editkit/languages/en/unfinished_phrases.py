"""Unfinished phrases: text that ends in an article, a preposition or a conjunction."""

import re

from editkit.core.lazy_pattern import lazy_pattern

_UNFINISHED = lazy_pattern(
    r"\b(?:the|an?|of|after|before|with|by|for|from|and|or"
    r"|(?:start|end)s?with)\Z",
    re.IGNORECASE,
)
_LONGEST_UNFINISHED = 12


def ends_unfinished(text: str, end: int) -> bool:
    """Return whether the text before `end` ends in a word that cannot end a phrase.

    A mark after it may be named (“put a space after :”), or a word is missing before it.
    """
    return _UNFINISHED.search(text, max(0, end - _LONGEST_UNFINISHED), end) is not None
