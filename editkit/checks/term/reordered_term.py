"""reordered-term: a name with the words of a glossary term in another order."""

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
        Concept("1", (Term("Suhe University"),)),
        Concept("2", (Term("Party Committee of VELOX Group"),)),
        Concept("3", (Term("Tides and Weather Department"),)),
        Concept("4", (Term("Harbour Bank"),)),
        Concept("5", (Term("Bank of Harbour"),)),
        Concept("6", (Term("Suhe Mayor"),)),
    )
)


class ReorderedTerm(NearMatchCheck):
    """Flags names that have the words of a glossary term in another order."""

    rule = Rule(
        id="reordered-term",
        title="Wrong word order in a name",
        family=Family.TERM,
        summary="Name with the words of a term in another order",
        rationale=(
            "Chinese has one order for `Suhe University` and `University of Suhe`. A "
            "translation has to choose, and the glossary says how. A name made of all words "
            "of a term, in another order or with `of`, is proposed for review. If two such "
            "bodies exist, add the other one to the glossary as well. Offices (`the Mayor "
            "of Suhe`), dates, lowercase words and names that continue with another "
            "capitalized word are ignored."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MINOR,
        examples=(
            Example(
                "The University of Suhe opened a campus in May.",
                flagged=("University of Suhe",),
                fixed="The Suhe University opened a campus in May.",
                in_manual=True,
            ),
            Example(
                "The University of Suhe opened, as all Universities of Suhe do.",
                flagged=("University of Suhe", "Universities of Suhe"),
                fixed="The Suhe University opened, as all Suhe Universities do.",
            ),
            Example(
                "The VELOX Group Party Committee met a Weather and Tides Department.",
                flagged=("VELOX Group Party Committee", "Weather and Tides Department"),
                fixed="The Party Committee of VELOX Group met a Tides and Weather Department.",
            ),
            Example("The Bank of Harbour is not Harbour Bank, says the Mayor of Suhe."),
            Example("Many a university of Suhe is no University of Suhe Province."),
        ),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each reordered name."""
        document = context.document
        for near, found in near_matches_of(context, NearMatchKind.REORDERED):
            yield self.issue(
                near.span,
                f"Wrong word order. Glossary: “{near.entry.form.text}”.",
                *replacement_fixes(document, found),
                confidence=confidence(found),
                concept=concept_ref(document, found),
            )
