"""Issues reported by checks and engines."""

from dataclasses import dataclass

from editkit.core.fix import Fix
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity, Status


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains an issue; `uri` is None for the same document.

    `part` is the part of the other file, None if it has one.
    """

    span: Span
    message: str
    uri: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class ConceptRef:
    """The glossary concept that an issue is about; `term` is None if no term is preferred."""

    term: str | None
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The rule and the engine that reported an issue."""

    rule: str
    engine: str = "editkit"


@dataclass(frozen=True, slots=True)
class Issue:
    """A potential error at one place in a document.

    `also` lists the rules whose issues were merged into this one. `fingerprint` does not
    depend on the position; it is set after all issues of a file are known. `status` is that
    of the rule, or of the row or pattern of it that matched.
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
    status: Status = Status.STABLE
