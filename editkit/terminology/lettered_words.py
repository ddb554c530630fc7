"""Words of a letter and a word, which are the same with a hyphen: `email` and `e-mail`."""

import re

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.base import Language

_SOLID = lazy_pattern(r"[b-hj-z][a-z]{2,}")
_HYPHENATED = lazy_pattern(r"[b-hj-z]-[a-z]{2,}", re.IGNORECASE)
"""Without `a` and `I`, which are words: `a-round` is not `around`."""


def may_split_after_letter(term_text: str, language: Language) -> bool:
    """Return whether a hyphen may follow the first letter of a term: `email`, not `engine`."""
    return bool(_SOLID.fullmatch(term_text)) and language.may_be_words(term_text[1:])


def are_one_word(text: str, term_text: str) -> bool:
    """Return whether a hyphen after the first letter of one of two spellings joins one word.

    The letters of both are the same. A longer first part may make another word: `re-sign`.
    """
    return any(map(_HYPHENATED.fullmatch, (text, term_text)))
