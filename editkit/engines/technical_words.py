"""Technical words: words missing from a dictionary that a document with code intends."""

from collections.abc import Sequence

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.engines.unknown_words import classify_unknown, recurs
from editkit.languages.en.lexicon import WordClass, has_class
from editkit.languages.en.word_list import is_english
from editkit.languages.prose_view import DocumentCode

_LETTERS = lazy_pattern(r"[^\W\d_]+")
_BULLET = lazy_pattern(r"[-*+•]\s+")
_MIN_TECHNICAL_RECURRENCES = 2
_MIN_HALF_LENGTH = 4
_TYPOS = frozenset(
    {
        "listed",
        "slip-common-middle",
        "slip-common-long",
        "only-common-middle",
        "only-common-long",
    }
)
"""Classes of words that are misspelled more often than not; those that recur are not in them."""


def is_technical_word(
    document: Document, span: Span, suggestions: Sequence[str], code: DocumentCode
) -> bool:
    """Return whether the unknown word at `span` is probably intended, given the document's code.

    Its unknown parts are words of the code (`Zipkin-server`). In a document with much code
    it may also recur (`systemd`, `SOFA-Jraft`), be joined from two nouns (`toolchain`), or
    be a list item or a table cell by itself in lowercase: these are identifiers and handles.
    It is not if the first suggestion is the word in another letter case (`MySQL`). Nor is a word
    that the code lacks if it differs from a common one in a letter and occurs once or twice
    (`databse`), unless that letter is added at its end (`systemd`).
    """
    text, word = document.text, span.of(document.text)
    if suggestions and suggestions[0].lower() == word.lower():
        return False
    unknown = [part for part in _LETTERS.findall(word) if not is_english(part)]
    if unknown and all(part.lower() in code.words for part in unknown):
        return True
    if not code.is_technical:
        return False
    best = suggestions[0] if suggestions else ""
    if not word.startswith(best) and classify_unknown(document, span, suggestions) in _TYPOS:
        return False
    if unknown and all(
        part.isupper() or recurs(text, part, _MIN_TECHNICAL_RECURRENCES) for part in unknown
    ):
        return True
    return word.islower() and (_is_compound_noun(word) or _is_block(document, span))


def _is_compound_noun(word: str) -> bool:
    return any(
        has_class(word[:at], WordClass.NOUN, WordClass.ADJECTIVE)
        and has_class(word[at:], WordClass.NOUN)
        for at in range(_MIN_HALF_LENGTH, len(word) - _MIN_HALF_LENGTH + 1)
    )


def _is_block(document: Document, span: Span) -> bool:
    """Return whether a list item or a table cell has no other text."""
    block = document.block_at(span.start)
    if block is None:
        return False
    return _BULLET.sub("", block.span.of(document.text).strip(), count=1) == span.of(document.text)
