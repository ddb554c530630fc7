"""misspelled-term: a glossary term with one letter wrong."""

from collections.abc import Iterator

from editkit.checks.term._occurrences import (
    PROTECT_QUOTATIONS,
    TermCheck,
    confidence,
    wrong_occurrences,
)
from editkit.core.context import LintContext
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.terminology.classify import MatchKind
from editkit.terminology.fixes import concept_ref, replacement_fixes
from editkit.text.spelling_difference import Letters

_MARKS = {Letters.DIACRITICS: "diacritics", Letters.PUNCTUATION: "punctuation"}
_GLOSSARY = Glossary(
    (
        Concept("1", (Term("Harbour Commission"),)),
        Concept("2", (Term("Shanxi"),)),
        Concept("3", (Term("reserve"),)),
        Concept("4", (Term("Zhenghe Works"),)),
        Concept("5", (Term("São Marco"),)),
        Concept("6", (Term("Boat.js"),)),
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
            "slips of each other. A name that lacks its diacritics, or the punctuation within "
            "it, is for review: `San José` and `San Jose` are two cities."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "The Harbour Comission met the Harbuor Commission at Zehnghe Works.",
                flagged=("Harbour Comission", "Harbuor Commission", "Zehnghe Works"),
                fixed="The Harbour Commission met the Harbour Commission at Zhenghe Works.",
            ),
            Example(
                "The site of Sao Marco uses BoatJS.",
                flagged=("Sao Marco", "BoatJS"),
                fixed="The site of São Marco uses Boat.js.",
            ),
            Example("Shaanxi is not Shanxi, and reserved seats reverse nothing."),
        ),
        options=(PROTECT_QUOTATIONS,),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each term with a typo, or without its diacritics or punctuation."""
        document = context.document
        for found in wrong_occurrences(self, context):
            term = found.entry.form.text
            if found.kind is MatchKind.TYPO:
                message = f"“{found.span.of(document.text)}” looks like a slip for “{term}”."
            elif found.kind is MatchKind.VARIANT and found.difference.letters in _MARKS:
                marks = _MARKS[found.difference.letters]
                message = f"The glossary has “{term}”, with other {marks}."
            else:
                continue
            yield self.issue(
                found.span,
                message,
                *replacement_fixes(document, found),
                confidence=confidence(found),
                concept=concept_ref(document, found),
            )
