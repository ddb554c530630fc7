"""Choice of the inflected form of a replacement term."""

from functools import lru_cache

from editkit.core.glossary import Term
from editkit.languages.base import Form, Language, Slot
from editkit.terminology.safety import Concern, form_concern
from editkit.text import casing


@lru_cache(maxsize=8192)
def choose_form(
    preferred: Term, rejected: Term, found: Form, language: Language
) -> tuple[str, Concern | None]:
    """Return the form of `preferred` for the `found` one of `rejected`, and the concern about it.

    The past form also serves as the participle if there is no separate one. A phrase that
    begins with an inflected verb has only its base form: the verb of the preferred term is
    inflected alike, for review. In a language whose inflection is unknown, a listed form with
    the ending of the rejected one is taken, otherwise the term itself.
    """
    slot = found.slot
    if slot is Slot.UNKNOWN:
        return _form_with_same_ending(preferred, rejected, found.text, language)
    is_common = not casing.has_capital(preferred.text)
    if slot is Slot.BASE and not is_common:
        concern = form_concern(rejected.text, preferred.text, slot, language, is_available=True)
        return preferred.text, concern
    forms = {form.slot: form.text for form in reversed(language.inflect(preferred))}
    if (
        slot is Slot.BASE
        and is_common
        and Slot.PLURAL in forms
        and language.is_plural(rejected.text)
    ):
        slot = Slot.PLURAL  # only the plural is listed
    if slot is Slot.PARTICIPLE and slot not in forms:
        slot = Slot.PAST
    if (slot is Slot.PLURAL and Slot.SINGULAR in forms) or slot is Slot.SINGULAR:
        return forms.get(slot, preferred.text), None
    concern = form_concern(
        rejected.text, preferred.text, slot, language, is_available=slot in forms
    )
    if concern and is_common and slot not in forms.keys() - {Slot.BASE}:
        inflected = language.inflect_like(
            rejected.text, preferred.text, has_auxiliary=slot is Slot.PAST
        )
        return inflected or preferred.text, concern
    return forms.get(slot, preferred.text), concern


def _form_with_same_ending(
    preferred: Term, rejected: Term, found: str, language: Language
) -> tuple[str, Concern | None]:
    ending = found.removeprefix(rejected.text)
    form = preferred.text + ending
    if ending == found or form not in preferred.forms:
        return preferred.text, Concern.NO_SUCH_FORM
    return form, form_concern(
        rejected.text, preferred.text, Slot.UNKNOWN, language, is_available=True
    )
