"""Base class of the checks that flag the less frequent of several styles."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar

from editkit.consistency.style_tally import (
    StyleConflict,
    StyleTally,
    StyleUse,
    describe_use,
    find_conflicts,
)
from editkit.core.check import CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.errors import InputError
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.setup import Setup
from editkit.core.taxonomy import Confidence
from editkit.terminology.glossary_spans import glossary_spans

_MAX_RELATED = 3


class StyleCheck(CollectingCheck[StyleTally]):
    """A check of something that has several accepted styles, of which a text should use one.

    `policies` maps each value of the option `prefer` to the style required for each topic.
    """

    min_ratio: ClassVar[int] = 1
    """Minimum ratio of the uses of the winning style to those of the losing style."""
    max_separate_issues: ClassVar[int] = 3
    """Maximum number of losing uses that become separate issues; more become one issue."""
    policies: ClassVar[Mapping[str, Mapping[str, str]]] = {"": {}}

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        preferred = self.option("prefer", object)
        if isinstance(preferred, str) and preferred not in self.policies:
            known = ", ".join(name for name in self.policies if name)
            raise InputError(f"{self.rule.id}: unknown value “{preferred}”. Use one of {known}.")

    @abstractmethod
    def uses(self, document: Document) -> Iterator[StyleUse]:
        """Yield each place in an English document that is written in one of the styles."""

    @abstractmethod
    def rewrite(self, use: StyleUse, style: str) -> str | None:
        """Return a use rewritten in another style, or None if it cannot be rewritten."""

    def min_ratio_of(self, conflict: StyleConflict) -> float:  # noqa: ARG002  (for subclasses)
        """Return the minimum ratio of winning to losing uses of one clash."""
        return self.min_ratio

    def policy(self, tally: StyleTally) -> Mapping[str, str]:  # noqa: ARG002  (for subclasses)
        """Return the style that the configuration requires, by topic."""
        return self.policies[self.option("prefer", str)]

    def collect(self, context: LintContext) -> StyleTally:
        """Return the uses of all styles, except in the terms that the glossary covers."""
        covered = {at for s in context.get(glossary_spans).all for at in range(s.start, s.end)}
        return StyleTally([u for u in self.uses(context.document) if u.span.start not in covered])

    def report(self, context: LintContext, counts: StyleTally) -> Iterator[Issue]:
        """Yield the issues of the losing styles.

        A few uses become one issue each. More uses become one issue at the first of them,
        which lists the others and has one fix for all, or none if a use cannot be rewritten.
        """
        document = context.document
        reported: set[object] = set()
        policy = self.policy(counts)
        for conflict in find_conflicts(counts, policy):
            required = self.min_ratio_of(conflict) * len(conflict.losing)
            if len(conflict.winning) < required and conflict.losing[0].topic not in policy:
                continue
            here = [u for u in conflict.losing if u.uri == document.uri and u.span not in reported]
            reported.update(use.span for use in here)
            is_separate = len(here) <= self.max_separate_issues
            for uses in [[use] for use in here] if is_separate else [here]:
                yield self._issue(document, conflict, uses)

    def _issue(self, document: Document, conflict: StyleConflict, uses: list[StyleUse]) -> Issue:
        rewrites = [(use, self.rewrite(use, conflict.winner)) for use in uses]
        edits = tuple(
            Edit(use.span, _without_doubled_stop(document, use, text))
            for use, text in rewrites
            if text is not None
        )
        title = f"Make all {uses[0].topic} {conflict.winner}"
        if len(uses) == 1 and edits:
            title = f"Replace with “{edits[0].text}”"
        fix = Fix(title, edits, Safety.REVIEW)
        is_clear = len(conflict.winning) >= 2 * len(conflict.losing)
        return self.issue(
            uses[0].span,
            describe_use(uses[0], conflict),
            *((fix,) if len(edits) == len(rewrites) else ()),
            confidence=Confidence.MEDIUM if is_clear else Confidence.LOW,
            related=_related(document, conflict, uses[1:]),
        )


def _without_doubled_stop(document: Document, use: StyleUse, text: str) -> str:
    """Return `text` without its final point if the point of the sentence follows."""
    is_before_stop = document.text.startswith(".", use.span.end)
    return text.removesuffix(".") if is_before_stop else text


def _related(
    document: Document, conflict: StyleConflict, rest: list[StyleUse]
) -> tuple[Related, ...]:
    winners = (
        Related(use.span, f"“{use.text}”", None if use.uri == document.uri else use.uri)
        for use in conflict.winning[:_MAX_RELATED]
    )
    return (*winners, *(Related(use.span, f"also {use.style}") for use in rest))
