"""The contract between editkit and a check."""

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
    """What a run is made with: the same for every document of it.

    `options` holds the settings of each rule by its id, `packs` what is known of
    translated style: entries of a glossary that are advice, no terms of the article's,
    `asked` the rules that are selected by their ids, which run though off by default.
    """

    glossary: Glossary = field(default_factory=Glossary)
    lang: str = "en-US"
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    packs: Glossary = field(default_factory=Glossary)
    asked: frozenset[str] = frozenset()
    _made: dict[Callable[..., object], object] = field(default_factory=dict, compare=False)

    def shared(self, make: Callable[["Setup"], Shared]) -> Shared:
        """Return `make(self)`, made once however many checks ask for it.

        Checks of one family share a compiled glossary and one scan this way.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Shared", self._made[make])


class Check(ABC):
    """Reads a document, reports issues, changes nothing and keeps nothing between documents."""

    rule: ClassVar[Rule]

    def __init__(self, setup: Setup) -> None:
        self.setup = setup

    @abstractmethod
    def run(self, document: Document) -> Iterator[Issue]:
        """Yield the issues of `document`, in any order."""

    def option(self, name: str) -> Any:  # noqa: ANN401  (an option's type is its default's)
        """Return what this rule's option `name` is set to, or its default."""
        declared = {option.name: option.default for option in self.rule.options}
        return self.setup.options.get(self.rule.id, {}).get(name, declared[name])

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
        """Make an issue of this check's rule.

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
    """What is known of some documents; what two of them say together does not hang on their order.

    To merge changes neither.
    """

    def merge(self, other: Self, /) -> Self:
        """Return what is known of the documents of both."""


class CollectingCheck(Check, Generic[Counts]):
    """A check that must have read everything before it can speak.

    Counts of several documents can be merged in any order, so that the two
    steps serve one article and a folder alike.
    """

    @abstractmethod
    def collect(self, document: Document) -> Counts:
        """Return what is to be known of `document`."""

    @abstractmethod
    def report(self, document: Document, counts: Counts) -> Iterator[Issue]:
        """Yield the issues of `document`, given the counts of all documents it belongs with."""

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield the issues of a document that belongs with no other."""
        return self.report(document, self.collect(document))
