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
        summary="Term in another letter case than in the glossary",
        rationale=(
            "Names and acronyms lose or gain capitals in translation: `Hkta`, `Harbour "
            "fund`. A term with a capital is a name and keeps its letter case. Other terms "
            "may have a capital first letter, title case or all capitals. Lowercase common "
            "words are not a name: `the harbour fund` may be any fund. The column `case` of "
            "the glossary overrides this: with `enforce`, other letter cases are correct "
            "only at the start of a sentence and in lines in capitals; with `fold`, all are "
            "correct; with `exact`, words in another letter case are not the term and are "
            "ignored."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MINOR,
        examples=(
            Example(
                "The Harbour fund supports small companies.",
                flagged=("Harbour fund",),
                fixed="The Harbour Fund supports small companies.",
                in_manual=True,
            ),
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
                f"Wrong letter case. Glossary: “{found.entry.form.text}”.",
                *replacement_fixes(document, found),
                confidence=confidence(found),
                concept=concept_ref(document, found),
            )
