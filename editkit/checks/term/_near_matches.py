"""Near matches of glossary terms, shared by the checks that report them."""

from collections.abc import Iterator

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.terminology.classify import MatchKind, Occurrence
from editkit.terminology.near_matches import NearMatch, NearMatcher, NearMatchKind
from editkit.text.spelling_difference import Difference


def near_matches(
    setup: Setup, document: Document, kind: NearMatchKind
) -> Iterator[tuple[NearMatch, Occurrence]]:
    """Yield the near matches of one kind, each with the ambiguous occurrence it may be."""
    if setup.glossary.concepts:
        for near in setup.shared(NearMatcher).find(document):
            if near.kind is kind:
                yield (
                    near,
                    Occurrence(
                        near.span, near.entry, MatchKind.VARIANT, Difference(), ambiguous=True
                    ),
                )
