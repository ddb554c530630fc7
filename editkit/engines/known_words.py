"""The words that a glossary knows, whatever an engine's dictionary says."""

import re
from bisect import bisect_right

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.span import Span
from editkit.languages.en.inflection import surface_forms
from editkit.languages.en.word_list import is_english

_WORD = re.compile(r"[^\W_]+")
_LAST_BASIC_LATIN = "\u024f"
_JOINED = "[-\u2010\u2011]"
_JOINED_BEFORE = re.compile(rf"(?:[^\W_]+{_JOINED})+\Z")
_JOINED_AFTER = re.compile(rf"(?:{_JOINED}[^\W_]+)+")
_REACH = 40
_PLAIN_WORD = re.compile(r",? [a-z]")


class KnownWords:
    """The words of the usable terms of a run's glossary, in all their forms.

    They are kept on this side of the engine, so that a server shared by many
    runs is right for each of their glossaries.
    """

    def __init__(self, setup: Setup) -> None:
        self._words = {
            word
            for _, term in setup.glossary.entries(setup.lang)
            if term.status.usable
            for form in surface_forms(term)
            for word in _WORD.findall(form.text)
        }

    def cover(self, text: str, span: Span) -> bool:
        """Whether every word that `span` touches is a term's, or a term's written large."""
        words = _words_under(text, span)
        return bool(words) and all(map(self._known, words))

    def _known(self, word: str) -> bool:
        return word in self._words or word.lower() in self._words


def is_name(text: str, span: Span) -> bool:
    """Whether what stands at `span` looks like a name or a code and not like a plain word.

    It has a digit or a letter of another alphabet in it, or it or a part that
    a hyphen joins to it has a capital (“al-Harbi”). Four in five of the
    spelling alarms on clean news are about such words.
    """
    before = _JOINED_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    after = _JOINED_AFTER.match(text, span.end)
    if any(char.isupper() for part in (before, after) if part for char in part[0]):
        return True
    return any(
        char.isupper() or char.isdigit() or (char.isalpha() and char > _LAST_BASIC_LATIN)
        for word in _words_under(text, span)
        for char in word
    )


def opens_sentence(document: Document, span: Span, correction: str) -> bool:
    """Whether a capitalised word is more likely an English one, misspelt, than a name.

    It opens a sentence and stands nowhere else, no second name follows, and
    `correction` is English. Two of 1,700 unknown words with a capital on 117,000
    words of clean news are names all the same.
    """
    text, segments = document.text, document.segments
    word = span.of(text)
    if not (word.isalpha() and word.istitle() and _PLAIN_WORD.match(text, span.end)):
        return False
    at = bisect_right(segments, span.start, key=lambda segment: segment.span.start) - 1
    if at < 0 or _WORD.search(text, segments[at].span.start, span.start):
        return False
    return text.count(word) == 1 and is_english(correction)


def _words_under(text: str, span: Span) -> list[str]:
    start, end = span.start, span.end
    while start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and end and text[end - 1].isalnum():
        end += 1
    return _WORD.findall(text, start, end)
