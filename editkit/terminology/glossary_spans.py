"""Where a glossary has spoken already."""

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.span import Span
from editkit.terminology.scan import TermScan


def glossary_spans(setup: Setup, document: Document) -> tuple[list[Span], list[Span]]:
    """Return where the glossary is followed, and where it is not."""
    if not setup.glossary.concepts:
        return [], []
    found = setup.shared(TermScan).find(document)
    return (
        [term.span for term in found if term.verdict.right],
        [term.span for term in found if not term.verdict.right],
    )
