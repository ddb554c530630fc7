"""How the words of a glossary compare with each other."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.glossary import CasePolicy, Concept, Term
from editkit.core.language import matches
from editkit.termbase.glossary_issue import Place

_JOINERS = "\u200c\u200d"  # spelling, in Persian and in Indic scripts
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Wording:
    """A string that the glossary knows: a term, or one of the forms listed for it."""

    text: str
    term: Term
    concept: Concept
    form: bool = False

    @property
    def usable(self) -> bool:
        """Whether writers may use it."""
        return self.term.status.usable

    @property
    def folds(self) -> bool:
        """Whether its letter case is free."""
        return self.term.case is CasePolicy.FOLD

    @property
    def place(self) -> Place:
        """Where its row stands."""
        return Place(self.concept.uri, self.term.line or self.concept.line)


def wordings(concept: Concept, lang: str) -> Iterator[Wording]:
    """Yield what `concept` has for `lang`, its listed forms after their term.

    White space counts as one space and letters are composed (NFC), as texts are read.
    """
    for term in concept.terms:
        if matches(term.lang, lang):
            yield Wording(normal(term.text), term, concept)
            for form in term.forms:
                yield Wording(normal(form), term, concept, form=True)


def normal(text: str) -> str:
    """Return `text` composed (NFC) and with one space for any white space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def same(one: Wording, other: Wording) -> bool:
    """Whether a text could not tell the two apart; letter case counts unless one row folds."""
    return _cased(one.text, one, other) == _cased(other.text, one, other)


def stands_in(inner: Wording, outer: Wording) -> bool:
    """Whether `inner` is among the words of `outer`, and not all of them."""
    part, whole = _cased(inner.text, inner, outer), _cased(outer.text, inner, outer)
    if not part or part == whole or part not in whole:
        return False
    before = r"(?<!\w)" if _in_word(part[0]) else ""
    after = r"(?!\w)" if _in_word(part[-1]) else ""
    return re.search(before + re.escape(part) + after, whole) is not None


def unseen(text: str) -> tuple[str, ...]:
    """Return the code points of `text` that print nothing, as `U+200B`.

    These are controls and format characters (Unicode categories Cc and Cf), joiners excepted.
    """
    found = (c for c in text if unicodedata.category(c) in {"Cc", "Cf"} and c not in _JOINERS)
    return tuple(dict.fromkeys(f"U+{ord(c):04X}" for c in found))


def _cased(text: str, *parties: Wording) -> str:
    return text.casefold() if any(party.folds for party in parties) else text


def _in_word(letter: str) -> bool:
    return (letter.isalnum() or letter == "_") and not _SPACELESS.match(letter)
