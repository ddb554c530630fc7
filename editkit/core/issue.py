"""What a check or an engine found."""

from dataclasses import dataclass

from editkit.core.fix import Fix
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains an issue; `uri` is None in the same document."""

    span: Span
    message: str
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class ConceptRef:
    """The glossary concept an issue is about; None where its row names none."""

    term: str | None
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Which rule of which engine spoke."""

    rule: str
    engine: str = "editkit"


@dataclass(frozen=True, slots=True)
class Issue:
    """A potential error at one place; a reader decides whether it is one.

    `also` names the rules whose issues were merged into this one. `fingerprint`
    has no position in it and is filled in by the pipeline.
    """

    rule: str
    span: Span
    message: str
    family: Family
    category: str
    severity: Severity = Severity.MINOR
    confidence: Confidence = Confidence.HIGH
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    engine: str = "editkit"
    concept: ConceptRef | None = None
    also: tuple[Origin, ...] = ()
    fingerprint: str = ""
