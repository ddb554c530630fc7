"""Comparison of the strings of a glossary."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.glossary import CasePolicy, Concept, Term
from editkit.core.language import matches
from editkit.core.lazy_pattern import lazy_pattern
from editkit.termbase.glossary_issue import RowLocation

_JOINERS = "\u200c\u200d"  # part of the spelling in Persian and in Indic scripts
_SPACELESS = lazy_pattern(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Wording:
    """A string of a glossary: a term, or one of its listed forms."""

    text: str
    term: Term
    concept: Concept
    is_form: bool = False

    @property
    def is_usable(self) -> bool:
        """Whether it may be used in texts."""
        return self.term.status.usable

    @property
    def ignores_case(self) -> bool:
        """Whether it may be in any letter case."""
        return self.term.case is CasePolicy.FOLD

    @property
    def location(self) -> RowLocation:
        """The location of its row."""
        return RowLocation(self.concept.uri, self.term.line or self.concept.line)


def wordings(concept: Concept, lang: str) -> Iterator[Wording]:
    """Yield the wordings of `concept` for `lang`, the listed forms after their term.

    Their texts are normalized as documents are.
    """
    for term in concept.terms:
        if matches(term.lang, lang):
            yield Wording(normalize(term.text), term, concept)
            for form in term.forms:
                yield Wording(normalize(form), term, concept, is_form=True)


def normalize(text: str) -> str:
    """Return `text` in NFC with each run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_same(one: Wording, other: Wording) -> bool:
    """Return whether two wordings have the same text; case-sensitive unless one ignores case."""
    return _folded_if_needed(one.text, one, other) == _folded_if_needed(other.text, one, other)


def is_inside(inner: Wording, outer: Wording) -> bool:
    """Return whether `inner` consists of whole words of `outer`, but not all of them."""
    inner_text = _folded_if_needed(inner.text, inner, outer)
    outer_text = _folded_if_needed(outer.text, inner, outer)
    if not inner_text or inner_text == outer_text or inner_text not in outer_text:
        return False
    before = r"(?<!\w)" if _is_word_character(inner_text[0]) else ""
    after = r"(?!\w)" if _is_word_character(inner_text[-1]) else ""
    return re.search(before + re.escape(inner_text) + after, outer_text) is not None


def invisible_characters(text: str) -> tuple[str, ...]:
    """Return the invisible code points of `text`, as `U+200B`.

    These are control and format characters (Unicode categories Cc and Cf) except joiners.
    """
    found = (c for c in text if unicodedata.category(c) in {"Cc", "Cf"} and c not in _JOINERS)
    return tuple(dict.fromkeys(f"U+{ord(c):04X}" for c in found))


def _folded_if_needed(text: str, *wordings: Wording) -> str:
    return text.casefold() if any(wording.ignores_case for wording in wordings) else text


def _is_word_character(letter: str) -> bool:
    return (letter.isalnum() or letter == "_") and not _SPACELESS.match(letter)
