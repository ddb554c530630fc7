"""Repeated runs of words: a quick look whether a text can have spelling variants."""

from collections.abc import Sequence
from itertools import accumulate

from editkit.consistency.mentions import MAX_WORDS
from editkit.consistency.name_words import is_ordinary, looks_like_name
from editkit.core.document import Document
from editkit.languages.en.compounds.compound_parts import has_compound
from editkit.text import tokens
from editkit.text.characters import FIRST_HAN


def may_have_variants(document: Document) -> bool:
    """Return False only if no name or compound of the document has two spellings.

    Two spellings of a name are runs of words with the same key. If no word has a hyphen or
    is unusual, a single word is one of them only if it is a name, or equals a longer run.
    """
    if has_compound(document.text):
        return True
    found = tokens.token_pattern(document.text).findall(document.text)
    words = [word for word in found if word[0].isalnum() and word[0] < FIRST_HAN]
    keys = tokens.token_keys(words)
    return _has_name_in_two_spellings(words, keys) or _has_repeated_run(keys)


def _has_name_in_two_spellings(words: Sequence[str], keys: Sequence[str]) -> bool:
    spellings: dict[str, str] = {}
    return any(
        spellings.setdefault(key, word) != word
        for word, key in zip(words, keys, strict=True)
        if looks_like_name(word) and not is_ordinary(word)
    )


def _has_repeated_run(keys: Sequence[str]) -> bool:
    """Return whether two runs of words, at least one of several words, have the same key."""
    seen = set(keys)
    for first in range(len(keys)):
        run = list(accumulate(keys[first : first + MAX_WORDS]))[1:]
        if not seen.isdisjoint(run):
            return True
        seen.update(run)
    return False
