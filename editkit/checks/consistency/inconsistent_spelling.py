"""inconsistent-spelling."""

from collections.abc import Iterator

from editkit.consistency.typos import Slip, Words, collect, slips
from editkit.core.check import CollectingCheck
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.terminology.glossary_spans import glossary_spans


class InconsistentSpelling(CollectingCheck[Words]):
    """Flags a word that is one letter away from one that the article has more often."""

    rule = Rule(
        id="inconsistent-spelling",
        family=Family.CONSISTENCY,
        summary="Word or name one letter away from the article's usual spelling",
        rationale=(
            "A name spelt with one letter left out, put in, replaced or moved is found by no "
            "search and passes as another name. The article itself shows how it is spelt: a "
            "word that is no English one, and one slip away from a word that stands there more "
            "often, is reported. Let be are inflections, short words, two English words, two "
            "Chinese names in pinyin (Shanxi, Shaanxi), and two names that both recur."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MINOR,
        examples=(
            Example(
                "Veloxia sells buses. Veloxia and Veloxia Bank met a man from Veloixa.",
                flagged=("Veloixa",),
                fixed="Veloxia sells buses. Veloxia and Veloxia Bank met a man from Veloxia.",
            ),
            Example(
                "The harbour authority audits the funds of the authorty.",
                flagged=("authorty",),
                fixed="The harbour authority audits the funds of the authority.",
            ),
            Example("Shaanxi lies west of Shanxi; Shaanxi and Shanxi trade, as Shaanxi must."),
            Example("Veloxia and the Veloxian plants: Veloxia, Veloxia, Veloxians."),
        ),
    )

    def collect(self, document: Document) -> Words:
        """Return the longer words."""
        return collect(document)

    def report(self, document: Document, counts: Words) -> Iterator[Issue]:
        """Yield one issue a slip, but for what the glossary has judged."""
        judged = [span for spans in glossary_spans(self.setup, document) for span in spans]
        for slip, start in slips(document, counts):
            span = Span(start, start + len(slip.found))
            if not any(span.overlaps(other) for other in judged):
                yield self._issue(document, slip, span)

    def _issue(self, document: Document, slip: Slip, span: Span) -> Issue:
        times = "once" if slip.times == 1 else f"{slip.times} times"
        related = tuple(
            Related(
                Span(place.start, place.start + len(slip.meant)),
                f"“{slip.meant}”",
                None if place.uri == document.uri else place.uri,
            )
            for place in slip.places
        )
        fix = Fix(f"Replace with “{slip.meant}”", (Edit(span, slip.meant),), Safety.REVIEW)
        return self.issue(
            span,
            f"“{slip.found}” here, “{slip.meant}” {times} elsewhere.",
            fix,
            confidence=Confidence.MEDIUM,
            related=related,
        )
