"""inconsistent-alias: two names of one thing in one text."""

from collections.abc import Iterator
from dataclasses import replace

from editkit.checks.consistency._alias_fixes import replace_name
from editkit.checks.consistency._term_aliases import term_alias_uses
from editkit.consistency.alias_groups import AliasConflict, AliasCounts
from editkit.consistency.alias_uses import alias_uses
from editkit.core.check import CollectingCheck
from editkit.core.context import LintContext
from editkit.core.cues import cues
from editkit.core.fix import Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.proper_names.aliases import topics_in
from editkit.terminology.glossary_spans import glossary_spans


class InconsistentAlias(CollectingCheck[AliasCounts]):
    """Flags the less frequent of two names of one country, party, body, place or technology."""

    rule = Rule(
        id="inconsistent-alias",
        title="Two names for one thing",
        family=Family.CONSISTENCY,
        summary="Two names for one thing in the same text",
        rationale=(
            "Macao and Macau, KMT and Kuomintang, Kyiv and Kiev are one thing each, but "
            "readers who do not know that take them for two. One issue lists all places. A "
            "text often has both a full name and its short form (United States, US). If it "
            "alternates between them, the issue has severity `info`, or `minor` if the "
            "short form occurs before it is introduced or the full form after it. "
            "Quotations, titles, longer names (Bank of Macau, U.S. News) and names that the "
            "text explains (Kyiv, formerly Kiev) are ignored."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MINOR,
        scope=Scope.CORPUS,
        also_info=True,
        langs=("en",),
        examples=(
            Example(
                "Macao expects more visitors. Hotels in Macau are full, and Macao plans two more.",
                flagged=("Macau",),
                fixed="Macao expects more visitors. Hotels in Macao are full, and Macao plans two "
                "more.",
                in_manual=True,
            ),
            Example(
                "The KMT won. The Kuomintang’s plan and the KMT’s differ.",
                flagged=("Kuomintang",),
                fixed="The KMT won. The KMT’s plan and the KMT’s differ.",
            ),
            Example(
                "A US firm sold an AI chip. The United States’ law and US law, and the U.S.",
                flagged=("United States",),
                fixed="A US firm sold an AI chip. The US’s law and US law, and the US.",
            ),
            Example("The United States (US) is large. A US firm said that the US is growing."),
            Example("The University of Macau is in Macao. “Macau” is an older spelling."),
            Example("Kyiv, formerly spelled Kiev, is a city. Kiev was a city in 1920."),
        ),
    )

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document may have a name that other documents call differently."""
        return self._has_consistent_terms() or bool(topics_in(context.get(cues)))

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield the issues of the document, based on its own names."""
        words, text = context.get(cues), context.document.text
        may_conflict = self._has_consistent_terms() or any(
            topic.may_conflict(text, words) for topic in topics_in(words)
        )
        return super().run(context) if may_conflict else iter(())

    def _has_consistent_terms(self) -> bool:
        return any(concept.consistent for concept in self.setup.glossary.concepts)

    def collect(self, context: LintContext) -> AliasCounts:
        """Return the uses of names, of those of the glossary if it has consistent terms."""
        spans = context.get(glossary_spans).all
        covered = {at for span in spans for at in range(span.start, span.end)}
        found = (
            replace(each, uses=tuple(u for u in each.uses if u.span.start not in covered))
            for each in context.get(alias_uses)
        )
        return AliasCounts.of(context.document.uri, (*found, *term_alias_uses(context)))

    def report(self, context: LintContext, counts: AliasCounts) -> Iterator[Issue]:
        """Yield one issue for each thing of which the document mixes the names."""
        for conflict in counts.conflicts(context.document.uri):
            yield self._issue(context, conflict)

    def _issue(self, context: LintContext, conflict: AliasConflict) -> Issue:
        first, *rest = conflict.losing
        counted = [f"“{name}” {_times(count)}" for name, count in conflict.names.items()]
        edits = tuple(
            edit for use in conflict.losing for edit in replace_name(context, use, conflict.winner)
        )
        where = "" if not rest else f", {len(conflict.losing)} places"
        fix = Fix(f"Replace with “{conflict.winner}”{where}", edits, Safety.REVIEW)
        return self.issue(
            first.span,
            f"Two names for one thing: {', '.join(counted)}. Use one of them.",
            fix,
            severity=Severity.MINOR if conflict.is_minor else Severity.INFO,
            confidence=Confidence.MEDIUM,
            related=(
                *(Related(use.span, f"“{use.text}”") for use in (*rest, *conflict.winning)),
                *(Related(use.span, f"“{use.text}”", uri) for uri, use in conflict.elsewhere),
            ),
        )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
