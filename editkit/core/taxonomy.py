"""Classification of issues: families, severities, confidence levels, MQM categories."""

from enum import Enum
from functools import total_ordering
from typing import Self


class Family(Enum):
    """Group of rules that a user can select or ignore as a whole, across all engines."""

    TERM = "term"
    CONSISTENCY = "consistency"
    GRAMMAR = "grammar"
    SPELLING = "spelling"
    TYPOGRAPHY = "typography"
    NUMBER = "number"
    SOURCE = "source"
    STYLE = "style"
    WEB = "web"

    @property
    def title(self) -> str:
        """The title of the family for readers."""
        return _FAMILY_TITLES.get(self.value, self.value.capitalize())


_FAMILY_TITLES = {
    "term": "Terminology",
    "typography": "Punctuation and spacing",
    "number": "Numbers and units",
    "source": "Differs from the source",
    "web": "Leftover web text",
}


@total_ordering
class _Ranked(Enum):
    """Enumeration whose members are ordered by definition; the first has the lowest rank, 0."""

    rank: int

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)

    def __lt__(self, other: Self) -> bool:
        return self.rank < other.rank


class Severity(_Ranked):
    """MQM severity levels; `info` is MQM's neutral."""

    INFO = "info"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class Confidence(_Ranked):
    """Likelihood that an issue is an error; independent of its severity."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Status(Enum):
    """How well the evidence for a rule, or a row or pattern of it, is known.

    `STABLE`: it rests on a plain rule of grammar, or it was right often enough in two or more
    independent texts. `PREVIEW`: it was not measured well enough, and runs only with `--preview`.
    """

    STABLE = "stable"
    PREVIEW = "preview"

    def __and__(self, other: "Status") -> "Status":
        """Return `STABLE` if both are."""
        return self if other is Status.STABLE else other

    def __or__(self, other: "Status") -> "Status":
        """Return `STABLE` if one of both is."""
        return other if self is Status.PREVIEW else self


class Scope(Enum):
    """What a rule has to read to decide about one place.

    An editor that checks again what was changed can restrict rules of scope `block` to the
    changed blocks.
    """

    BLOCK = "block"
    DOCUMENT = "document"
    CORPUS = "corpus"
    """The document, and with `--together` the other documents of the run."""


CATEGORIES = frozenset(
    {
        "terminology/inconsistent-with-terminology-resource",
        "terminology/inconsistent-use-of-terminology",
        "terminology/wrong-term",
        "accuracy/mistranslation",
        "accuracy/untranslated",
        "accuracy/omission",
        "accuracy/addition",
        "linguistic-conventions/grammar",
        "linguistic-conventions/punctuation",
        "linguistic-conventions/spelling",
        "linguistic-conventions/unintelligible",
        "linguistic-conventions/character-encoding",
        "linguistic-conventions/textual-conventions",
        "style/language-register",
        "style/awkward-style",
        "style/unidiomatic-style",
        "style/inconsistent-style",
        "style/organizational-style",
        "locale-conventions/number-format",
        "locale-conventions/currency-format",
        "locale-conventions/date-format",
        "locale-conventions/measurement-format",
        "design-and-markup/missing-markup",
        "design-and-markup/layout",
        "audience-appropriateness/offensive",
    }
)
"""MQM error types in use, as `dimension/type` (themqm.org, MQM 2.0 full typology)."""
