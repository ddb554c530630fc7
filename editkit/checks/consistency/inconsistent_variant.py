"""inconsistent-variant."""

from collections.abc import Iterator

from editkit.consistency.variants import Counts, Rivalry, collect, places
from editkit.core.check import CollectingCheck
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.terminology.glossary_spans import glossary_spans
from editkit.text import casing

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
        also_info=True,
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
                "At the Suhe Plant, R&D and R & D meet. R&D at Suhe Plant left the Suhe plant.",
                flagged=("R & D", "Suhe plant"),
                fixed="At the Suhe Plant, R&D and R&D meet. R&D at Suhe Plant left "
                "the Suhe Plant.",
            ),
            Example("The BK40 and the BK60 are long-term plans for the long term."),
            Example("A US policy for us. The plan was made. A Plan for the Bay"),
        ),
    )

    def collect(self, document: Document) -> Counts:
        """Return the spellings of names and compounds."""
        right, wrong = glossary_spans(self.setup, document)
        return collect(document, right=right, wrong=wrong)

    def report(self, document: Document, counts: Counts) -> Iterator[Issue]:
        """Yield one issue a place where the rarer spelling stands."""
        right, wrong = glossary_spans(self.setup, document)
        for rivalry, place in places(document, counts.rivalries(), right=right, wrong=wrong):
            yield self._issue(document, rivalry, Span(place.start, place.end))

    def _issue(self, document: Document, rivalry: Rivalry, span: Span) -> Issue:
        found = span.of(document.text)
        wanted = rivalry.winner
        if found[0].isupper() and wanted.islower():
            wanted = casing.capitalize(wanted)
        times = "once" if rivalry.winning.times == 1 else f"{rivalry.winning.times} times"
        related = tuple(
            Related(
                Span(place.start, place.end),
                f"“{rivalry.winner}”",
                None if place.uri == document.uri else place.uri,
            )
            for place in rivalry.winning.places[:_SHOWN]
        )
        fix = Fix(f"Replace with “{wanted}”", (Edit(span, wanted),), Safety.REVIEW)
        return self.issue(
            span,
            f"“{found}” here, “{rivalry.winner}” {times} elsewhere.",
            fix,
            severity=Severity.INFO if _ordinary(found, wanted) else self.rule.severity,
            confidence=Confidence.MEDIUM,
            related=related,
        )


def _ordinary(found: str, wanted: str) -> bool:
    """Whether two spellings are no name's, but a compound's that is as right open or solid."""
    plain = (found[:1].lower() + found[1:]).islower() and wanted[1:].islower()
    return plain and f"{found}{wanted}".isascii()
