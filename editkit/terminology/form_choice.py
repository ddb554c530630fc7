"""Choice of the inflected form of a replacement term."""

from functools import lru_cache

from editkit.core.glossary import Term
from editkit.languages.en.inflection import Slot, singular, surface_forms
from editkit.languages.en.verb_phrases import inflect_like, is_verb_phrase, verb_ending
from editkit.terminology.safety import Concern, form_concern
from editkit.text import casing


@lru_cache(maxsize=8192)
def choose_form(preferred: Term, rejected: Term, slot: Slot) -> tuple[str, Concern | None]:
    """Return the form of `preferred` for the `slot` of `rejected`, and the concern about it.

    The past form also serves as the participle if there is no separate one. A phrase that
    begins with an inflected verb has only its base form: the verb of the preferred term is
    inflected alike, for review.
    """
    is_common = not casing.has_capital(preferred.text)
    if slot is Slot.BASE and not is_common:
        return preferred.text, None
    forms = {form.slot: form.text for form in reversed(surface_forms(preferred))}
    if slot is Slot.BASE and is_common and Slot.PLURAL in forms and singular(rejected.text):
        slot = Slot.PLURAL  # only the plural is listed
    if slot is Slot.PARTICIPLE and slot not in forms:
        slot = Slot.PAST
    if (slot is Slot.PLURAL and Slot.SINGULAR in forms) or slot is Slot.SINGULAR:
        return forms.get(slot, preferred.text), None
    concern = form_concern(rejected.text, preferred.text, slot, is_available=slot in forms)
    if concern and is_common and slot not in forms.keys() - {Slot.BASE}:
        has_auxiliary = slot is Slot.PAST
        return _inflect_like(rejected.text, preferred.text, has_auxiliary=has_auxiliary), concern
    return forms.get(slot, preferred.text), concern


def is_past_phrase(rejected: Term, preferred: Term) -> bool:
    """Return whether `rejected` is a phrase such as `sold in the market`, and no name follows."""
    ending = verb_ending(rejected.text)
    return (
        ending == "ed" and is_verb_phrase(rejected.text) and not casing.has_capital(preferred.text)
    )


def _inflect_like(rejected: str, preferred: str, *, has_auxiliary: bool) -> str:
    rejected_ending, preferred_ending = verb_ending(rejected), verb_ending(preferred)
    differs = (rejected_ending and not preferred_ending) or (
        not rejected_ending and preferred_ending == "ing"
    )
    return (
        differs and inflect_like(rejected, preferred, rejected_ending, has_auxiliary=has_auxiliary)
    ) or preferred
