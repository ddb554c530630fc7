"""Which form of the preferred term takes the place of a rejected one."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from editkit.core.glossary import Term
from editkit.languages.en.inflection import Slot, singular, surface_forms
from editkit.languages.en.verb_phrases import is_phrase, recast
from editkit.text import casing

_ALIKE = 0.8
_VERB = re.compile(r"(?!un)[a-z]{3,}?(ed|ing|(?<![sui])s)")
_PARTICIPLES = frozenset(
    "begun bought brought built caught chosen done drawn driven given gone grown held kept known "
    "led left lost made met paid put run said seen sent set shown sold taken thought told won "
    "written".split()
)


@lru_cache(maxsize=8192)
def wording(preferred: Term, rejected: Term, slot: Slot) -> tuple[str, bool]:
    """Return the form of `preferred` for that `slot` of `rejected`, and whether it fits as it is.

    It does not where the preferred term has no such form, and where grammar
    around it would have to change. A past is the participle as well, unless the
    term has one of its own. A phrase that begins with an inflected verb has but its
    base: the verb of the preferred term is put in the same part, for review.
    """
    common = not casing.is_name(preferred.text)
    if slot is Slot.BASE and not common:
        return preferred.text, True
    forms = {form.slot: form.text for form in reversed(surface_forms(preferred))}
    if slot is Slot.BASE and common and Slot.PLURAL in forms and singular(rejected.text):
        slot = Slot.PLURAL  # only the plural is listed
    if slot is Slot.PARTICIPLE and slot not in forms:
        slot = Slot.PAST
    if (slot is Slot.PLURAL and Slot.SINGULAR in forms) or slot is Slot.SINGULAR:
        return forms.get(slot, preferred.text), True
    fits = slot in forms and (slot is not Slot.BASE or _same_shape(rejected.text, preferred.text))
    if not fits and common and slot not in forms.keys() - {Slot.BASE}:
        return _recast(rejected.text, preferred.text, helped=slot is Slot.PAST), False
    return forms.get(slot, preferred.text), fits


def has_past(rejected: Term, preferred: Term) -> bool:
    """Whether `rejected` is a phrase as `sold in the market`, and `preferred` may follow it."""
    ending = verb_ending(rejected.text)
    return ending == "ed" and is_phrase(rejected.text) and not casing.is_name(preferred.text)


def _recast(rejected: str, preferred: str, *, helped: bool) -> str:
    theirs, ours = verb_ending(rejected), verb_ending(preferred)
    apart = (theirs and not ours) or (not theirs and ours == "ing")
    return (apart and recast(rejected, preferred, theirs, helped=helped)) or preferred


def _same_shape(rejected: str, preferred: str) -> bool:
    """Whether a common term can take the place of a rejected one, grammar left as it is.

    It cannot where one of them is a plural and the other is not, nor where one
    begins with an inflected verb (`clicked the like`, `give a thumbs-up`).
    """
    if casing.is_name(preferred) or casing.is_name(rejected):
        return True
    if SequenceMatcher(None, rejected, preferred, autojunk=False).ratio() > _ALIKE:
        return True
    if bool(singular(rejected)) != bool(singular(preferred)):
        return False
    theirs, ours = verb_ending(rejected), verb_ending(preferred)
    return " " not in rejected or theirs == ours or (not theirs and ours == "s")


def verb_ending(text: str) -> str:
    """Return `ed`, `ing` or `s` where `text` begins with a word that looks like such a verb."""
    first = text.split(maxsplit=1)[0]
    if first in _PARTICIPLES:
        return "ed"
    ending = _VERB.fullmatch(first)
    return ending[1] if ending else ""
