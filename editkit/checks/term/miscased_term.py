"""miscased-term: a glossary term in the wrong letter case."""

from collections.abc import Iterator

from editkit.checks.term._occurrences import (
    PROTECT_QUOTATIONS,
    TermCheck,
    confidence,
    wrong_occurrences,
)
from editkit.core.context import LintContext
from editkit.core.glossary import CasePolicy, Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.terminology.classify import MatchKind
from editkit.terminology.fixes import concept_ref, replacement_fixes
from editkit.text.spelling_difference import Letters

_GLOSSARY = Glossary(
    (
        Concept("1", (Term("Harbour Fund"),)),
        Concept("2", (Term("HKTA"),)),
        Concept("3", (Term("battery swap station"),)),
        Concept("4", (Term("WHO"),)),
        Concept("5", (Term("open banking", case=CasePolicy.ENFORCE),)),
        Concept("6", (Term("Excel", case=CasePolicy.EXACT),)),
    )
)


class MiscasedTerm(TermCheck):
    """Flags glossary terms in the wrong letter case."""

    rule = Rule(
        id="miscased-term",
        title="Letter case of a term",
        family=Family.TERM,
        summary="Term in another letter case than the glossary's",
        rationale=(
            "Names and acronyms lose or gain capitals in translation: `Hkta`, `Harbour fund`. "
            "A term with a capital in it is a name and keeps its letter case; a capital first "
            "letter, a title and a line in capitals are right for every other term. Ordinary "
            "words in small letters are no name: `the harbour fund` may be any fund. The "
            "`case` column of the glossary decides otherwise: with `enforce`, other letter "
            "cases are right only at the start of a sentence and in a line in capitals; with "
            "`fold`, all are right; with `exact`, a word in another letter case is not the "
            "term, so it is left alone."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MINOR,
        examples=(
            Example(
                "Of late, the Harbour fund and Hkta grew, as hkta did.",
                flagged=("Harbour fund", "Hkta", "hkta"),
                fixed="Of late, the Harbour Fund and HKTA grew, as HKTA did.",
            ),
            Example("We like Open banking.", ("Open banking",), "We like open banking."),
            Example("THE HARBOUR FUND GREW\nBattery swap stations: Battery Swap Stations"),
            Example("Its cars excel in the rain, EXCEL even; Excel files do not."),
            Example("Who built a harbour fund? Write to hkta@example.org."),
        ),
        options=(PROTECT_QUOTATIONS,),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each term that differs from the glossary in letter case only."""
        document = context.document
        for found in wrong_occurrences(self, context):
            difference = found.difference
            if found.kind is not MatchKind.VARIANT or difference.gap:
                continue
            if difference.letters is not Letters.CASE:
                continue
            yield self.issue(
                found.span,
                f"The glossary has “{found.entry.form.text}” in this letter case.",
                *replacement_fixes(document, found),
                confidence=confidence(found),
                concept=concept_ref(document, found),
            )
