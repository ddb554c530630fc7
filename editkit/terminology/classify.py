"""Whether a candidate is a term as it should be, one that the glossary rejects, or a variant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from editkit.core.document import Document
from editkit.core.glossary import CasePolicy
from editkit.core.span import Span
from editkit.languages.en.inflection import Slot
from editkit.languages.en.word_list import all_english, is_english
from editkit.terminology.matcher import Candidate, Entry
from editkit.text import casing
from editkit.text.context import Alone, Stretch, Unsettled
from editkit.text.spelling_difference import Difference, Gap, Letters, compare

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_SLIP = 6
_KEPT = 100_000
_FUNCTION_WORDS = frozenset(
    "a an and are as at be been between but by can could did do does for from had has have in "
    "into is its may more must nor not of on or over shall should so than that the their them "
    "then there these they this those through to under until was we were when where which while "
    "who will with within without would".split()
)
_ADJECTIVES = frozenset(
    "annual central daily digital electric evening express general global international modern "
    "monthly national public quarterly regional standard weekly yearly young".split()
)
"""What ends a name as often as it describes the word behind it."""
_SPEAKS = frozenset("said says told tells wrote writes".split())


class Verdict(IntEnum):
    """What an occurrence is; of two readings of one place the lower number is the truer."""

    PREFERRED = 0
    REJECTED = 1
    INFLECTED = 2
    REJECTED_LOOSELY = 3
    VARIANT = 4
    SLIP = 5

    @property
    def certain(self) -> bool:
        """Whether the letters say so, with nothing guessed."""
        return self < Verdict.VARIANT

    @property
    def right(self) -> bool:
        """Whether nothing is to be done."""
        return self is Verdict.PREFERRED or self is Verdict.INFLECTED

    @property
    def rejected(self) -> bool:
        """Whether it is a term that the glossary does not allow."""
        return self is Verdict.REJECTED or self is Verdict.REJECTED_LOOSELY


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A stretch of prose that stands for a term, and how it differs from it.

    `doubt` says that the stretch may be something else: the common words that a
    name is made of, say.
    """

    span: Span
    entry: Entry
    verdict: Verdict
    difference: Difference
    doubt: bool = False


class _Reading(NamedTuple):
    """One way to take a candidate."""

    verdict: Verdict
    entry: Entry
    difference: Difference
    doubt: bool = False


def judge(candidate: Candidate, document: Document) -> Occurrence | None:
    """Return the truest reading of a candidate, or None where it is no occurrence."""
    span, entries, slip = candidate.span, candidate.entries, candidate.slip
    known = _alone(span.of(document.text), entries, slip=slip)
    reading = known[0] if known else _truest(Stretch(document, span), entries, slip=slip)
    if reading is None:
        return None
    verdict, entry, difference, doubt = reading
    if not verdict.right and Stretch(document, span).in_address:
        return None
    return Occurrence(span, entry, verdict, difference, doubt)


@lru_cache(maxsize=_KEPT)
def _alone(text: str, entries: tuple[Entry, ...], *, slip: bool) -> tuple[_Reading | None, ...]:
    """Return the one truest reading wherever it stands, nothing where the place decides.

    It is kept, since a text repeats its terms.
    """
    try:
        return (_truest(Alone(text), entries, slip=slip),)
    except Unsettled:
        return ()


def _truest(found: Stretch, entries: tuple[Entry, ...], *, slip: bool) -> _Reading | None:
    readings = _readings(found, entries, slip=slip)
    return min(readings, key=itemgetter(0), default=None)


def _readings(found: Stretch, entries: tuple[Entry, ...], *, slip: bool) -> Iterator[_Reading]:
    text = found.text
    # A form that is there to the letter leaves nothing to say of its look-alikes.
    exact = tuple(entry for entry in entries if entry.form.text == text)
    for entry in exact or entries:
        usable = entry.term.status.usable
        if entry.term.case is CasePolicy.EXACT and casing.differs(text, entry.form.text):
            continue
        if slip:
            if usable and _is_slip(found, text, entry.form.text):
                yield _Reading(Verdict.SLIP, entry, Difference())
            continue
        difference = compare(text, entry.form.text)
        if difference is None:
            continue
        if usable:
            verdict = _usable(entry, difference, found)
        else:
            verdict = _rejected(entry, difference, text)
        if verdict is not None:
            doubt = verdict is Verdict.VARIANT and _doubtful(difference, found)
            yield _Reading(verdict, entry, difference, doubt)


def _usable(entry: Entry, difference: Difference, found: Stretch) -> Verdict | None:
    if not difference:
        return Verdict.PREFERRED if entry.form.slot is Slot.BASE else Verdict.INFLECTED
    if difference.letters is Letters.CASE:
        if difference.gap is None and _case_fits(entry, found):
            return Verdict.INFLECTED
        common = _common_words(found.text, entry.form.text) or _describes(found)
        if entry.term.case is None and common:
            return None
    return None if _another_word(entry, difference, found) else Verdict.VARIANT


def _case_fits(entry: Entry, found: Stretch) -> bool:
    text, wanted, policy = found.text, entry.form.text, entry.term.case
    if policy is CasePolicy.FOLD or (policy is None and casing.fits(text, wanted)):
        return True
    if text.isupper() and casing.in_capitals(found.line):
        return True
    return text == casing.capitalize(wanted) and found.begins_sentence


def _rejected(entry: Entry, difference: Difference, found: str) -> Verdict | None:
    if not difference:
        listed = entry.form.text == entry.term.text
        return Verdict.REJECTED if listed else Verdict.REJECTED_LOOSELY
    common = Gap.HYPHEN if not casing.is_name(entry.form.text) else None
    if difference.letters is Letters.CONFUSABLE:
        return None
    if difference.gap not in {None, Gap.SPACE, common}:
        return None
    if difference.letters is Letters.CASE:
        if entry.term.case is CasePolicy.ENFORCE or _differs_by_case(entry):
            return None
        lowered = not _at_least_as_capital(found, entry.form.text)
        if entry.term.case is None and lowered and all_english(found):
            return None
    return Verdict.REJECTED_LOOSELY


def _differs_by_case(entry: Entry) -> bool:
    """Whether a rejected term is one of its concept's own in another letter case."""
    folded = entry.form.text.casefold()
    return any(t.status.usable and t.text.casefold() == folded for t in entry.concept.terms)


def _at_least_as_capital(found: str, wanted: str) -> bool:
    letters = zip("".join(_WORD.findall(found)), "".join(_WORD.findall(wanted)), strict=False)
    return all(theirs.isupper() or not ours.isupper() for theirs, ours in letters)


def _common_words(found: str, wanted: str) -> bool:
    """Whether a name in small letters is an ordinary use of the words it is made of."""
    lowered = found.islower() or (len(wanted.split()) == 1 and found[1:].islower())
    return lowered and casing.is_name(wanted) and all_english(found)


def _describes(found: Stretch) -> bool:
    """Whether the last word is a small-letter adjective of the word behind: `Suhe daily life`."""
    last = found.text.split()[-1]
    if last not in _ADJECTIVES or not found.next_word.islower():
        return False
    after = found.next_word
    return not (after in _FUNCTION_WORDS | _SPEAKS or after.endswith("ed"))


def _another_word(entry: Entry, difference: Difference, found: Stretch) -> bool:
    """Whether the joints of what was found make it something else than the term."""
    if casing.is_name(entry.form.text):
        return False
    text = found.text
    match difference.gap:
        case Gap.SOLID:
            return is_english(text)
        case Gap.SPLIT:
            return all_english(text)
        case Gap.HYPHEN if "-" in text and " " not in text:
            after = found.next_word
            return bool(after) and after.lower() not in _FUNCTION_WORDS
        case _:
            return False


def _doubtful(difference: Difference, found: Stretch) -> bool:
    if difference.letters is not Letters.CASE or difference.gap:
        return False
    text = found.text
    small = text[1:] == text[1:].lower() and all_english(text)
    return small and found.begins_sentence


def _is_slip(found: Stretch, text: str, wanted: str) -> bool:
    """Whether one word off a term is none of the article's own words.

    A single word at the beginning of a sentence is, where the article has it in
    small letters elsewhere.
    """
    if " " in wanted:
        return True
    if min(len(text), len(wanted)) < _SHORTEST_SLIP - wanted[:-1].isupper():
        return False
    return not (found.begins_sentence and text.lower() in _small_words(found.document.text))


@lru_cache(maxsize=1)
def _small_words(text: str) -> frozenset[str]:
    """Return the words that `text` has in small letters; kept for the next slip in it."""
    # No word goes on behind a blank, and what is between two blanks is mostly said before.
    return frozenset(filter(str.islower, _WORD.findall(" ".join(set(text.split())))))
