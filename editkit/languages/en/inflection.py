"""The inflected forms of terms, made once for each glossary."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from string import ascii_letters

from editkit.core.glossary import Concept, MatchPolicy, Term
from editkit.core.language import matches
from editkit.languages.en.verbs import conjugated


class Slot(Enum):
    """The place of a form among the forms of its term."""

    BASE = "base"
    PLURAL = "plural"
    SINGULAR = "singular"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "past participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term, and which one it is."""

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
_KEPT = 32_768
"""How many words' forms are kept: the variants of a term end with the same word."""
_SAME = frozenset(
    "aircraft cattle equipment information evidence research software hardware staff "
    "feedback news series species sheep deer fish means people police data media".split()
)
_SINGULAR = {plural: singular for singular, plural in _IRREGULAR.items() if plural != singular}
_BETWEEN = frozenset({"of", "for", "in", "on"})
_OF = re.compile(rf"^(.*\S)(\s+(?:{'|'.join(sorted(_BETWEEN))})\s.*)$", re.DOTALL)
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
    """Return the forms that stand for `term`, itself first.

    What its entry lists goes before what is made: the first listed form is the
    plural, the others are further ones of it. Possessives are no forms: the
    ending stands behind the term and is kept as it is.
    """
    made: list[Form] = [Form(term.text, Slot.BASE)]
    if term.match is MatchPolicy.FORMS:
        if term.forms:
            made += (Form(text, Slot.PLURAL) for text in term.forms)
        elif term.pos and term.pos.lower().startswith("verb"):
            made += _verb_forms(term.text)
        else:
            made += _noun_forms(term.text)
    return tuple(made)


def concept_forms(concept: Concept, lang: str) -> Iterator[tuple[Term, Form]]:
    """Yield the forms of all terms of `concept` in `lang`, each with its term.

    A rejected term that is listed beside its own singular counts as the plural.
    What is made of a rejected term and is a usable one is left out: who rejects
    `Harbour Motors` does not reject `Harbour Motor`.
    """
    terms = [term for term in concept.terms if matches(term.lang, lang)]
    if len({term.text for term in terms}) < len(terms):
        terms = list(dict.fromkeys(terms))
    made = [(term, term.status.usable, surface_forms(term)) for term in terms]
    usable = {form.text.casefold() for _, use, forms in made if use for form in forms}
    plurals = {
        form.text
        for _, use, forms in made
        if not use
        for form in forms
        if form.slot is Slot.PLURAL
    }
    for term, use, forms in made:
        for form in forms:
            listed = form.slot is Slot.BASE
            if use or (listed and form.text not in plurals):
                yield term, form
            elif listed:
                yield term, Form(form.text, Slot.PLURAL)
            elif form.text.casefold() not in usable:
                yield term, form


def plural(text: str) -> str | None:
    """Return the plural of a noun phrase, or None where it has none or is one.

    >>> plural("company"), plural("analysis"), plural("SME"), plural("Party Committee of BAIC")
    ('companies', 'analyses', 'SMEs', 'Party Committees of BAIC')
    """
    if (
        not _BETWEEN.isdisjoint(text.split())
        and (nested := _OF.match(text))
        and (head := plural(nested[1]))
    ):
        return head + nested[2]
    return _on_last_word(text, _plural_word)


def singular(text: str) -> str | None:
    """Return the singular of a noun phrase that looks plural, or None.

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
    if parts := conjugated(text):
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


@lru_cache(maxsize=_KEPT)
def _plural_word(word: str) -> str | None:
    low = word.lower()
    if low in _SAME or low.endswith("ics") or _singular_word(word):
        return None
    if irregular := _IRREGULAR.get(low):
        return _cased(irregular, word)
    if _ACRONYM.fullmatch(word):
        return word + "s"
    upper = word.isupper() and len(word) > 1
    for ending, cut, added in _PLURAL_ENDINGS:
        if low[-1] in "yhsxz" and ending.search(low):
            return word[: len(word) - cut] + (added.upper() if upper else added)
    return word + ("S" if upper else "s")


@lru_cache(maxsize=_KEPT)
def _singular_word(word: str) -> str | None:
    low = word.lower()
    if irregular := _SINGULAR.get(low):
        return _cased(irregular, word)
    if not low.endswith("s") or low in _SAME or _NO_PLURAL.search(low):
        return word[:-1] if word.endswith("s") and _CAPITALS.fullmatch(word[:-1]) else None
    for ending, cut, added in _SINGULAR_ENDINGS:
        if ending.search(low):
            return word[: len(word) - cut] + added
    return None


def _cased(word: str, model: str) -> str:
    return word.capitalize() if model[:1].isupper() else word
