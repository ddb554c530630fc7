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
        summary="Term with one wrong letter",
        rationale=(
            "A name with a letter omitted, doubled, replaced or swapped passes spelling "
            "checkers and readers who do not know it. English words, inflected forms and "
            "pairs of Chinese names that are both correct (Shanxi, Shaanxi) are not "
            "flagged. Names without their diacritics or punctuation need review: `San José` "
            "and `San Jose` are two cities."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "The Harbour Comission published its report.",
                flagged=("Harbour Comission",),
                fixed="The Harbour Commission published its report.",
                in_manual=True,
            ),
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
                message = f"Misspelled term. Did you mean “{term}”?"
            elif found.kind is MatchKind.VARIANT and found.difference.letters in _MARKS:
                marks = _MARKS[found.difference.letters]
                message = f"Wrong {marks}. Glossary: “{term}”."
            else:
                continue
            yield self.issue(
                found.span,
                message,
                *replacement_fixes(document, found),
                confidence=confidence(found),
                concept=concept_ref(document, found),
            )
