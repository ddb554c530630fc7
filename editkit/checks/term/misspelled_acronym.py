"""misspelled-acronym: a glossary acronym with two letters swapped or one doubled."""

from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.terminology.acronyms import AcronymTypos
from editkit.terminology.classify import MatchKind, Occurrence
from editkit.terminology.fixes import concept_ref, replacement_fixes
from editkit.text.spelling_difference import Difference


class MisspelledAcronym(Check):
    """Flags acronyms that are one typo away from a glossary acronym."""

    rule = Rule(
        id="misspelled-acronym",
        family=Family.TERM,
        summary="Acronym with two letters swapped or one doubled",
        rationale=(
            "`HTKA` for `HKTA` passes every spelling checker. Of acronyms, only two neighbouring "
            "letters that changed places and a doubled letter count as slips, from four letters "
            "on: with another letter in it, an acronym is as a rule another body's. What the "
            "article explains itself, or has more often than the glossary's, is let be."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "HKTA grew; of late HTKA and HKTTA fell.",
                flagged=("HTKA", "HKTTA"),
                fixed="HKTA grew; of late HKTA and HKTA fell.",
            ),
            Example("HKTA is no HKTB, and both met the Hill Tea Kiosk Association (HTKA)."),
        ),
        glossary=Glossary((Concept("1", (Term("HKTA"),)),)),
    )

    def can_report(self, context: LintContext) -> bool:  # noqa: ARG002  (the same for all texts)
        """Return whether there is a glossary."""
        return bool(self.setup.glossary.concepts)

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each acronym with a typo."""
        document = context.document
        for span, entry in self.setup.shared(AcronymTypos).find(context):
            found = Occurrence(span, entry, MatchKind.TYPO, Difference(), ambiguous=True)
            yield self.issue(
                span,
                f"“{span.of(document.text)}” looks like a slip for “{entry.form.text}”.",
                *replacement_fixes(document, found),
                confidence=Confidence.MEDIUM,
                concept=concept_ref(document, found),
            )
