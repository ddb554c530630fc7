"""Replacement of a term occurrence: form, letter case, article and possessive."""

import re
from dataclasses import dataclass
from functools import lru_cache

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.glossary import Term
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.base import Form, Language, Slot
from editkit.languages.en.verbs import needs_participle
from editkit.terminology.classify import Occurrence
from editkit.terminology.form_choice import choose_form
from editkit.terminology.matcher import TermEntry
from editkit.terminology.repeated_words import extended_span
from editkit.terminology.safety import Concern, article_concern, name_concern, sign_concern
from editkit.terminology.signs import with_signs
from editkit.text import casing
from editkit.text.context import ContextFree, MatchContext, NeedsContext
from editkit.text.spelling_difference import Letters, compare
from editkit.text.tokens import key

_CACHE_SIZE = 100_000
_ARTICLE_WINDOW = 40
_MIN_SIMILARITY = 0.8
"""Ratio (`difflib`) from which two names are spellings of one name."""
_WORD = lazy_pattern(r"\w+")
_POSSESSIVE = lazy_pattern(r"['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Replacement:
    """The preferred text for an occurrence, and the edits that insert it.

    `concern` is a reason to leave it to an editor, None if nothing else has to change.
    """

    text: str
    edits: tuple[Edit, ...]
    concern: Concern | None = None


@dataclass(frozen=True, slots=True)
class _NewText:
    """The new text of an occurrence.

    `is_respelling` and `word_keys` apply to another term only: whether it is the same name
    in another spelling, and the keys of its words if it has several.
    """

    text: str
    concern: Concern | None = None
    is_other_term: bool = False
    is_respelling: bool = True
    word_keys: frozenset[str] = frozenset()


def find_replacement(document: Document, occurrence: Occurrence) -> Replacement | None:
    """Return the replacement of a variant or a rejected term; None if no term is preferred.

    A variant becomes the listed form of its own term, a rejected term the same form of the
    preferred term. The letter case is adapted to the context, and so are an article before
    the term and a possessive ending after it.
    """
    entry, difference = occurrence.entry, occurrence.difference
    context = MatchContext(document, occurrence.span)
    case_only = difference.letters is Letters.CASE and not difference.gap
    context_free = _context_free_text(context.text, entry, document.lang, case_only=case_only)
    new = (
        context_free[0]
        if context_free
        else _new_text(context, entry, document.lang, case_only=case_only)
    )
    if new is None:
        return None
    concern = new.concern or sign_concern(context.text, new.text, context.nearby_after)
    if new.is_other_term:
        span = extended_span(document.text, context.span, new.text, new.word_keys)
        if not new.is_respelling:
            concern = concern or name_concern(document, span, entry.form.text, new.text)
        if span != context.span:
            context = MatchContext(document, span)
        before = _text_before(context)
        concern = concern or article_concern(before, context.text, new.text, entry.language)
        if not new.is_respelling and not entry.language.fits_sentence(
            before, context.text, new.text, context.nearby_after
        ):
            concern = concern or Concern.SENTENCE
    text = with_signs(context.text, new.text)
    if new.is_other_term and entry.language.adds_determiner(context.text, text):
        context = _with_determiner(context, entry.language)
        text = casing.capitalize(text) if context.text[:1].isupper() else text
    return Replacement(text, tuple(_edits(context, text, entry.language)), concern)


@lru_cache(maxsize=_CACHE_SIZE)
def _context_free_text(
    text: str, entry: TermEntry, lang: str, *, case_only: bool
) -> tuple[_NewText | None, ...]:
    """Return the new text as a 1-tuple; an empty tuple if it depends on the context."""
    try:
        return (_new_text(ContextFree(text), entry, lang, case_only=case_only),)
    except NeedsContext:
        return ()


def _new_text(
    context: MatchContext, entry: TermEntry, lang: str, *, case_only: bool
) -> _NewText | None:
    listed = entry.form.text
    if entry.term.status.usable:
        return _NewText(_cased_as_own_term(context, listed, entry.language, case_only=case_only))
    preferred = entry.concept.preferred(lang)
    if preferred is None or not preferred.text.strip():
        return None
    slot = _slot(preferred, entry, context)
    found = Form(listed, slot)
    form, concern = choose_form(preferred, entry.term, found, entry.language)
    if any(form == term.text for term in entry.concept.terms if not term.status.usable):
        form, concern = preferred.text, Concern.NO_SUCH_FORM
    text = _cased_as_found(context, listed, form, entry.language)
    has_several_words = len(text.split()) > 1
    word_keys = frozenset(map(key, _WORD.findall(text))) if has_several_words else frozenset[str]()
    return _NewText(
        text,
        concern,
        is_other_term=True,
        is_respelling=_is_respelling(context.text, text),
        word_keys=word_keys,
    )


def _slot(preferred: Term, entry: TermEntry, context: MatchContext) -> Slot:
    """Return the slot of the form that was found.

    A form may be both a past form and a participle (`built`, `spread`). If the preferred
    term distinguishes them, the words before the occurrence decide.
    """
    slot = entry.form.slot
    if slot is not Slot.PAST and slot is not Slot.BASE:
        return slot
    language = entry.language
    forms = {form.slot: form.text for form in language.inflect(entry.term)}
    if slot is Slot.PAST:
        preferred_slots = {form.slot for form in language.inflect(preferred)}
        may_be_participle = Slot.PARTICIPLE in preferred_slots - forms.keys()
    else:
        may_be_participle = forms.get(Slot.PARTICIPLE, forms.get(Slot.PAST)) == entry.form.text
        may_be_participle = may_be_participle or (
            language.is_past_phrase(entry.term.text) and not casing.has_capital(preferred.text)
        )
    return Slot.PARTICIPLE if may_be_participle and needs_participle(context.line_before) else slot


def _cased_as_own_term(
    context: MatchContext, new: str, language: Language, *, case_only: bool
) -> str:
    text = context.text
    if text.isupper() and casing.is_all_capitals(context.line):
        return casing.upper_case(new)
    if casing.has_capital(new):
        return new
    if case_only:
        return casing.capitalize(new) if context.begins_sentence else new
    if language.is_title_case(text):
        return language.title_case(new)
    return casing.capitalize(new) if text[:1].isupper() else new


def _cased_as_found(context: MatchContext, listed: str, new: str, language: Language) -> str:
    text = context.text
    if text.isupper():
        is_raised = len(text) > 1 and not listed.isupper()
        is_raised = is_raised and (not casing.has_capital(new) or context.line.isupper())
        if is_raised or casing.is_all_capitals(context.line):
            return casing.upper_case(new)
    if language.is_title_case(text):
        return language.title_case(new)
    capitalized = casing.capitalize(new)
    if capitalized == new or not text[:1].isupper():
        return new
    return capitalized if not listed[:1].isupper() or context.begins_sentence else new


def _is_respelling(found: str, new: str) -> bool:
    """Return whether two names are spellings of one name."""
    if compare(found, new) is not None:
        return True
    from difflib import SequenceMatcher  # noqa: PLC0415  (slow to import)

    matcher = SequenceMatcher(None, found.casefold(), new.casefold(), autojunk=False)
    # The first two are upper bounds of the third and faster.
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(ratio() > _MIN_SIMILARITY for ratio in ratios)


def _with_determiner(context: MatchContext, language: Language) -> MatchContext:
    """Return the context of the span and the determiner before it, which the new text has."""
    start, end = context.span.start, context.span.end
    length = language.determiner_length(_text_before(context))
    return MatchContext(context.document, Span(start - length, end))


def _edits(context: MatchContext, new: str, language: Language) -> list[Edit]:
    text, span, found = context.document.text, context.span, context.text
    edits = [Edit(span, new)]
    loses_s = found.endswith("s") and not new.endswith("s")
    possessive = _POSSESSIVE.match(text, span.end) if loses_s else None
    if possessive and _is_possessive(context.line_before, possessive[0]):
        edits.append(Edit(Span(span.end, span.end + 1), possessive[0] + "s"))
    before = _text_before(context)
    if article_edit := language.article_edit(before, found, new):
        length, article = article_edit
        at = span.start - length
        edits.insert(0, Edit(Span(at, at + len(_article_at(before, length))), article))
    return edits


def _text_before(context: MatchContext) -> str:
    start = context.span.start
    return context.document.text[max(0, start - _ARTICLE_WINDOW) : start]


def _article_at(before: str, length: int) -> str:
    return re.split(r"\s", before[-length:], maxsplit=1)[0]


def _is_possessive(before: str, mark: str) -> bool:
    """Return whether an apostrophe after the text is a possessive, not a closing quote."""
    return ("‘" if mark == "’" else " '") not in f" {before}"
