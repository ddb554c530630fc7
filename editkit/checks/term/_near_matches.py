"""Near matches of glossary terms, shared by the checks that report them."""

from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.terminology.classify import MatchKind, Occurrence
from editkit.terminology.near_matches import NearMatch, NearMatchKind, near_matches
from editkit.text.spelling_difference import Difference


class NearMatchCheck(Check):
    """A check of the near matches of glossary terms."""

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has a near match."""
        return bool(context.get(near_matches))


def near_matches_of(
    context: LintContext, kind: NearMatchKind
) -> Iterator[tuple[NearMatch, Occurrence]]:
    """Yield the near matches of one kind, each with the ambiguous occurrence it may be."""
    for near in context.get(near_matches):
        if near.kind is kind:
            difference = Difference()
            yield (
                near,
                Occurrence(near.span, near.entry, MatchKind.VARIANT, difference, ambiguous=True),
            )
