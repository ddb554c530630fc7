"""inconsistent-name: a name with a word added, dropped or moved."""

import re
from collections.abc import Iterator

from editkit.consistency.name_counts import NameCounts, collect_names
from editkit.consistency.name_variants import NamePart, NameVariantPair, name_variant_pairs
from editkit.core.check import CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.terminology.glossary_spans import glossary_spans

_ALIAS_INTRODUCTION = lazy_pattern(
    r"\b(?:also (?:known as|called)|formerly(?: known as)?) (?:the )?[\"“‘']?$", re.IGNORECASE
)
_LOOKBEHIND_CHARS = 40


class InconsistentName(CollectingCheck[NameCounts]):
    """Flags a name with a word more or less than the article's usual name."""

    rule = Rule(
        id="inconsistent-name",
        title="Inconsistent name",
        family=Family.CONSISTENCY,
        summary="Name with a word added, omitted or moved",
        rationale=(
            "Machine translation translates a name anew in every sentence, so it gains or "
            "loses a word: “Suhe Benz” becomes “Suhe Corvin-Benz”, “University of Suhe” "
            "becomes “Suhe University”. The clearly more frequent form is proposed. Short "
            "forms that omit the beginning or the end of a name are normal and ignored, "
            "except after “of”. Names that are given in full at their first occurrence, and "
            "other names that the text itself introduces, are ignored too."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MINOR,
        scope=Scope.CORPUS,
        examples=(
            Example(
                "The University of Linden City opened in 1952. Last year, Linden City "
                "University admitted 3,000 students.",
                flagged=("Linden City University",),
                fixed="The University of Linden City opened in 1952. Last year, University of "
                "Linden City admitted 3,000 students.",
                in_manual=True,
            ),
            Example(
                "The Suhe Benz sells. A Suhe Benz and a Suhe Benz met a Suhe Corvin-Benz.",
                flagged=("Suhe Corvin-Benz",),
                fixed="The Suhe Benz sells. A Suhe Benz and a Suhe Benz met a Suhe Benz.",
            ),
            Example(
                "The University of Suhe grew. Later, Suhe University shrank.",
                flagged=("Suhe University",),
                fixed="The University of Suhe grew. Later, University of Suhe shrank.",
            ),
            Example("We seek steady work and assured pay. It means assured pay and steady work."),
            Example("The University of Suhe, also known as “Suhe University”, grew in May."),
            Example("Jana Maria Karstell came. Jana Karstell, Jana Karstell and Jana Karstell."),
            Example("The Bank of Suhe Group met the Bank of Suhe. The Bank left the Group."),
        ),
    )

    def collect(self, context: LintContext) -> NameCounts:
        """Return the names of two words or more."""
        return collect_names(context.document)

    def report(self, context: LintContext, counts: NameCounts) -> Iterator[Issue]:
        """Yield an issue for each unusual form of a name that the glossary does not cover."""
        document = context.document
        covered = [*context.get(glossary_spans).all]
        for pair in name_variant_pairs(counts):
            if any(_is_alias(document, part) for part in pair.losing):
                continue
            for part in pair.losing:
                span = Span(part.start, part.start + len(part.text))
                if part.uri == document.uri and not any(span.overlaps(other) for other in covered):
                    covered.append(span)
                    yield self._issue(document, pair, span)

    def _issue(self, document: Document, pair: NameVariantPair, span: Span) -> Issue:
        times = "once" if pair.winning_count == 1 else f"{pair.winning_count} times"
        related = tuple(
            Related(
                Span(part.start, part.start + len(part.text)),
                f"“{part.text}”",
                None if part.uri == document.uri else part.uri,
            )
            for part in pair.winning
        )
        found = span.of(document.text)
        fix = Fix(f"Replace with “{pair.winner}”", (Edit(span, pair.winner),), Safety.REVIEW)
        return self.issue(
            span,
            f"Inconsistent name: “{found}” here, “{pair.winner}” {times} elsewhere.",
            *([fix] if found[0].isupper() == pair.winner[0].isupper() else []),
            confidence=Confidence.LOW,
            related=related,
        )


def _is_alias(document: Document, part: NamePart) -> bool:
    before = document.text[max(0, part.start - _LOOKBEHIND_CHARS) : part.start]
    return part.uri == document.uri and bool(_ALIAS_INTRODUCTION.search(before))
