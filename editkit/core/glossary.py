"""Glossaries: concept-oriented terminology modeled on TBX (ISO 30042)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import Enum
from hashlib import sha256
from operator import attrgetter

from editkit.core.language import matches
from editkit.core.taxonomy import Confidence, Status


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
    the entry declares for its rejected terms; None if it declares none. `status` is that of a
    row of a style pack. If `consistent`, a text may use any of the usable terms, but only one
    of them.
    """

    id: str
    terms: tuple[Term, ...]
    note: str | None = None
    uri: str | None = None
    line: int = 0
    confidence: Confidence | None = None
    status: Status = Status.STABLE
    consistent: bool = False

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
    _digest: str = field(default="", init=False, repr=False, compare=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of the contents: equal glossaries have the same one in every process.

        It is computed once per object, and pickles contain it, so an unpickled copy of a
        large glossary is recognized without reading its concepts.
        """
        if not self._digest:
            object.__setattr__(self, "_digest", _content_digest(self.concepts))
        return self._digest

    def __hash__(self) -> int:
        """Return the hash of the digest: each run looks up the matcher of its packs."""
        return hash(self.digest)

    def __getstate__(self) -> tuple[tuple[Concept, ...], str]:
        """Return the concepts and the digest."""
        return self.concepts, self.digest

    def __setstate__(self, state: tuple[tuple[Concept, ...], str]) -> None:
        """Restore the concepts and the digest."""
        for name, value in zip(("concepts", "_digest"), state, strict=True):
            object.__setattr__(self, name, value)

    def entries(self, lang: str) -> Iterator[tuple[Concept, Term]]:
        """Yield every term in `lang` with its concept."""
        for concept in self.concepts:
            for term in concept.terms:
                if matches(term.lang, lang):
                    yield concept, term


def _content_digest(concepts: tuple[Concept, ...]) -> str:
    terms = [term for concept in concepts for term in concept.terms]
    digest = sha256(repr([len(concept.terms) for concept in concepts]).encode())
    # By column, since it takes a fifth of the time of `repr(concepts)`.
    for kind, rows in ((Concept, concepts), (Term, terms)):
        for name in (each.name for each in fields(kind) if each.name != "terms"):
            digest.update(repr(_plain_column(rows, name)).encode())
    return digest.hexdigest()


def _plain_column(rows: Iterable[object], name: str) -> list[object]:
    """Return a field of each row, with the values of enum members, whose `repr` is slow."""
    column = list(map(attrgetter(name), rows))
    if any(issubclass(kind, Enum) for kind in set(map(type, column))):
        return [value._value_ if isinstance(value, Enum) else value for value in column]
    return column
