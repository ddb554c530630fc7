"""inconsistent-variant: the less frequent of two spellings of one name or compound."""

from collections.abc import Iterator

from editkit.consistency.identifier_like import is_common_compound, is_value_at
from editkit.consistency.repeated_runs import may_have_variants
from editkit.consistency.variants import (
    SpellingCounts,
    VariantPair,
    collect_spellings,
    find_variants,
)
from editkit.core.check import CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.terminology.glossary_spans import glossary_spans
from editkit.text import casing

_MAX_RELATED = 5


class InconsistentVariant(CollectingCheck[SpellingCounts]):
    """Flags the less frequent of two spellings of one name; needs no glossary."""

    rule = Rule(
        id="inconsistent-variant",
        title="Inconsistent variant of a name",
        family=Family.CONSISTENCY,
        summary="Name or compound written in two ways in the same text",
        rationale=(
            "Machine translation writes a name anew in every sentence: with a hyphen or a space, "
            "in lowercase, with a look-alike character. The most frequent form is proposed. "
            "Different names (BK40, BK60), titles and glossary terms are ignored."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MINOR,
        scope=Scope.CORPUS,
        also_info=True,
        examples=(
            Example(
                "The Off-Track won. An Off-Track is quiet, and an Off Track costs $30,000.",
                flagged=("Off Track",),
                fixed="The Off-Track won. An Off-Track is quiet, and an Off-Track costs $30,000.",
                in_manual=True,
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

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield the issues of the document, based on its own spellings."""
        return super().run(context) if may_have_variants(context.document) else iter(())

    def collect(self, context: LintContext) -> SpellingCounts:
        """Return the spellings of names and compounds."""
        spans = context.get(glossary_spans)
        return collect_spellings(
            context.document, in_glossary=spans.correct, reported_elsewhere=spans.incorrect
        )

    def report(self, context: LintContext, counts: SpellingCounts) -> Iterator[Issue]:
        """Yield an issue for each place with the less frequent spelling."""
        document = context.document
        spans = context.get(glossary_spans)
        places = find_variants(
            document,
            counts.variant_pairs(),
            in_glossary=spans.correct,
            reported_elsewhere=spans.incorrect,
        )
        for pair, place in places:
            span = Span(place.start, place.end)
            has_markup = not document.source_map.is_replaceable(span)  # `a~z, A~Z`
            if not has_markup and not is_value_at(document, span):
                yield self._issue(document, pair, span)

    def _issue(self, document: Document, pair: VariantPair, span: Span) -> Issue:
        found = span.of(document.text)
        spelling = pair.winner
        if found[0].isupper() and spelling.islower():
            spelling = casing.capitalize(spelling)
        times = "once" if pair.winning.count == 1 else f"{pair.winning.count} times"
        related = tuple(
            Related(
                Span(place.start, place.end),
                f"“{pair.winner}”",
                None if place.uri == document.uri else place.uri,
            )
            for place in pair.winning.positions[:_MAX_RELATED]
        )
        fix = Fix(f"Replace with “{spelling}”", (Edit(span, spelling),), Safety.REVIEW)
        is_info = pair.may_be_identifier or is_common_compound(found, spelling)
        return self.issue(
            span,
            f"Inconsistent spelling: “{found}” here, “{pair.winner}” {times} elsewhere.",
            fix,
            severity=Severity.INFO if is_info else self.rule.severity,
            confidence=Confidence.LOW if pair.may_be_identifier else Confidence.MEDIUM,
            related=related,
        )
