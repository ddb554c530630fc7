"""Abbreviations that an article introduces for a glossary's names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.language import matches
from editkit.core.span import Span
from editkit.languages.en import names
from editkit.terminology.classify import Occurrence
from editkit.terminology.matcher import Entry
from editkit.terminology.scan import TermScan
from editkit.text.context import Stretch

_SHORT = r"[A-Z](?:[A-Za-z]|&(?=[A-Z])){0,8}[A-Z]"
_ACRONYM = re.compile(_SHORT)
_INSIDE = re.compile(rf"\((?:(?:the|hereafter|hereinafter) )?[\"“'‘]?({_SHORT})s?[\"”'’]?[);,]")
_BEFORE = re.compile(rf"(?<![\w&.-])({_SHORT})s?[ \u00a0]?\(")
_SHORTEST = 3
_SHORTEST_REPLACED = 4
_UNLIKE = 2
_SETTLED = frozenset({"ISO", "UTC"})
"""Abbreviations whose letters are in no language's order."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A place where an article says that `span` stands for the term that `occurrence` is."""

    span: Span
    occurrence: Occurrence


@dataclass(frozen=True, slots=True)
class Right:
    """The abbreviation that a term has: `listed` in the glossary, or made of its initials."""

    text: str
    listed: bool


def introductions(setup: Setup, document: Document) -> Iterator[Introduction]:
    """Yield where an abbreviation is introduced for a term, in brackets or before them.

    One that is itself a term, rightly written or not, is left out.
    """
    text = document.text
    inside = {_bare(text, found.start()): found for found in _INSIDE.finditer(text)}
    before = {found.end(): found for found in _BEFORE.finditer(text)} if "(" in text else {}
    if not inside and not before:
        return
    listed = setup.shared(TermScan).find(document)
    taken = {one.span.start for one in listed}
    for one in listed:
        found = inside.get(one.span.end)
        if found is None and text.startswith(")", one.span.end):
            found = before.get(one.span.start)
        if found and one.verdict.right and found.start(1) not in taken:
            yield Introduction(Span(*found.span(1)), one)


def again(document: Document, introduction: Introduction) -> Iterator[Span]:
    """Yield the places of an introduced abbreviation, from its introduction on."""
    start = min(introduction.span.start, introduction.occurrence.span.start)
    short = re.escape(introduction.span.of(document.text))
    place = re.compile(rf"(?<![\w&.'’-]){short}(?=s?(?![\w&]))")
    for found in place.finditer(document.text, start):
        span = Span(*found.span())
        if not Stretch(document, span).in_address:
            yield span


def right_abbreviation(entry: Entry, found: str, lang: str) -> Right | None:
    """Return the abbreviation to write for a term instead of `found`, or None if that may stand.

    It may not where the glossary lists another one, or where it has the initials'
    letters in another order or one of them replaced. One that is merely unlike
    the initials may come from another language.
    """
    long = entry.form.text
    if not (name := names.parse(long.replace(",", "").replace(".", ""))) or len(name.words) == 1:
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
        right = min(listed, key=lambda one: abs(len(one) - len(found)))
        return Right(right, listed=True) if _meant(found, long, right) else None
    right_initials = _initials(name)
    if found in right_initials or found in _SETTLED or not found.isupper():
        return None
    wrong = (one for one in right_initials if _mixed_up(found, one, long))
    return next((Right(one, listed=False) for one in wrong), None)


def _bare(text: str, at: int) -> int:
    """Return where the word before `at` ends."""
    return at - 1 if text[at - 1 : at] in {" ", "\u00a0", "\n"} else at


def _initials(name: names.Name) -> tuple[str, ...]:
    """Return the initials of a name's words, without those of the small ones and with them."""
    plain = "".join(word[0] for word in name.words)
    small = ("".join(w[0] for w in link.split() if w.isalpha()) for link in name.links)
    full = "".join(a + word[0] for a, word in zip(small, name.words, strict=True))
    return tuple(dict.fromkeys((plain.upper(), full.upper())))


def _meant(found: str, long: str, right: str) -> bool:
    """Whether `found` can only abbreviate `long`, for which `right` stands."""
    if abs(len(found) - len(right)) > _UNLIKE or len(found) < min(_SHORTEST, len(right)):
        return False
    return _fits(found, long) or sorted(found) == sorted(right) or _one_replaced(found, right)


def _mixed_up(found: str, initials: str, long: str) -> bool:
    if sorted(found) == sorted(initials):
        return len(found) >= _SHORTEST
    replaced = len(found) >= _SHORTEST_REPLACED and _one_replaced(found, initials)
    return replaced and not _fits(found, long)


def _fits(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in order, the first one at a word's start.

    After Schwartz and Hearst, “A simple algorithm for identifying abbreviation
    definitions in biomedical text” (2003).
    """
    letters = (re.escape(char) for char in short.casefold() if char.isalnum())
    return bool(re.search(r"\b" + ".*?".join(letters), long.casefold(), re.DOTALL))


def _one_replaced(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
