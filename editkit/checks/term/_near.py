"""What the checks of almost-terms share."""

from collections.abc import Iterator

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.terminology.classify import Occurrence, Verdict
from editkit.terminology.near_matches import Kind, Near, NearTerms
from editkit.text.spelling_difference import Difference


def near_terms(setup: Setup, document: Document, kind: Kind) -> Iterator[tuple[Near, Occurrence]]:
    """Yield the almost-terms of one kind, each with the doubtful occurrence that it may be."""
    if setup.glossary.concepts:
        for near in setup.shared(NearTerms).find(document):
            if near.kind is kind:
                yield (
                    near,
                    Occurrence(near.span, near.entry, Verdict.VARIANT, Difference(), doubt=True),
                )
