"""Base class of the checks whose phrases are in the phrase pattern table."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.taxonomy import Confidence
from editkit.languages.en.phrase_patterns import PhraseMatch, phrase_matches


class PhraseCheck(Check):
    """A check that reports the phrases listed under its rule's id.

    The table is `editkit/languages/en/data/phrase-patterns.txt`.
    """

    message_template: ClassVar[str]
    """Format string of the message, with the fields `found` and `correction`."""
    safety: ClassVar[Safety] = Safety.REVIEW
    """Safety of every fix."""

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has one of the rule's phrases."""
        return self.rule.id in context.get(phrase_matches)

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each match."""
        document = context.document
        for match in context.get(phrase_matches).get(self.rule.id, ()):
            yield self.phrase_issue(document, match)

    def phrase_issue(self, document: Document, match: PhraseMatch) -> Issue:
        """Return the issue of one match."""
        found = match.span.of(document.text)
        is_curly = "’" in document.text and "'" not in document.text
        correction = match.replacement.replace("'", "’") if is_curly else match.replacement
        fix = Fix(f"Write “{correction}”", (Edit(match.span, correction),), self.safety)
        message = self.message_template.format(found=found, correction=correction)
        return self.issue(
            match.span, message, fix, confidence=Confidence.MEDIUM, status=match.status
        )
