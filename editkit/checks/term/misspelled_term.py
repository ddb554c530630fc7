"""misspelled-term: a glossary term with one letter wrong."""

from collections.abc import Iterator

from editkit.checks.term._occurrences import PROTECT_QUOTATIONS, TermCheck, wrong_occurrences
from editkit.core.context import LintContext
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.terminology.classify import MatchKind
from editkit.terminology.fixes import concept_ref, replacement_fixes

_GLOSSARY = Glossary(
    (
        Concept("1", (Term("Harbour Commission"),)),
        Concept("2", (Term("Shanxi"),)),
        Concept("3", (Term("reserve"),)),
        Concept("4", (Term("Zhenghe Works"),)),
    )
)


class MisspelledTerm(TermCheck):
    """Flags words that are one typo away from a glossary term."""

    rule = Rule(
        id="misspelled-term",
        family=Family.TERM,
        summary="Term with one letter wrong",
        rationale=(
            "A letter left out, doubled, replaced or swapped in a name passes a spelling checker "
            "that does not know the name, and every reader who does not. English words, "
            "inflections and two Chinese names that are both right (Shanxi, Shaanxi) are no "
            "slips of each other."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "The Harbour Comission met the Harbuor Commission at Zehnghe Works.",
                flagged=("Harbour Comission", "Harbuor Commission", "Zehnghe Works"),
                fixed="The Harbour Commission met the Harbour Commission at Zhenghe Works.",
            ),
            Example("Shaanxi is not Shanxi, and reserved seats reverse nothing."),
        ),
        options=(PROTECT_QUOTATIONS,),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each term with a typo."""
        document = context.document
        for found in wrong_occurrences(self, context):
            if found.kind is MatchKind.TYPO:
                yield self.issue(
                    found.span,
                    f"“{found.span.of(document.text)}” looks like a slip for "
                    f"“{found.entry.form.text}”.",
                    *replacement_fixes(document, found),
                    concept=concept_ref(document, found),
                )
