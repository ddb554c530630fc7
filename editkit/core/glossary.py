"""Concept-oriented terminology, after TBX (ISO 30042)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from editkit.core.language import matches
from editkit.core.taxonomy import Confidence


class TermStatus(Enum):
    """The TBX administrative status of a term."""

    PREFERRED = "preferredTerm-admn-sts"
    ADMITTED = "admittedTerm-admn-sts"
    DEPRECATED = "deprecatedTerm-admn-sts"
    SUPERSEDED = "supersededTerm-admn-sts"

    @property
    def usable(self) -> bool:
        """Whether writers may use a term of this status."""
        return self is TermStatus.PREFERRED or self is TermStatus.ADMITTED


class CasePolicy(Enum):
    """How a term is treated in another letter case.

    With `EXACT`, it is not the term: `excel` is not the program. With `FOLD`, it is the
    term and is right; with `ENFORCE`, it is the term and must be corrected.
    """

    EXACT = "exact"
    FOLD = "fold"
    ENFORCE = "enforce"


class MatchPolicy(Enum):
    """Whether a term's inflected forms stand for it."""

    FORMS = "forms"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language.

    `lang` is a BCP 47 tag; `und` fits every text. `forms` are the inflected
    forms its entry lists, plural first; without them the usual ones are made.
    `case` is None where the term's own shape decides. `line` is the line of the
    glossary file, counted from 1, or 0.
    """

    text: str
    lang: str = "und"
    status: TermStatus = TermStatus.PREFERRED
    pos: str | None = None
    forms: tuple[str, ...] = ()
    case: CasePolicy | None = None
    match: MatchPolicy = MatchPolicy.FORMS
    line: int = 0


@dataclass(frozen=True, slots=True)
class Concept:
    """A meaning and every term for it; `uri` and `line` say which entry it was.

    `confidence` is how sure its entry says a rejected term to be an error.
    """

    id: str
    terms: tuple[Term, ...]
    note: str | None = None
    uri: str | None = None
    line: int = 0
    confidence: Confidence | None = None

    def preferred(self, lang: str) -> Term | None:
        """Return the term writers should use in `lang`, if there is one."""
        wanted = (t for t in self.terms if matches(t.lang, lang))
        return next((t for t in wanted if t.status is TermStatus.PREFERRED), None)

    def source(self, lang: str) -> Term | None:
        """Return the first term of another language than `lang`: what was translated."""
        return next((t for t in self.terms if not matches(t.lang, lang)), None)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The concepts a text is checked against."""

    concepts: tuple[Concept, ...] = ()

    def entries(self, lang: str) -> Iterator[tuple[Concept, Term]]:
        """Yield every term of `lang` with the concept it designates."""
        for concept in self.concepts:
            for term in concept.terms:
                if matches(term.lang, lang):
                    yield concept, term
