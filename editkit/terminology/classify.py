"""Classification of term candidates: preferred, rejected, inflected, variant or typo."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from editkit.core.context import LintContext
from editkit.core.glossary import CasePolicy
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.base import OpenForm, Slot, VerbUse
from editkit.languages.code.shapes import is_in_package_name
from editkit.terminology.matcher import Candidate, TermEntry
from editkit.terminology.open_forms import open_form
from editkit.terminology.other_words import (
    are_common_words,
    is_another_word,
    is_modifier,
    is_name_variant,
)
from editkit.terminology.safety import is_ambiguous
from editkit.terminology.term_context import CandidateContext
from editkit.terminology.verb_uses import is_noun_use, verb_use
from editkit.text import casing
from editkit.text.context import ContextFree, MatchContext, NeedsContext
from editkit.text.spelling_difference import Difference, Gap, Letters, compare

_WORD = lazy_pattern(r"[^\W\d_]+")
_MIN_TYPO_LENGTH = 6
_CACHE_SIZE = 100_000
_Entries = tuple[TermEntry, ...]
_Context = CandidateContext | ContextFree


class MatchKind(IntEnum):
    """Kind of a term match; the best of several readings has the lowest number."""

    PREFERRED = 0
    REJECTED = 1
    INFLECTED = 2
    REJECTED_VARIANT = 3
    VARIANT = 4
    TYPO = 5

    @property
    def is_certain(self) -> bool:
        """Whether the match is certain; a variant or a typo is a guess."""
        return self < MatchKind.VARIANT

    @property
    def is_correct(self) -> bool:
        """Whether the match needs no correction."""
        return self is MatchKind.PREFERRED or self is MatchKind.INFLECTED

    @property
    def is_rejected(self) -> bool:
        """Whether the match is a term that the glossary rejects."""
        return self is MatchKind.REJECTED or self is MatchKind.REJECTED_VARIANT


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A match of a term; `ambiguous` if it may be ordinary words that look like the term."""

    span: Span
    entry: TermEntry
    kind: MatchKind
    difference: Difference
    ambiguous: bool = False


class _Reading(NamedTuple):
    """One possible interpretation of a candidate."""

    kind: MatchKind
    entry: TermEntry
    difference: Difference
    ambiguous: bool = False


def classify(candidate: Candidate, context: LintContext) -> Occurrence | None:
    """Return the best reading of a candidate; None if it is not an occurrence of a term."""
    span, entries, has_typo = candidate.span, candidate.entries, candidate.has_typo
    document = context.document
    context_free = _cached_reading(span.of(document.text), entries, has_typo=has_typo)
    if context_free:
        reading = context_free[0]
    else:
        reading = _best_reading(CandidateContext(context, span), entries, has_typo=has_typo)
    if reading is None:
        return None
    kind, entry, difference, ambiguous = reading
    if not kind.is_correct and (
        MatchContext(document, span).in_address
        or (casing.has_capital(entry.form.text) and is_in_package_name(document.text, span))
    ):
        return None
    return Occurrence(span, entry, kind, difference, ambiguous)


@lru_cache(maxsize=_CACHE_SIZE)
def _cached_reading(
    text: str, entries: _Entries, *, has_typo: bool
) -> tuple[_Reading | None, ...]:
    """Return the best reading as a 1-tuple; an empty tuple if it depends on the context."""
    try:
        return (_best_reading(ContextFree(text), entries, has_typo=has_typo),)
    except NeedsContext:
        return ()


def _best_reading(context: _Context, entries: _Entries, *, has_typo: bool) -> _Reading | None:
    readings = _readings(context, entries, has_typo=has_typo)
    return min(readings, key=itemgetter(0), default=None)


def _readings(context: _Context, entries: _Entries, *, has_typo: bool) -> Iterator[_Reading]:
    text = context.text
    # An exact match of a form rules out its look-alikes.
    exact = tuple(entry for entry in entries if entry.form.text == text)
    for entry in exact or entries:
        usable = entry.term.status.usable
        if entry.term.case is CasePolicy.EXACT and casing.differs_in_case(text, entry.form.text):
            continue
        if has_typo:
            if usable and _is_typo(context, text, entry):
                yield _Reading(MatchKind.TYPO, entry, Difference())
            continue
        if (difference := compare(text, entry.form.text)) is None:
            continue
        if usable:
            kind = _kind_of_usable(entry, difference, context)
        else:
            kind = _kind_of_rejected(entry, difference, text)
        if kind is None:
            continue
        certainty = _certainty(kind, entry, difference, context)
        if certainty is not None:
            yield _Reading(kind, entry, difference, ambiguous=not certainty)


def _certainty(
    kind: MatchKind, entry: TermEntry, difference: Difference, context: MatchContext
) -> bool | None:
    """Return whether a match is certainly the term; None if it is certainly other words."""
    if kind.is_correct:
        return True
    use = open_form(entry, context)
    verb = verb_use(entry, context) if kind.is_rejected else VerbUse.UNLIKELY
    if use is OpenForm.PHRASE or verb is VerbUse.CERTAIN:
        return None
    if use is OpenForm.UNSURE or verb is VerbUse.POSSIBLE:
        return False
    if kind.is_rejected and is_noun_use(entry, context):
        return False
    return kind is not MatchKind.VARIANT or not is_ambiguous(difference, context, entry.language)


def _kind_of_usable(
    entry: TermEntry, difference: Difference, context: MatchContext
) -> MatchKind | None:
    if not difference:
        return MatchKind.PREFERRED if entry.form.slot is Slot.BASE else MatchKind.INFLECTED
    if difference.letters in {Letters.DIACRITICS, Letters.PUNCTUATION}:
        return MatchKind.VARIANT if is_name_variant(entry, context.text) else None
    if difference.letters is Letters.CASE:
        if difference.gap is None and _is_allowed_case(entry, context):
            return MatchKind.INFLECTED
        is_common = are_common_words(context.text, entry) or is_modifier(context)
        if entry.term.case is None and is_common:
            return None
    if difference.letters is Letters.CONFUSABLE and are_common_words(context.text, entry):
        return None
    return None if is_another_word(entry, difference, context) else MatchKind.VARIANT


def _is_allowed_case(entry: TermEntry, context: MatchContext) -> bool:
    text, term_text, policy = context.text, entry.form.text, entry.term.case
    if policy is CasePolicy.FOLD or (
        policy is None and entry.language.is_allowed_case(text, term_text)
    ):
        return True
    if text.isupper() and casing.is_all_capitals(context.line):
        return True
    return text == casing.capitalize(term_text) and context.begins_sentence


def _kind_of_rejected(entry: TermEntry, difference: Difference, found: str) -> MatchKind | None:
    if not difference:
        is_listed = entry.form.text == entry.term.text
        return MatchKind.REJECTED if is_listed else MatchKind.REJECTED_VARIANT
    extra_gap = Gap.HYPHEN if not casing.has_capital(entry.form.text) else None
    if difference.letters not in {None, Letters.CASE}:
        return None
    if difference.gap not in {None, Gap.SPACE, extra_gap}:
        return None
    if difference.letters is Letters.CASE:
        if entry.term.case is CasePolicy.ENFORCE or _differs_by_case(entry):
            return None
        loses_capitals = not _has_capitals_of(found, entry.form.text)
        if entry.term.case is None and loses_capitals and entry.language.may_be_words(found):
            return None
    return MatchKind.REJECTED_VARIANT


def _differs_by_case(entry: TermEntry) -> bool:
    """Return whether a rejected term differs from a usable one of its concept by case only."""
    folded = entry.form.text.casefold()
    return any(t.status.usable and t.text.casefold() == folded for t in entry.concept.terms)


def _has_capitals_of(found: str, term_text: str) -> bool:
    """Return whether `found` has a capital wherever the term has one."""
    letters = zip("".join(_WORD.findall(found)), "".join(_WORD.findall(term_text)), strict=False)
    return all(
        found_letter.isupper() or not term_letter.isupper()
        for found_letter, term_letter in letters
    )


def _is_typo(context: _Context, text: str, entry: TermEntry) -> bool:
    """Return whether `text` is a typo, not a word that the article has in lowercase elsewhere.

    If the words of the language are not known, only a term of several words can be sure.
    """
    term_text = entry.form.text
    if " " in term_text:
        return True
    if not entry.language.knows_words:
        return False
    if min(len(text), len(term_text)) < _MIN_TYPO_LENGTH - term_text[:-1].isupper():
        return False
    begins = context.begins_sentence
    return not (begins and text.lower() in context.lowercase_words)
