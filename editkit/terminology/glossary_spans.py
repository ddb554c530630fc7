"""Spans covered by occurrences of glossary terms."""

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.span import Span
from editkit.terminology.scan import TermScan


def glossary_spans(setup: Setup, document: Document) -> tuple[list[Span], list[Span]]:
    """Return the spans of correct occurrences, and those of incorrect ones."""
    if not setup.glossary.concepts:
        return [], []
    found = setup.shared(TermScan).find(document)
    return (
        [term.span for term in found if term.kind.is_correct],
        [term.span for term in found if not term.kind.is_correct],
    )
