"""Glossaries: concept-oriented terminology modeled on TBX (ISO 30042)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from editkit.core.language import matches
from editkit.core.taxonomy import Confidence


class TermStatus(Enum):
    """TBX administrative status of a term."""

    PREFERRED = "preferredTerm-admn-sts"
    ADMITTED = "admittedTerm-admn-sts"
    DEPRECATED = "deprecatedTerm-admn-sts"
    SUPERSEDED = "supersededTerm-admn-sts"

    @property
    def usable(self) -> bool:
        """Whether writers may use a term of this status."""
        return self is TermStatus.PREFERRED or self is TermStatus.ADMITTED


class CasePolicy(Enum):
    """Treatment of a text that differs from a term in letter case only.

    `EXACT`: it is not the term (`excel` is not the program). `FOLD`: it is the term and is
    correct. `ENFORCE`: it is the term and must be corrected.
    """

    EXACT = "exact"
    FOLD = "fold"
    ENFORCE = "enforce"


class MatchPolicy(Enum):
    """Whether inflected forms of a term count as the term."""

    FORMS = "forms"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language.

    `lang` is a BCP 47 tag; `und` matches every text. `forms` are the inflected forms listed
    in the glossary, plural first; if empty, the regular ones are generated. If `case` is
    None, the shape of the term decides. `line` is the 1-based line in the glossary file, or 0.
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
    """A meaning and all its terms.

    `uri` and `line` locate the entry in its glossary file. `confidence` is the confidence
    the entry declares for its rejected terms; None if it declares none.
    """

    id: str
    terms: tuple[Term, ...]
    note: str | None = None
    uri: str | None = None
    line: int = 0
    confidence: Confidence | None = None

    def preferred(self, lang: str) -> Term | None:
        """Return the preferred term in `lang`; None if there is none."""
        candidates = (t for t in self.terms if matches(t.lang, lang))
        return next((t for t in candidates if t.status is TermStatus.PREFERRED), None)

    def source(self, lang: str) -> Term | None:
        """Return the first term in a language other than `lang`: the source term."""
        return next((t for t in self.terms if not matches(t.lang, lang)), None)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The concepts a text is checked against."""

    concepts: tuple[Concept, ...] = ()

    def entries(self, lang: str) -> Iterator[tuple[Concept, Term]]:
        """Yield every term in `lang` with its concept."""
        for concept in self.concepts:
            for term in concept.terms:
                if matches(term.lang, lang):
                    yield concept, term
