"""Inflection of English terms: plural, singular and verb forms."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from string import ascii_letters

from editkit.core.glossary import Term
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.base import Form, Slot
from editkit.languages.en.verbs import conjugate
from editkit.languages.en.word_list import is_english

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
_HEAD_AND_REST = lazy_pattern(
    rf"^(.*\S)(\s+(?:{'|'.join(sorted(_HEAD_PREPOSITIONS))})\s.*)$", re.DOTALL
)
_LAST_WORD = lazy_pattern(r"[^\W\d_]+$")
_ACRONYM = lazy_pattern(r"[A-Z][A-Z&]*[A-Z]$|[A-Z]+[a-z][A-Z]+$")
_CAPITALS = lazy_pattern(r"[A-Z]{2,}")
_MAN = lazy_pattern(r"(?<=[a-z]{2})man$")
"""The ending of compounds of `man`, such as `chairman`."""
_E_WORD = lazy_pattern(r"e-?[a-z]{3,}")
_NO_PLURAL = lazy_pattern(r"(?:ss|us|is|ics|[^aeiou]as)$|^.{0,3}$")
_PLURAL_ENDINGS = tuple(
    (lazy_pattern(ending), cut, added)
    for ending, cut, added in (
        (r"[^aeiou]y$", 1, "ies"),
        (r"sis$", 2, "es"),
        (r"(?:s|x|z|ch|sh)$", 0, "es"),
    )
)
_SINGULAR_ENDINGS = tuple(
    (lazy_pattern(ending), cut, added)
    for ending, cut, added in (
        (r"[^aeiou]ies$", 3, "y"),
        (r"(?:(?:ana|para|cata)ly|cri|the|diagno|progno|oa|empha)ses$", 2, "is"),
        (r"(?:ss|x|zz|ch|sh)es$", 2, ""),
        (r"s$", 1, ""),
    )
)


def inflect(term: Term) -> Iterator[Form]:
    """Yield the generated forms of a term: of a verb if its part of speech is one.

    A term such as `email`, without a part of speech, has the forms of a noun and of a verb.
    """
    if term.pos and term.pos.lower().startswith("verb"):
        yield from _verb_forms(term.text)
        return
    yield from _noun_forms(term.text)
    if not term.pos and _E_WORD.fullmatch(term.text) and _is_verb_too(term.text):
        yield from (form for form in _verb_forms(term.text) if form.slot is not Slot.THIRD)


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


def _is_verb_too(word: str) -> bool:
    """Return whether a word of `e` and another word is a verb as well: `email`, not `ebook`."""
    rest = word[1:].removeprefix("-")
    parts = conjugate("e" + rest)
    return is_english(rest) and parts is not None and is_english(parts.past)


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
    if _MAN.search(low) and is_english(low[:-2] + "en"):
        return word[:-2] + ("EN" if word.isupper() else "en")
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
    if low.endswith("men") and _MAN.search(one := low[:-2] + "an") and is_english(one):
        return word[:-2] + ("AN" if word.isupper() else "an")
    if not low.endswith("s") or low in _INVARIANT or _NO_PLURAL.search(low):
        return word[:-1] if word.endswith("s") and _CAPITALS.fullmatch(word[:-1]) else None
    for ending, cut, added in _SINGULAR_ENDINGS:
        if ending.search(low):
            return word[: len(word) - cut] + added
    return None


def _match_case(word: str, model: str) -> str:
    return word.capitalize() if model[:1].isupper() else word
