"""Inflection of English terms: plural, singular and verb forms."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from string import ascii_letters

from editkit.core.glossary import Concept, MatchPolicy, Term
from editkit.core.language import matches
from editkit.languages.en.verbs import conjugate


class Slot(Enum):
    """Slot of a form in the paradigm of its term."""

    BASE = "base"
    PLURAL = "plural"
    SINGULAR = "singular"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "past participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term with its slot."""

    text: str
    slot: Slot


_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
    "tooth": "teeth", "goose": "geese", "mouse": "mice", "ox": "oxen", "leaf": "leaves",
    "life": "lives", "knife": "knives", "wife": "wives", "half": "halves", "shelf": "shelves",
    "self": "selves", "wolf": "wolves", "loaf": "loaves", "thief": "thieves", "datum": "data",
    "medium": "media", "criterion": "criteria", "phenomenon": "phenomena", "index": "indices",
    "matrix": "matrices", "appendix": "appendices", "curriculum": "curricula",
    "stimulus": "stimuli", "nucleus": "nuclei", "quiz": "quizzes", "bus": "buses",
    "gas": "gases", "lens": "lenses", "hero": "heroes", "echo": "echoes", "potato": "potatoes",
    "tomato": "tomatoes", "veto": "vetoes", "cargo": "cargoes", "corps": "corps",
}  # fmt: skip
_CACHE_SIZE = 32_768
"""Number of words whose forms are cached: the variants of a term end with the same word."""
_INVARIANT = frozenset(
    "aircraft cattle equipment information evidence research software hardware staff "
    "feedback news series species sheep deer fish means people police data media".split()
)
_IRREGULAR_SINGULAR = {
    plural: singular for singular, plural in _IRREGULAR.items() if plural != singular
}
_HEAD_PREPOSITIONS = frozenset({"of", "for", "in", "on"})
_HEAD_AND_REST = re.compile(
    rf"^(.*\S)(\s+(?:{'|'.join(sorted(_HEAD_PREPOSITIONS))})\s.*)$", re.DOTALL
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_ACRONYM = re.compile(r"[A-Z][A-Z&]*[A-Z]$|[A-Z]+[a-z][A-Z]+$")
_CAPITALS = re.compile(r"[A-Z]{2,}")
_NO_PLURAL = re.compile(r"(?:ss|us|is|ics|[^aeiou]as)$|^.{0,3}$")
_PLURAL_ENDINGS = tuple(
    (re.compile(ending), cut, added)
    for ending, cut, added in (
        (r"[^aeiou]y$", 1, "ies"),
        (r"sis$", 2, "es"),
        (r"(?:s|x|z|ch|sh)$", 0, "es"),
    )
)
_SINGULAR_ENDINGS = tuple(
    (re.compile(ending), cut, added)
    for ending, cut, added in (
        (r"[^aeiou]ies$", 3, "y"),
        (r"(?:(?:ana|para|cata)ly|cri|the|diagno|progno|oa|empha)ses$", 2, "is"),
        (r"(?:ss|x|zz|ch|sh)es$", 2, ""),
        (r"s$", 1, ""),
    )
)


def surface_forms(term: Term) -> tuple[Form, ...]:
    """Return the forms of `term`, starting with the term itself.

    Forms listed in the glossary replace the generated ones; all of them are plurals.
    Possessives are not forms: the ending follows the term and is kept.
    """
    forms: list[Form] = [Form(term.text, Slot.BASE)]
    if term.match is MatchPolicy.FORMS:
        if term.forms:
            forms += (Form(text, Slot.PLURAL) for text in term.forms)
        elif term.pos and term.pos.lower().startswith("verb"):
            forms += _verb_forms(term.text)
        else:
            forms += _noun_forms(term.text)
    return tuple(forms)


def concept_forms(concept: Concept, lang: str) -> Iterator[tuple[Term, Form]]:
    """Yield the forms of all terms of `concept` in `lang`, each with its term.

    A rejected term whose singular is also listed counts as the plural. Skips generated
    forms of a rejected term that are forms of a usable one: rejecting `Harbour Motors` does
    not reject `Harbour Motor`.
    """
    terms = dict.fromkeys(term for term in concept.terms if matches(term.lang, lang))
    inflected = [(term, surface_forms(term)) for term in terms]
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


def plural(text: str) -> str | None:
    """Return the plural of a noun phrase; None if it has none or is a plural.

    >>> plural("company"), plural("analysis"), plural("SME"), plural("Party Committee of BAIC")
    ('companies', 'analyses', 'SMEs', 'Party Committees of BAIC')
    """
    if (
        not _HEAD_PREPOSITIONS.isdisjoint(text.split())
        and (nested := _HEAD_AND_REST.match(text))
        and (head := plural(nested[1]))
    ):
        return head + nested[2]
    return _on_last_word(text, _plural_word)


def singular(text: str) -> str | None:
    """Return the singular of a noun phrase that looks plural, else None.

    >>> singular("convenience stores"), singular("analyses"), singular("business")
    ('convenience store', 'analysis', None)
    """
    return _on_last_word(text, _singular_word)


def _noun_forms(text: str) -> Iterator[Form]:
    if one := singular(text):
        yield Form(one, Slot.SINGULAR)
    elif many := plural(text):
        yield Form(many, Slot.PLURAL)


def _verb_forms(text: str) -> Iterator[Form]:
    if parts := conjugate(text):
        yield Form(parts.third, Slot.THIRD)
        yield Form(parts.past, Slot.PAST)
        if parts.participle != parts.past:
            yield Form(parts.participle, Slot.PARTICIPLE)
        yield Form(parts.gerund, Slot.GERUND)


def _on_last_word(text: str, change: Callable[[str], str | None]) -> str | None:
    before = text.rstrip(ascii_letters)
    if not before.isascii() or before == text:
        last = _LAST_WORD.search(text)
        before = text[: last.start()] if last else text
    changed = change(text[len(before) :]) if len(before) < len(text) else None
    return None if changed is None else before + changed


@lru_cache(maxsize=_CACHE_SIZE)
def _plural_word(word: str) -> str | None:
    low = word.lower()
    if low in _INVARIANT or low.endswith("ics") or _singular_word(word):
        return None
    if irregular := _IRREGULAR.get(low):
        return _match_case(irregular, word)
    if _ACRONYM.fullmatch(word):
        return word + "s"
    upper = word.isupper() and len(word) > 1
    for ending, cut, added in _PLURAL_ENDINGS:
        if low[-1] in "yhsxz" and ending.search(low):
            return word[: len(word) - cut] + (added.upper() if upper else added)
    return word + ("S" if upper else "s")


@lru_cache(maxsize=_CACHE_SIZE)
def _singular_word(word: str) -> str | None:
    low = word.lower()
    if irregular := _IRREGULAR_SINGULAR.get(low):
        return _match_case(irregular, word)
    if not low.endswith("s") or low in _INVARIANT or _NO_PLURAL.search(low):
        return word[:-1] if word.endswith("s") and _CAPITALS.fullmatch(word[:-1]) else None
    for ending, cut, added in _SINGULAR_ENDINGS:
        if ending.search(low):
            return word[: len(word) - cut] + added
    return None


def _match_case(word: str, model: str) -> str:
    return word.capitalize() if model[:1].isupper() else word
