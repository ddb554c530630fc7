"""What to write instead of an occurrence: the form, the case and the words around it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.glossary import Term
from editkit.core.span import Span
from editkit.languages.en import articles
from editkit.languages.en.inflection import Slot, surface_forms
from editkit.languages.en.verbs import helped
from editkit.terminology.classify import Occurrence
from editkit.terminology.form_choice import has_past, wording
from editkit.terminology.matcher import Entry
from editkit.terminology.term_context import in_longer_name
from editkit.text import casing
from editkit.text.context import Alone, Stretch, Unsettled
from editkit.text.spelling_difference import Letters, compare
from editkit.text.tokens import key

_KEPT = 100_000
_REACH = 40
_SLACK = 8
_ALIKE = 0.8
_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Replacement:
    """The preferred wording for a place, and the edits that bring it there.

    `exact` says that nothing else has to change: the found form has a place among
    the forms of its term, and the preferred term has the same; and what gives way
    to other words is no part of a longer name.
    """

    text: str
    edits: tuple[Edit, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What to write in a place.

    Of another term (`other`), whether it is `alike`, the found name in another
    spelling, and the keys of its words where they are several.
    """

    text: str
    exact: bool = True
    other: bool = False
    alike: bool = True
    brought: frozenset[str] = frozenset()


def replacement(document: Document, occurrence: Occurrence) -> Replacement | None:
    """Return what to write for a variant or a rejected term, or None if nothing is preferred.

    A variant becomes the form of its own term; a rejected term the preferred one
    in the same form. The letter case follows the place, and `a` or `an` before it
    and a possessive ending behind it are repaired.
    """
    entry, difference, found = (
        occurrence.entry,
        occurrence.difference,
        Stretch(document, occurrence.span),
    )
    case_only = difference.letters is Letters.CASE and not difference.gap
    known = _alone(found.text, entry, document.lang, case_only=case_only)
    wanted = known[0] if known else _wanted(found, entry, document.lang, case_only=case_only)
    if wanted is None:
        return None
    exact = wanted.exact
    if wanted.other:
        span = _without_repetition(document.text, found.span, wanted)
        exact = exact and (wanted.alike or not in_longer_name(document, span, wanted.text))
        if span != found.span:
            found = Stretch(document, span)
        exact = exact and not articles.before_own(_before(found), found.text, wanted.text)
    return Replacement(wanted.text, tuple(_edits(found, wanted.text)), exact)


@lru_cache(maxsize=_KEPT)
def _alone(text: str, entry: Entry, lang: str, *, case_only: bool) -> tuple[_Wanted | None, ...]:
    """Return the one wording for `text` wherever it stands, nothing where the place decides.

    It is kept, since a text repeats its terms.
    """
    try:
        return (_wanted(Alone(text), entry, lang, case_only=case_only),)
    except Unsettled:
        return ()


def _wanted(found: Stretch, entry: Entry, lang: str, *, case_only: bool) -> _Wanted | None:
    listed = entry.form.text
    if entry.term.status.usable:
        return _Wanted(_in_case_of_variant(found, listed, case_only=case_only))
    preferred = entry.concept.preferred(lang)
    if preferred is None or not preferred.text.strip():
        return None
    form, exact = wording(preferred, entry.term, _slot(preferred, entry, found))
    wanted = _in_case_of(found, listed, form)
    several = len(wanted.split()) > 1
    brought = frozenset(map(key, _WORD.findall(wanted))) if several else frozenset[str]()
    return _Wanted(wanted, exact, other=True, alike=_alike(found.text, wanted), brought=brought)


def _slot(preferred: Term, entry: Entry, found: Stretch) -> Slot:
    """Return which form was found: of one that may be a participle, the words before tell.

    They are asked only where it matters: `built` is a past as well, `spread` is everything.
    """
    slot = entry.form.slot
    if slot is not Slot.PAST and slot is not Slot.BASE:
        return slot
    theirs = {form.slot: form.text for form in surface_forms(entry.term)}
    if slot is Slot.PAST:
        distinct = any(form.slot is Slot.PARTICIPLE for form in surface_forms(preferred))
        asks = distinct and Slot.PARTICIPLE not in theirs
    else:
        asks = theirs.get(Slot.PARTICIPLE, theirs.get(Slot.PAST)) == entry.form.text
        asks = asks or has_past(entry.term, preferred)
    return Slot.PARTICIPLE if asks and helped(found.line_before) else slot


def _in_case_of_variant(found: Stretch, wanted: str, *, case_only: bool) -> str:
    text = found.text
    if text.isupper() and casing.in_capitals(found.line):
        return casing.capitals(wanted)
    if casing.is_name(wanted):
        return wanted
    if case_only:
        return casing.capitalize(wanted) if found.begins_sentence else wanted
    if casing.is_title(text):
        return casing.title(wanted)
    return casing.capitalize(wanted) if text[:1].isupper() else wanted


def _in_case_of(found: Stretch, listed: str, wanted: str) -> str:
    text = found.text
    if text.isupper():
        raised = len(text) > 1 and not listed.isupper()
        raised = raised and (not casing.is_name(wanted) or found.line.isupper())
        if raised or casing.in_capitals(found.line):
            return casing.capitals(wanted)
    if casing.is_title(text):
        return casing.title(wanted)
    capitalized = casing.capitalize(wanted)
    if capitalized == wanted or not text[:1].isupper():
        return wanted
    return capitalized if not listed[:1].isupper() or found.begins_sentence else wanted


def _alike(found: str, wanted: str) -> bool:
    """Whether the two are one name in two spellings."""
    if compare(found, wanted) is not None:
        return True
    pair = SequenceMatcher(None, found.casefold(), wanted.casefold(), autojunk=False)
    # The first two are its upper bounds, and quickly told.
    measures = (pair.real_quick_ratio, pair.quick_ratio, pair.ratio)
    return all(measure() > _ALIKE for measure in measures)


def _without_repetition(text: str, span: Span, wanted: _Wanted) -> Span:
    """Return `span` with the words beside it that `wanted` brings along.

    `Winter Olympic Games` becomes `Beijing Winter Olympics`: where `Beijing`
    stands before it already, it is taken in.
    """
    if not wanted.brought:
        return span
    reach = len(wanted.text) + _SLACK
    before = text[max(0, span.start - reach) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + reach].partition("\n")[0]
    beside = (*_WORD.findall(before)[-1:], *_WORD.findall(after)[:1])
    if wanted.brought.isdisjoint(map(key, beside)):
        return span
    words = wanted.text.split()
    found = key(span.of(text))
    start, end = span.start, span.end
    for count in range(1, len(words)):
        # Where the found words end the wanted ones, any of those before them may stand there.
        firsts = count if key(" ".join(words[count:])) == found else 1
        leads = {key(" ".join(words[first:count])) for first in range(firsts)}
        tail = key(" ".join(words[-count:]))
        for word in _WORD.finditer(before):
            lead = key(before[word.start() :])
            if lead in leads and not found.startswith(lead):
                start = min(start, span.start - len(before) + word.start())
        for word in _WORD.finditer(after):
            if not found.endswith(tail) and key(after[: word.end()]) == tail:
                end = span.end + word.end()
    return Span(start, end)


def _edits(place: Stretch, wanted: str) -> list[Edit]:
    text, span, found = place.document.text, place.span, place.text
    edits = [Edit(span, wanted)]
    loses_s = found.endswith("s") and not wanted.endswith("s")
    ending = _POSSESSIVE.match(text, span.end) if loses_s else None
    if ending and _owns(place.line_before, ending[0]):
        edits.append(Edit(Span(span.end, span.end + 1), ending[0] + "s"))
    before = _before(place)
    mended = articles.before_own(before, found, wanted) or articles.repair(before, found, wanted)
    if mended:
        length, fitting = mended
        at = span.start - length
        edits.insert(0, Edit(Span(at, at + len(_article(before, length))), fitting))
    return edits


def _before(place: Stretch) -> str:
    start = place.span.start
    return place.document.text[max(0, start - _REACH) : start]


def _article(before: str, length: int) -> str:
    return re.split(r"\s", before[-length:], maxsplit=1)[0]


def _owns(before: str, mark: str) -> bool:
    """Whether the apostrophe behind what follows `before` is a possessive's, no quotation's."""
    return ("‘" if mark == "’" else " '") not in f" {before}"
