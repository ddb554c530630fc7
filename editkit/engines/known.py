"""The words that a glossary knows, whatever an engine's dictionary says."""

import re

from editkit.core.check import Setup
from editkit.core.span import Span
from editkit.text.forms import surface_forms

_WORD = re.compile(r"[^\W_]+")
_LAST_BASIC_LATIN = "\u024f"


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

    It has a capital, a digit or a letter of another alphabet in it. Four in
    five of the spelling alarms on clean news are about such words.
    """
    return any(
        char.isupper() or char.isdigit() or (char.isalpha() and char > _LAST_BASIC_LATIN)
        for word in _words_under(text, span)
        for char in word
    )


def _words_under(text: str, span: Span) -> list[str]:
    start, end = span.start, span.end
    while start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and end and text[end - 1].isalnum():
        end += 1
    return _WORD.findall(text, start, end)
