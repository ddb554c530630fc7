"""Base classes of checks."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Generic, Protocol, Self, TypeVar

from editkit.core.context import LintContext
from editkit.core.cues import cues
from editkit.core.fix import Fix
from editkit.core.issue import ConceptRef, Issue, Related
from editkit.core.rule import Rule
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Severity, Status

Counts = TypeVar("Counts", bound="Mergeable")
Value = TypeVar("Value")


class Check(ABC):
    """Base class of all checks.

    A check reads a document and reports issues. It changes nothing and keeps no state
    between documents.
    """

    rule: ClassVar[Rule]
    requires: ClassVar[frozenset[str]] = frozenset()
    """Characters and lowercase words; a text without any of them has no issue of the rule.

    A word is a whole run of letters: `km` is one in `5km`, not in `kmh`. `cues.DIGIT` is any
    decimal digit. Empty if every text may have an issue.
    """

    def __init__(self, setup: Setup) -> None:
        self.setup = setup

    @abstractmethod
    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield the issues of the document, in any order."""

    def can_report(self, context: LintContext) -> bool:
        """Return False only if `run` would yield no issue; it is then not called.

        Must be much faster than `run`.
        """
        return not self.requires or not self.requires.isdisjoint(context.get(cues))

    def option(self, name: str, kind: type[Value]) -> Value:
        """Return the value of this rule's option `name`, or its default.

        Raises TypeError if the value is not of type `kind`; `float` accepts a whole number.
        """
        default = next(option.default for option in self.rule.options if option.name == name)
        value = self.setup.options.get(self.rule.id, {}).get(name, default)
        if kind is float and type(value) is int:
            value = float(value)
        if not isinstance(value, kind):
            found = type(value).__name__
            raise TypeError(f"the option {name} of {self.rule.id} is {found}, not {kind.__name__}")
        return value

    def issue(
        self,
        span: Span,
        message: str,
        *fixes: Fix,
        confidence: Confidence = Confidence.HIGH,
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
        concept: ConceptRef | None = None,
        status: Status = Status.STABLE,
    ) -> Issue:
        """Return an issue of this check's rule; `status` is that of the row that matched.

        Raises ValueError for severity `info` unless the rule declares it.
        """
        if severity is Severity.INFO and not self.rule.may_report_info:
            raise ValueError(f"{self.rule.id} does not declare that it may report info")
        return Issue(
            rule=self.rule.id,
            span=span,
            message=message,
            family=self.rule.family,
            category=self.rule.category,
            severity=severity or self.rule.severity,
            confidence=confidence,
            fixes=fixes,
            related=related,
            concept=concept,
            status=self.rule.status & status,
        )


class Mergeable(Protocol):
    """Counts collected from documents; the result of merging does not depend on the order."""

    def merge(self, other: Self, /) -> Self:
        """Return the counts of both as a new object; neither operand changes."""


class CollectingCheck(Check, Generic[Counts]):
    """A check in two steps: collect counts from all documents, then report issues.

    Counts can be merged in any order, so the same check works for a single article and
    for a corpus.
    """

    @abstractmethod
    def collect(self, context: LintContext) -> Counts:
        """Return the counts of the document."""

    @abstractmethod
    def report(self, context: LintContext, counts: Counts) -> Iterator[Issue]:
        """Yield the issues of the document, given the merged counts of the whole corpus."""

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield the issues of the document, based on its own counts."""
        return self.report(context, self.collect(context))
