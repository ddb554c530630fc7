"""Rejected nouns that are verbs in a text, as in `she parks there`."""

from editkit.core.glossary import TermStatus
from editkit.languages.base import Slot, VerbUse
from editkit.languages.en.lexicon import WordClass, has_class
from editkit.terminology.matcher import TermEntry
from editkit.text import casing
from editkit.text.context import MatchContext

_NOUN_SLOTS = frozenset({Slot.BASE, Slot.PLURAL, Slot.SINGULAR})


def verb_use(entry: TermEntry, context: MatchContext) -> VerbUse:
    """Return whether a match of a rejected term of one word is a verb, and the term a noun.

    If the preferred term may be a verb, too, the row may be about the verb.
    """
    text = entry.form.text
    is_verb = (entry.term.pos or "").lower().startswith("verb") or has_class(text, WordClass.VERB)
    if not text.isalpha() or casing.has_capital(text) or is_verb:
        return VerbUse.UNLIKELY
    if entry.form.slot not in _NOUN_SLOTS:
        return VerbUse.UNLIKELY
    use = entry.language.verb_use(text, context.nearby_before, context.nearby_after)
    if use is VerbUse.CERTAIN and _is_verb_preferred(entry):
        return VerbUse.POSSIBLE
    return use


def _is_verb_preferred(entry: TermEntry) -> bool:
    preferred = (
        term.text
        for term in entry.concept.terms
        if term.status is TermStatus.PREFERRED and term.lang == entry.term.lang
    )
    return any(map(entry.language.may_be_verb, preferred))
