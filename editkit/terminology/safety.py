"""Safety of a glossary correction: every condition under which a term fix is `safe`.

A fix is safe if the new text can replace the found one and no other word has to change
(decision 003). A single concern makes it `review`. The safety of engine fixes is defined in
`engines/severity_table.py`, and the selection of the fixes to apply in `fixing/fix_loop.py`.
"""

from enum import Enum

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.span import Span
from editkit.languages.base import Language, Slot
from editkit.terminology.signs import has_sign, keeps_signed_words
from editkit.terminology.term_context import (
    is_capitalized_as_name,
    is_in_compound,
    is_in_longer_name,
    is_in_quotation,
)
from editkit.terminology.work_titles import work_titles
from editkit.text import casing
from editkit.text.characters import SIGNS
from editkit.text.context import MatchContext
from editkit.text.spelling_difference import Difference, Letters

_MIN_SIMILARITY = 0.8
"""Ratio (`difflib`) from which two terms are spellings of one term."""


class Concern(Enum):
    """A reason to leave a term fix to an editor."""

    NO_SUCH_FORM = "the preferred term has no form for the one that was found"
    GRAMMAR = "one is a plural and the other is not, or one begins with an inflected verb"
    LONGER_NAME = "what was found is part of a longer name"
    COMPOUND = "what was found is part of a hyphenated compound with another meaning"
    POSSESSIVE = "the article before it would have to become a possessive"
    NAME = "what was found is capitalized as the name of a band, a film or a firm is"
    SIGN = "a sign such as ® would belong to another word, or be there twice"
    SENTENCE = "an article or the number of a verb would have to change"
    DETERMINER = "the preferred term begins with a determiner"
    AMBIGUOUS = (
        "what was found may be ordinary words, in a title, mentioned or in a protected quotation"
    )


def fix_safety(concern: Concern | None, *, ambiguous: bool) -> Safety:
    """Return the safety of a term fix, given the first concern about it, if any."""
    if ambiguous:
        concern = Concern.AMBIGUOUS
    return Safety.SAFE if concern is None else Safety.REVIEW


def form_concern(
    rejected: str, preferred: str, slot: Slot, language: Language, *, is_available: bool
) -> Concern | None:
    """Return the concern about a rejected term that becomes a form of the preferred one."""
    if not is_available:
        return Concern.NO_SUCH_FORM
    return None if keeps_grammar(rejected, preferred, slot, language) else Concern.GRAMMAR


def keeps_grammar(rejected: str, preferred: str, slot: Slot, language: Language) -> bool:
    """Return whether a term can replace a form of a rejected one without changes to the grammar.

    A respelling of the same number can. Other terms can if the language says so; in English
    they cannot if only one of the two is plural, or if only one begins with an inflected verb
    (`clicked the like`, `give a thumbs-up`). Names have no number: `Harbour Motors is`.
    """
    are_names = casing.has_capital(rejected) and casing.has_capital(preferred)
    has_number = slot is Slot.BASE and not are_names
    if has_number and language.is_plural(rejected) != language.is_plural(preferred):
        return False
    if language.has_same_grammar(rejected, preferred, slot):
        return True
    from difflib import SequenceMatcher  # noqa: PLC0415  (slow to import)

    matcher = SequenceMatcher(None, rejected, preferred, autojunk=False)
    return matcher.ratio() > _MIN_SIMILARITY


def name_concern(document: Document, span: Span, listed: str, new_text: str) -> Concern | None:
    """Return the concern about another term in the place of `span`: that it is in a name.

    A longer name may be around it. If the `listed` term is not a name, a compound may be around
    it, or it may be capitalized as a name.
    """
    if is_in_longer_name(document, span, new_text):
        return Concern.LONGER_NAME
    if casing.has_capital(listed):
        return None
    if is_in_compound(document.text, span):
        return Concern.COMPOUND
    return Concern.NAME if is_capitalized_as_name(document, span) else None


def article_concern(
    text_before: str, found: str, new_text: str, language: Language
) -> Concern | None:
    """Return the concern about the article before a term.

    `own …` needs a possessive, which is a guess. `our plant` brings a determiner of its own,
    which cannot follow another one, or an adjective.
    """
    if language.adds_determiner(found, new_text):
        return Concern.DETERMINER
    needs_possessive = language.needs_possessive(text_before, found, new_text)
    return Concern.POSSESSIVE if needs_possessive else None


def sign_concern(found: str, new_text: str, after: str) -> Concern | None:
    """Return the concern about a sign such as ®: other words before it, or a second one.

    `after` is the text after `found`.
    """
    has_two = has_sign(new_text) and after[:1] in SIGNS and after != ""
    return None if keeps_signed_words(found, new_text) and not has_two else Concern.SIGN


def is_ambiguous(difference: Difference, context: MatchContext, language: Language) -> bool:
    """Return whether a variant of a name may be another name, or words that begin a sentence.

    `Harbour lines are long` may not be about the company Harbour Lines, and San José (Costa
    Rica) is not San Jose (California).
    """
    if difference.letters in {Letters.DIACRITICS, Letters.PUNCTUATION}:
        return True
    if difference.letters is not Letters.CASE or difference.gap:
        return False
    text = context.text
    is_ordinary = text[1:] == text[1:].lower() and language.may_be_words(text)
    return is_ordinary and context.begins_sentence


def is_in_work_title(context: LintContext, span: Span, listed: str) -> bool:
    """Return whether `span` is in the title of a work: capitalized, in italics or quoted.

    A `listed` name that is all that is quoted is not a title.
    """
    is_name = casing.has_capital(listed)
    return context.get(work_titles).covers(context, span, is_name=is_name)


def is_protected(document: Document, span: Span, *, protect_quotations: bool) -> bool:
    """Return whether the option `protect-quotations` leaves `span` to an editor."""
    return protect_quotations and is_in_quotation(document, span)
