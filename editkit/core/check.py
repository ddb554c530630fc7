"""Base classes of checks, and the setup they are built from."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar, cast

from editkit.core.document import Document
from editkit.core.fix import Fix
from editkit.core.glossary import Glossary
from editkit.core.issue import ConceptRef, Issue, Related
from editkit.core.rule import Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Severity

Shared = TypeVar("Shared")
Counts = TypeVar("Counts", bound="Mergeable")


@dataclass(frozen=True, slots=True)
class Setup:
    """Input of every check, the same for all documents of a run.

    `options` maps a rule id to the options set for it. `packs` is a glossary of style
    advice, separate from the article's own terms. `explicit_rules` are the rules selected
    by id; they run even if they are off by default.
    """

    glossary: Glossary = field(default_factory=Glossary)
    lang: str = "en-US"
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    packs: Glossary = field(default_factory=Glossary)
    explicit_rules: frozenset[str] = frozenset()
    _instances: dict[Callable[..., object], object] = field(default_factory=dict, compare=False)

    def shared(self, factory: Callable[["Setup"], Shared]) -> Shared:
        """Return `factory(self)`, called once per setup.

        Checks of one family share a compiled glossary and one scan this way.
        """
        if factory not in self._instances:
            self._instances[factory] = factory(self)
        return cast("Shared", self._instances[factory])


class Check(ABC):
    """Base class of all checks.

    A check reads a document and reports issues. It changes nothing and keeps no state
    between documents.
    """

    rule: ClassVar[Rule]

    def __init__(self, setup: Setup) -> None:
        self.setup = setup

    @abstractmethod
    def run(self, document: Document) -> Iterator[Issue]:
        """Yield the issues of `document`, in any order."""

    def option(self, name: str) -> Any:  # noqa: ANN401  (an option's type is its default's)
        """Return the value of this rule's option `name`, or its default."""
        defaults = {option.name: option.default for option in self.rule.options}
        return self.setup.options.get(self.rule.id, {}).get(name, defaults[name])

    def issue(
        self,
        span: Span,
        message: str,
        *fixes: Fix,
        confidence: Confidence = Confidence.HIGH,
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
        concept: ConceptRef | None = None,
    ) -> Issue:
        """Return an issue of this check's rule.

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
    def collect(self, document: Document) -> Counts:
        """Return the counts of `document`."""

    @abstractmethod
    def report(self, document: Document, counts: Counts) -> Iterator[Issue]:
        """Yield the issues of `document`, given the merged counts of the whole corpus."""

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield the issues of `document`, based on its own counts."""
        return self.report(document, self.collect(document))
