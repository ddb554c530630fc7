"""Forms of the terms of a glossary concept in one language."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from editkit.core.glossary import Concept, Term, TermStatus
from editkit.core.language import matches
from editkit.languages import find_language
from editkit.languages.base import Form, Language, Slot


def concept_forms(concept: Concept, lang: str) -> Iterator[tuple[Term, Form]]:
    """Yield the forms of all terms of `concept` in `lang`, each with its term.

    A rejected term whose singular is also listed counts as the plural. Skips generated
    forms of a rejected term that are forms of a usable one: rejecting `Harbour Motors` does
    not reject `Harbour Motor`.

    A name such as `One Belt One Road` is also matched with a comma: as the rejected term that it
    is, or as a spelling that the preferred term rejects.
    """
    language = find_language(lang)
    terms = dict.fromkeys(term for term in concept.terms if matches(term.lang, lang))
    inflected = [(term, language.inflect(term)) for term in terms]
    usable = [form for term, forms in inflected if term.status.usable for form in forms]
    rejected = [form for term, forms in inflected if not term.status.usable for form in forms]
    usable_texts = {form.text.casefold() for form in usable}
    plurals = {form.text for form in rejected if form.slot is Slot.PLURAL}
    for term, forms in inflected:
        for form in forms:
            if term.status.usable:
                yield term, form
            elif form.slot is Slot.BASE:
                is_plural = form.text in plurals
                yield term, Form(form.text, Slot.PLURAL) if is_plural else form
            elif form.text.casefold() not in usable_texts:
                yield term, form
    yield from _with_other_commas(terms, language)


def _with_other_commas(terms: Iterable[Term], language: Language) -> Iterator[tuple[Term, Form]]:
    listed = {term.text.casefold() for term in terms}
    for term in terms:
        other = language.with_other_comma(term.text)
        if other is None or other.casefold() in listed or term.status is TermStatus.ADMITTED:
            continue
        is_usable = term.status.usable
        rejected = replace(term, text=other, status=TermStatus.DEPRECATED) if is_usable else term
        yield rejected, Form(other, Slot.BASE)
