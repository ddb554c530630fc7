"""Words that an engine's dictionary lacks: of what sort they are.

A dictionary that lacks a word says little: most of such words are names, and
the rest are rarer words, words of the other English, and misspellings. How
often each sort is a misspelling is measured (`rulebook`).
"""

import re
from collections.abc import Callable

from rapidfuzz.distance import OSA

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.engines.known_words import is_name, opens_sentence
from editkit.languages.en.lexicon import RAREST, look_up
from editkit.languages.en.regional_spelling import spelling
from editkit.languages.en.word_list import is_english
from editkit.languages.zh.pinyin import is_pinyin

_COMMON, _RARE = 5, 7
"""The greatest rarities (`lexicon`) of common and of rare words."""
_SHORT, _MIDDLE = 4, 6
_VOWELS = frozenset("aeiouy")
_RECURRENT = 3
_PREFIX = re.compile(
    r"(?:non|anti|auto|bio|co|counter|cross|cyber|de|dis|eco|electro|ex|extra|geo|hyper|in|infra|inter"
    r"|intra|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|neo|off|on|out|over|para|petro|photo"
    r"|poly|post|pre|pro|pseudo|re|semi|sub|super|tele|thermo|trans|tri|ultra|un|under|up|uni|video)-?"
)
_SUFFIX = re.compile(
    r"(?:able|ably|ed|er|ers|ful|hood|ing|ings|ish|ism|ist|ists|less|like|ly|ness|s|wise|y)"
)
_WORD = re.compile(r"\w+")


def sort(document: Document, span: Span, suggestion: str | None) -> str:
    """Return the sort of the unknown word at `span`, for which `suggestion` is proposed.

    A name, acronym or code is a `name`; a misspelling is told by how far the
    suggestion is, how common, and how long the word: `slip-common-long`.
    """
    text, word = document.text, span.of(document.text)
    if is_name(text, span):
        if not suggestion or not opens_sentence(document, span, suggestion):
            return _name(text, word, suggestion or "")
        word, suggestion = word.lower(), suggestion.lower()
    for name, holds in _SORTS:
        if holds(word, suggestion or "", text):
            return name
    return _misspelling(word, suggestion or "")


def _name(text: str, word: str, suggestion: str) -> str:
    """Return what sort of name it is; a slip in a common word may have a capital, too."""
    like_a_word = (
        word.isalpha()
        and word.istitle()
        and suggestion.istitle()
        and len(word) > _MIDDLE
        and is_english(suggestion)
        and _rarity(suggestion) <= _COMMON
        and _distance(word.lower(), suggestion.lower()) <= 1
        and not is_pinyin(word)
        and not _recurs(text, word, 2)
    )
    return "name-like-a-word" if like_a_word else "name"


def _recurs(text: str, word: str, times: int = _RECURRENT) -> bool:
    """Whether a word stands in the text again and again: its writer means it."""
    if text.count(word) < times:
        return False
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text)) >= times


def _derived(word: str) -> bool:
    """Whether a known word is left when a prefix or a suffix is taken off."""
    head = _PREFIX.match(word)
    if head and len(word) - head.end() >= _SHORT and is_english(word[head.end() :]):
        return True
    return any(
        is_english(stem) and _SUFFIX.fullmatch(word[len(stem) :])
        for stem in (word[:end] for end in range(len(word) - 1, _SHORT, -1))
    )


_SORTS: tuple[tuple[str, Callable[[str, str, str], bool]], ...] = (
    ("odd", lambda word, _, __: not word.isalpha()),
    ("dialect", lambda word, _, __: spelling(word) is not None),
    ("english", lambda word, _, __: is_english(word) or look_up(word) is not None),
    ("strange", lambda _, suggestion, __: not suggestion),
    ("lowered", lambda word, suggestion, __: suggestion.lower() == word),
    ("recurrent", lambda word, _, text: _recurs(text, word)),
    ("pinyin", lambda word, _, __: len(word) > _SHORT and is_pinyin(word)),
    ("derived", lambda word, _, __: _derived(word)),
)
"""What a word may be that is no misspelling, or not of the suggestion: the first that holds."""


def _misspelling(word: str, suggestion: str) -> str:
    parts = _WORD.findall(suggestion)
    if len(parts) > 1:
        if "".join(parts) != word:
            return "split-otherwise"
        return "split-common" if max(map(_rarity, parts)) < _COMMON else "split-rare"
    if not suggestion.isalpha() or suggestion[:1].isupper():
        return "to-a-name"
    far = _distance(word, suggestion)
    rarity = _rarity(suggestion)
    how = "slip" if far <= 1 else "near" if far <= 2 else "far"  # noqa: PLR2004
    what = "common" if rarity <= _COMMON else "rare" if rarity <= _RARE else "rarest"
    size = "short" if len(word) <= _SHORT else "middle" if len(word) <= _MIDDLE else "long"
    return f"{how}-{what}-{size}"


def _rarity(word: str) -> int:
    found = look_up(word)
    return found.rarity if found else RAREST + 1


def _distance(word: str, wanted: str) -> float:
    """Return how many slips turn `wanted` into `word`.

    A letter doubled or a vowel changed counts about half, the first letter double.
    """
    far = float(OSA.distance(word, wanted))
    if _undoubled(word) == _undoubled(wanted):
        far -= 0.5
    elif _consonants(word) == _consonants(wanted):
        far -= 0.4
    return far + (word[:1] != wanted[:1])


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in _VOWELS)
