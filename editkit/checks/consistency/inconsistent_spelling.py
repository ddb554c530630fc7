"""inconsistent-spelling: a word one letter away from the article's usual spelling."""

from collections.abc import Iterator

from editkit.consistency.typos import Typo, WordCounts, collect_words, find_typos
from editkit.core.check import CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.foreign_text import is_romance
from editkit.terminology.glossary_spans import glossary_spans


class InconsistentSpelling(CollectingCheck[WordCounts]):
    """Flags a word that is one letter away from a more frequent word of the article."""

    rule = Rule(
        id="inconsistent-spelling",
        title="Inconsistent spelling of a name",
        family=Family.CONSISTENCY,
        summary="Word or name that differs in one letter from its usual spelling in the text",
        rationale=(
            "A name with one letter missing, added, replaced or swapped is not found by any "
            "search, and it looks like another name. The text itself shows how the name is "
            "spelled: a word that is not an English word and differs in one letter from a "
            "more frequent one is flagged. Inflected forms, short words, pairs of English "
            "words, pairs of Chinese names in pinyin (Shanxi, Shaanxi) and pairs of names "
            "that both recur are ignored."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MINOR,
        scope=Scope.CORPUS,
        examples=(
            Example(
                "The port authority publishes its accounts in May. The authorty has 40 members.",
                flagged=("authorty",),
                fixed="The port authority publishes its accounts in May. The authority has 40 "
                "members.",
                in_manual=True,
            ),
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

    def collect(self, context: LintContext) -> WordCounts:
        """Return the words of five letters or more."""
        return collect_words(context.document)

    def report(self, context: LintContext, counts: WordCounts) -> Iterator[Issue]:
        """Yield an issue for each typo that the glossary does not cover."""
        document = context.document
        if is_romance(document.text):
            return  # its words resemble the English names of what it describes
        covered = context.get(glossary_spans).all
        for typo, start in find_typos(document, counts):
            span = Span(start, start + len(typo.found))
            if not any(span.overlaps(other) for other in covered):
                yield self._issue(document, typo, span)

    def _issue(self, document: Document, typo: Typo, span: Span) -> Issue:
        times = "once" if typo.intended_count == 1 else f"{typo.intended_count} times"
        related = tuple(
            Related(
                Span(position.start, position.start + len(typo.intended)),
                f"“{typo.intended}”",
                None if position.uri == document.uri else position.uri,
            )
            for position in typo.positions
        )
        fix = Fix(f"Replace with “{typo.intended}”", (Edit(span, typo.intended),), Safety.REVIEW)
        return self.issue(
            span,
            f"Inconsistent spelling: “{typo.found}” here, “{typo.intended}” {times} elsewhere.",
            fix,
            confidence=Confidence.MEDIUM,
            related=related,
        )
