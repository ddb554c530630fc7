"""Rejected nouns that are verbs in a text, as in `she parks there`, and verbs that are nouns."""

from collections.abc import Iterator

from editkit.core.glossary import TermStatus
from editkit.languages.base import Slot, VerbUse
from editkit.languages.en.lexicon import WordClass, has_class
from editkit.terminology.matcher import TermEntry
from editkit.text import casing
from editkit.text.context import MatchContext

_VERB_NOUN_SLOTS = frozenset({Slot.BASE, Slot.PLURAL, Slot.THIRD})
_NOUN_SLOTS = frozenset({Slot.BASE, Slot.PLURAL, Slot.SINGULAR})


def verb_use(entry: TermEntry, context: MatchContext) -> VerbUse:
    """Return whether a match of a rejected term of one word is a verb, and the term a noun.

    If the preferred term may be a verb, too, the row may be about the verb.
    """
    text = entry.form.text
    is_verb = _is_verb(entry.term.pos or "") or has_class(text, WordClass.VERB)
    if not text.isalpha() or casing.has_capital(text) or is_verb:
        return VerbUse.UNLIKELY
    if entry.form.slot not in _NOUN_SLOTS:
        return VerbUse.UNLIKELY
    use = entry.language.verb_use(text, context.nearby_before, context.nearby_after)
    if use is VerbUse.CERTAIN and _is_verb_preferred(entry):
        return VerbUse.POSSIBLE
    return use


def is_noun_use(entry: TermEntry, context: MatchContext) -> bool:
    """Return whether a match of a rejected verb is a noun: `the setup` is not `set up`.

    The row is about a verb if it says so, or if the preferred term is a phrasal verb.
    """
    slot = entry.form.slot
    if slot not in _VERB_NOUN_SLOTS or casing.has_capital(entry.form.text):
        return False
    if not entry.term.pos and not any(map(entry.language.is_phrasal_verb, _preferred(entry))):
        return False
    if entry.term.pos and not _is_verb(entry.term.pos):
        return False
    return entry.language.is_noun_position(context.nearby_before, context.nearby_after, slot)


def _is_verb(pos: str) -> bool:
    return pos.lower().startswith("verb")


def _is_verb_preferred(entry: TermEntry) -> bool:
    return any(map(entry.language.may_be_verb, _preferred(entry)))


def _preferred(entry: TermEntry) -> Iterator[str]:
    for term in entry.concept.terms:
        if term.status is TermStatus.PREFERRED and term.lang == entry.term.lang:
            yield term.text
