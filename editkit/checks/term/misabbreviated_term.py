"""misabbreviated-term: an abbreviation that contradicts the glossary or the term's initials."""

from collections.abc import Iterator

from editkit.checks.term._occurrences import TermCheck
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.terminology.abbreviations import (
    expected_abbreviation,
    find_abbreviated_terms,
    find_uses,
)
from editkit.terminology.fixes import concept_ref

_GLOSSARY = Glossary(
    (
        Concept(
            "1",
            (Term("Harbour Technology Authority"), Term("HKTA", status=TermStatus.ADMITTED)),
        ),
        Concept("2", (Term("Suhe Bank of Trade"),)),
    )
)


class MisabbreviatedTerm(TermCheck):
    """Flags abbreviations that an article introduces for a term but that are not the term's."""

    rule = Rule(
        id="misabbreviated-term",
        title="Wrong abbreviation",
        family=Family.TERM,
        summary="Abbreviation of a term that contradicts the glossary or the initials",
        rationale=(
            "Readers of `Harbour Technology Authority (HTA)` search for HTA and find "
            "another body or none if the usual abbreviation is HKTA. An abbreviation that a "
            "text introduces for a term must be the one in the glossary. If the glossary "
            "has none, only initials in another order or with one letter replaced are "
            "flagged, because others may come from another language. Every occurrence after "
            "the introduction is flagged."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MINOR,
        examples=(
            Example(
                "The Harbour Technology Authority (HTA) grew. HTA pays.",
                flagged=("HTA", "HTA"),
                fixed="The Harbour Technology Authority (HKTA) grew. HKTA pays.",
            ),
            Example(
                "The STB (Suhe Bank of Trade) lends.",
                flagged=("STB",),
                fixed="The SBT (Suhe Bank of Trade) lends.",
            ),
            Example("The Suhe Bank of Trade (SBOT) and the Suhe Bank of Trade (YINHANG)."),
            Example("The Harbour Technology Authority (HKTA), in Suhe (STB), has no HTA."),
        ),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each use of a wrong abbreviation."""
        document = context.document
        seen: set[str] = set()
        for introduction in find_abbreviated_terms(context):
            abbreviation, occurrence = introduction.span.of(document.text), introduction.occurrence
            correction = expected_abbreviation(occurrence.entry, abbreviation, self.setup.lang)
            if correction is None or abbreviation in seen:
                continue
            seen.add(abbreviation)
            reason = "Glossary:" if correction.is_listed else "Initials:"
            for span in find_uses(document, introduction):
                first_use = Related(introduction.span, f"“{abbreviation}” is introduced here")
                yield self.issue(
                    span,
                    f"Wrong abbreviation of “{occurrence.entry.form.text}”. {reason} "
                    f"“{correction.text}”.",
                    Fix(f"Replace with “{correction.text}”", (Edit(span, correction.text),)),
                    confidence=Confidence.MEDIUM if correction.is_listed else Confidence.LOW,
                    related=() if span == introduction.span else (first_use,),
                    concept=concept_ref(document, occurrence),
                )
