"""Words that are known from the glossary."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.languages import find_language

_WORD = lazy_pattern(r"[^\W_]+")


class KnownWords:
    """The words of a glossary's usable terms, in all their forms and in any letter case.

    A wrong letter case is reported by the rules about terms, and is not a misspelling.

    They are not sent to the engine, because runs with different glossaries share a server.
    """

    def __init__(self, setup: Setup) -> None:
        language = find_language(setup.lang)
        self._words = {
            word.casefold()
            for _, term in setup.glossary.entries(setup.lang)
            if term.status.usable
            for form in language.inflect(term)
            for word in _WORD.findall(form.text)
        }

    def covers(self, text: str, span: Span) -> bool:
        """Return whether each word that `span` touches is a word of a term."""
        words = words_at(text, span)
        return bool(words) and all(word.casefold() in self._words for word in words)


def words_at(text: str, span: Span) -> list[str]:
    """Return the whole words that `span` touches."""
    start, end = span.start, span.end
    while start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and end and text[end - 1].isalnum():
        end += 1
    return _WORD.findall(text, start, end)
