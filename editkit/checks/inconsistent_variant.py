"""inconsistent-variant."""

from collections.abc import Iterator

from editkit.core.check import CollectingCheck
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.text.occurrences import TermScan
from editkit.text.variants import Counts, Rivalry, Sighting, collect, rivalries

_SHOWN = 5


class InconsistentVariant(CollectingCheck[Counts]):
    """Flags the rarer of two spellings of one name, no glossary needed."""

    rule = Rule(
        id="inconsistent-variant",
        family=Family.CONSISTENCY,
        summary="Name or compound spelt in two ways in one article",
        rationale=(
            "Machine translation spells a name anew in every sentence: with a hyphen here and a "
            "space there, in small letters once, with a look-alike character or digit. The "
            "spelling met more often is proposed, of equally frequent ones the one that differs "
            "least from the others, then the first. Names that truly differ (BK40, BK60) and "
            "titles, where letter case says nothing, are let be, as is what a glossary decides."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MINOR,
        examples=(
            Example(
                "We drove an Off-Track car. The Off-Track won, and an Off Track lost.",
                flagged=("Off Track",),
                fixed="We drove an Off-Track car. The Off-Track won, and an Off-Track lost.",
            ),
            Example(
                "The VELOX αS HI led. A VELOX αS HI won, a VELOX αS H1 did not.",
                flagged=("αS H1",),
                fixed="The VELOX αS HI led. A VELOX αS HI won, a VELOX αS HI did not.",
            ),
            Example(
                "At the Suhe Plant, R&D and R & D meet. R&D left the Suhe plant.",
                flagged=("R & D", "Suhe plant"),
                fixed="At the Suhe Plant, R&D and R&D meet. R&D left the Suhe Plant.",
            ),
            Example("The BK40 and the BK60 are long-term plans for the long term."),
            Example("A US policy for us. The plan was made. A Plan for the Bay"),
        ),
    )

    def collect(self, document: Document) -> Counts:
        """Return the spellings of names and compounds."""
        if not self.setup.glossary.concepts:
            return collect(document)
        found = self.setup.shared(TermScan).find(document)
        return collect(
            document,
            right=[term.span for term in found if term.verdict.right],
            wrong=[term.span for term in found if not term.verdict.right],
        )

    def report(self, document: Document, counts: Counts) -> Iterator[Issue]:
        """Yield one issue a place where the rarer spelling stands."""
        for rivalry in rivalries(counts):
            for sighting in rivalry.losing:
                if sighting.uri == document.uri and not sighting.vouched:
                    yield self._issue(document, rivalry, sighting)

    def _issue(self, document: Document, rivalry: Rivalry, sighting: Sighting) -> Issue:
        span = sighting.mention.span
        times = "once" if len(rivalry.winning) == 1 else f"{len(rivalry.winning)} times"
        related = tuple(
            Related(
                rival.mention.span,
                f"“{rivalry.winner}”",
                None if rival.uri == document.uri else rival.uri,
            )
            for rival in rivalry.winning[:_SHOWN]
        )
        fix = Fix(f"Replace with “{rivalry.winner}”", (Edit(span, rivalry.winner),), Safety.REVIEW)
        return self.issue(
            span,
            f"“{sighting.mention.text}” here, “{rivalry.winner}” {times} elsewhere.",
            fix,
            confidence=Confidence.MEDIUM,
            related=related,
        )
