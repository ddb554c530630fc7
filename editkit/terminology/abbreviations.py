"""Abbreviations that an article defines for glossary terms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.language import matches
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en import names
from editkit.terminology.classify import Occurrence
from editkit.terminology.matcher import TermEntry
from editkit.terminology.scan import term_occurrences
from editkit.text.context import MatchContext

_SHORT = r"[A-Z](?:[A-Za-z]|&(?=[A-Z])){0,8}[A-Z]"
_ACRONYM = lazy_pattern(_SHORT)
_IN_BRACKETS = lazy_pattern(
    rf"\((?:(?:the|hereafter|hereinafter) )?[\"“'‘]?({_SHORT})s?[\"”'’]?[);,]"
)
_BEFORE_BRACKET = lazy_pattern(rf"(?<![\w&.-])({_SHORT})s?[ \u00a0]?\(")
_MIN_LENGTH = 3
_MIN_SUBSTITUTION_LENGTH = 4
_MAX_LENGTH_DIFFERENCE = 2
_EXCEPTIONS = frozenset({"ISO", "UTC"})
"""Abbreviations whose letters have the order of no language."""


@dataclass(frozen=True, slots=True)
class AbbreviatedTerm:
    """A definition of an abbreviation: `span` abbreviates the term in `occurrence`."""

    span: Span
    occurrence: Occurrence


@dataclass(frozen=True, slots=True)
class ExpectedAbbreviation:
    """The correct abbreviation of a term: listed in the glossary, or made of its initials."""

    text: str
    is_listed: bool


def find_abbreviated_terms(context: LintContext) -> Iterator[AbbreviatedTerm]:
    """Yield the definitions of abbreviations of terms, in brackets or before them.

    Skips an abbreviation that is itself an occurrence of a term.
    """
    text = context.document.text
    bracketed = {_end_of_word_before(text, m.start()): m for m in _IN_BRACKETS.finditer(text)}
    before = {m.end(): m for m in _BEFORE_BRACKET.finditer(text)} if "(" in text else {}
    if not bracketed and not before:
        return
    listed = context.get(term_occurrences)
    listed_starts = {o.span.start for o in listed}
    for occurrence in listed:
        found = bracketed.get(occurrence.span.end)
        if found is None and text.startswith(")", occurrence.span.end):
            found = before.get(occurrence.span.start)
        if found and occurrence.kind.is_correct and found.start(1) not in listed_starts:
            yield AbbreviatedTerm(Span(*found.span(1)), occurrence)


def find_uses(document: Document, abbreviated: AbbreviatedTerm) -> Iterator[Span]:
    """Yield the spans of an abbreviation, from its definition on."""
    start = min(abbreviated.span.start, abbreviated.occurrence.span.start)
    abbreviation = re.escape(abbreviated.span.of(document.text))
    pattern = re.compile(rf"(?<![\w&.'’-]){abbreviation}(?=s?(?![\w&]))")
    for found in pattern.finditer(document.text, start):
        span = Span(*found.span())
        if not MatchContext(document, span).in_address:
            yield span


def expected_abbreviation(entry: TermEntry, found: str, lang: str) -> ExpectedAbbreviation | None:
    """Return the correct abbreviation of a term; None if `found` is acceptable.

    `found` is not acceptable if the glossary lists a different one, or if it has the
    initials of the term in another order or with one letter substituted. An abbreviation
    that does not resemble the initials may come from another language.
    """
    long = entry.form.text
    name = names.parse_name(long.replace(",", "").replace(".", ""))
    if not name or len(name.words) == 1:
        return None
    listed = [
        term.text
        for term in entry.concept.terms
        if term.status.usable and matches(term.lang, lang)
        if _ACRONYM.fullmatch(term.text) and term.text not in name.words
    ]
    if found in listed:
        return None
    if listed:
        expected = min(listed, key=lambda text: abs(len(text) - len(found)))
        is_wrong = _can_only_abbreviate(found, long, expected)
        return ExpectedAbbreviation(expected, is_listed=True) if is_wrong else None
    initials = _initials(name)
    if found in initials or found in _EXCEPTIONS or not found.isupper():
        return None
    wrong = (text for text in initials if _is_garbled(found, text, long))
    return next((ExpectedAbbreviation(text, is_listed=False) for text in wrong), None)


def _end_of_word_before(text: str, bracket: int) -> int:
    """Return the end of the word before the bracket."""
    return bracket - 1 if text[bracket - 1 : bracket] in {" ", "\u00a0", "\n"} else bracket


def _initials(name: names.Name) -> tuple[str, ...]:
    """Return the initials of a name, without and with those of the small words."""
    plain = "".join(word[0] for word in name.words)
    small = ("".join(w[0] for w in link.split() if w.isalpha()) for link in name.links)
    full = "".join(a + word[0] for a, word in zip(small, name.words, strict=True))
    return tuple(dict.fromkeys((plain.upper(), full.upper())))


def _can_only_abbreviate(found: str, long: str, expected: str) -> bool:
    """Return whether `found` is a wrong form of `expected`, the abbreviation of `long`."""
    if abs(len(found) - len(expected)) > _MAX_LENGTH_DIFFERENCE or len(found) < min(
        _MIN_LENGTH, len(expected)
    ):
        return False
    return (
        _is_subsequence(found, long)
        or sorted(found) == sorted(expected)
        or _differs_in_one_letter(found, expected)
    )


def _is_garbled(found: str, initials: str, long: str) -> bool:
    if sorted(found) == sorted(initials):
        return len(found) >= _MIN_LENGTH
    has_one_replaced = len(found) >= _MIN_SUBSTITUTION_LENGTH and _differs_in_one_letter(
        found, initials
    )
    return has_one_replaced and not _is_subsequence(found, long)


def _is_subsequence(short: str, long: str) -> bool:
    """Return whether `long` has the letters of `short` in order, the first one at a word start.

    After Schwartz and Hearst, “A simple algorithm for identifying abbreviation
    definitions in biomedical text” (2003).
    """
    letters = (re.escape(char) for char in short.casefold() if char.isalnum())
    return bool(re.search(r"\b" + ".*?".join(letters), long.casefold(), re.DOTALL))


def _differs_in_one_letter(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
