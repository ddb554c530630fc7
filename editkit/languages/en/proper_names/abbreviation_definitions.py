"""Definitions of abbreviations in brackets: `World Harbour Organization (WHO)`.

The long form is found with a stricter variant of the algorithm of Schwartz and Hearst (A
simple algorithm for identifying abbreviation definitions in biomedical text, Pacific
Symposium on Biocomputing 2003): the first letter of the abbreviation begins the long form,
and every capital begins a word of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.words.function_words import OMITTED_IN_ABBREVIATIONS

SHORT = r"[A-Z][A-Za-z&-]{0,8}[A-Z]"
"""Pattern of an abbreviation in brackets."""
_SHORT = lazy_pattern(rf"\s\((?:the\s)?[\"“]?(?P<short>{SHORT})s?[\"”]?\)")
_WORD_START = lazy_pattern(r"\b\w")
_WORD = lazy_pattern(r"[^\W_]+")
_BREAK = lazy_pattern(r"[.;:!?()\[\]\n\"“”]")
_MAX_LONG_FORM = 160


@dataclass(frozen=True, slots=True)
class AbbreviationDefinition:
    """An abbreviation in brackets after its long form.

    `span` covers the abbreviation, `whole` the long form and the brackets.
    """

    long: str
    short: str
    span: Span
    whole: Span


@dataclass(frozen=True, slots=True)
class DefinitionLocation:
    """A definition and the document that contains it."""

    uri: str
    definition: AbbreviationDefinition


@dataclass(slots=True)
class Definitions:
    """Definitions in documents; merging is independent of the order."""

    locations: list[DefinitionLocation] = field(default_factory=list)

    def merge(self, other: "Definitions") -> "Definitions":
        """Return the definitions of both."""
        return Definitions(self.locations + other.locations)


def find_definitions(document: Document) -> Iterator[AbbreviationDefinition]:
    """Yield the definitions in `document`, in order.

    An abbreviation whose letters do not match is included if the words before it are
    abbreviated differently elsewhere.
    """
    text = document.text
    found = [
        (match, text[max(block.span.start, match.start() - _MAX_LONG_FORM) : match.start()])
        for block in document.blocks
        for match in _SHORT.finditer(text, block.span.start, block.span.end)
    ]
    starts = [long_form_start(before, match["short"]) for match, before in found]
    pairs = list(zip(found, starts, strict=True))
    long_forms = {before[at:] for (_, before), at in pairs if at is not None}
    for (match, before), matched in pairs:
        start = matched
        if start is None:
            word_starts = (word.start() for word in _WORD_START.finditer(before))
            start = next((at for at in word_starts if before[at:] in long_forms), None)
        if start is not None:
            at = match.start() - len(before) + start
            long = re.sub(r"\s+", " ", before[start:])
            span = Span(*match.span("short"))
            yield AbbreviationDefinition(long, match["short"], span, Span(at, match.end()))


def long_form_start(before: str, short: str) -> int | None:
    """Return the offset in `before` of the long form of `short`, which ends `before`.

    Small words (of, and, the) may be omitted from the abbreviation. Returns None if the
    letters do not match.

    >>> long_form_start("at the Bank of Suhe", "BOS"), long_form_start("at the Suhe Bank", "SB")
    (7, 7)
    """
    letters = [letter.lower() for letter in short if letter.isalpha()]
    clause_start = max((found.end() for found in _BREAK.finditer(before)), default=0)
    words = list(_WORD.finditer(before, clause_start))[-2 * len(letters) - 2 :]
    return _fit(words, letters)


def _fit(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """Match letters to words from last to first; each word matches one or more letters."""
    if not words or not letters:
        return None
    word = words[-1][0].lower()
    for taken in range(min(len(letters), len(word)), 0, -1):
        if _has_letters_in_order(word, letters[-taken:]):
            if taken == len(letters):
                return words[-1].start()
            found = _fit(words[:-1], letters[:-taken])
            if found is not None:
                return found
    return _fit(words[:-1], letters) if word in OMITTED_IN_ABBREVIATIONS else None


def _has_letters_in_order(word: str, letters: list[str]) -> bool:
    """Return whether `word` begins with the first letter and has the others in order."""
    rest = iter(word)
    return word[0] == letters[0] and all(letter in rest for letter in letters)
