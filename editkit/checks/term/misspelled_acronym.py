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
            "`HTKA` for `HKTA` passes every spelling checker. Only acronyms of at least "
            "four letters with two adjacent letters swapped or one letter doubled are "
            "flagged: an acronym with a different letter usually belongs to another body. "
            "Acronyms that the text explains, or that occur more often than the one in the "
            "glossary, are ignored."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "HKTA published its report in May. In June, HTKA opened an office.",
                flagged=("HTKA",),
                fixed="HKTA published its report in May. In June, HKTA opened an office.",
                in_manual=True,
            ),
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
                f"Misspelled acronym. Did you mean “{entry.form.text}”?",
                *replacement_fixes(document, found),
                confidence=Confidence.MEDIUM,
                concept=concept_ref(document, found),
            )
