"""incomplete-term: a long glossary name with one word missing."""

from collections.abc import Iterator

from editkit.checks.term._near_matches import NearMatchCheck, near_matches_of
from editkit.checks.term._occurrences import confidence
from editkit.core.context import LintContext
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.terminology.fixes import concept_ref, replacement_fixes
from editkit.terminology.near_matches import NearMatchKind

_GLOSSARY = Glossary(
    (
        Concept("1", (Term("Party Committee of VELOX Group"),)),
        Concept("2", (Term("Harbour Fund Advisory Committee"),)),
        Concept("3", (Term("Suhe Technology Authority"),)),
    )
)


class IncompleteTerm(NearMatchCheck):
    """Flags long glossary names with one word missing."""

    rule = Rule(
        id="incomplete-term",
        title="Word missing from a name",
        family=Family.TERM,
        summary="Name without one of the words of a term",
        rationale=(
            "`Party Committee of VELOX` looks like `Party Committee of VELOX Group`, but "
            "may be another body. The full name is proposed for review if at least three "
            "words are present. Normal short forms are not flagged: those that begin later "
            "(`the Advisory Committee`) or end earlier (`Harbour Fund`). Names that "
            "continue with another word, or have an abbreviation, are not "
            "flagged either."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MINOR,
        examples=(
            Example(
                "The Party Committee of VELOX met in May.",
                flagged=("Party Committee of VELOX",),
                fixed="The Party Committee of VELOX Group met in May.",
                in_manual=True,
            ),
            Example(
                "The Party Committee of VELOX met the Harbour Fund Committee.",
                flagged=("Party Committee of VELOX", "Harbour Fund Committee"),
                fixed=(
                    "The Party Committee of VELOX Group met the Harbour Fund Advisory Committee."
                ),
            ),
            Example("The Party Committee of VELOX Motors knows the Advisory Committee."),
            Example("The Committee of the Harbour Fund is no Suhe Authority."),
            Example("We met the Harbour Fund Committee (HFC)."),
        ),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each name with a missing word."""
        document = context.document
        for near, found in near_matches_of(context, NearMatchKind.INCOMPLETE):
            yield self.issue(
                near.span,
                f"Incomplete name. Glossary: “{near.entry.form.text}”.",
                *replacement_fixes(document, found),
                confidence=confidence(found),
                concept=concept_ref(document, found),
            )
