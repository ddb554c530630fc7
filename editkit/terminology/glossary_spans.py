"""Spans covered by occurrences of glossary terms."""

from dataclasses import dataclass

from editkit.core.context import LintContext
from editkit.core.span import Span
from editkit.terminology.scan import term_occurrences


@dataclass(frozen=True, slots=True)
class GlossarySpans:
    """The spans of the correct and of the incorrect occurrences, each in order of position."""

    correct: tuple[Span, ...]
    incorrect: tuple[Span, ...]

    @property
    def all(self) -> tuple[Span, ...]:
        """All spans, the correct ones first."""
        return self.correct + self.incorrect


def glossary_spans(context: LintContext) -> GlossarySpans:
    """Return the spans of a document that glossary terms cover."""
    found = context.get(term_occurrences)
    return GlossarySpans(
        tuple(term.span for term in found if term.kind.is_correct),
        tuple(term.span for term in found if not term.kind.is_correct),
    )
