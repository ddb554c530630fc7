"""padded-term: a glossary name with one extra word."""

from collections.abc import Iterator

from editkit.checks.term._near_matches import NearMatchCheck, near_matches_of
from editkit.core.context import LintContext
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.terminology.fixes import concept_ref, replacement_fixes
from editkit.terminology.near_matches import NearMatchKind

_GLOSSARY = Glossary(
    (
        Concept("1", (Term("Suhe Benz"),)),
        Concept("2", (Term("Harbour Fund"),)),
        Concept("3", (Term("Party Committee of VELOX Group"),)),
    )
)


class PaddedTerm(NearMatchCheck):
    """Flags glossary names with one word too many."""

    rule = Rule(
        id="padded-term",
        title="Extra word in a name",
        family=Family.TERM,
        summary="Name with one word more than a term",
        rationale=(
            "A translation that knows more than the name writes `Suhe Corvin-Benz` for "
            "`Suhe Benz`. A longer name is often a different one (`Harbour Growth Fund`), "
            "so only a hyphenated addition before a word, or one word inside a name of at "
            "least four words, is proposed for review. Words before and after a name are "
            "ignored."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MINOR,
        examples=(
            Example(
                "The city bought a Suhe Corvin-Benz for the mayor.",
                flagged=("Suhe Corvin-Benz",),
                fixed="The city bought a Suhe Benz for the mayor.",
                in_manual=True,
            ),
            Example(
                "A Suhe Corvin-Benz for the Party Committee of VELOX Motor Group.",
                flagged=("Suhe Corvin-Benz", "Party Committee of VELOX Motor Group"),
                fixed="A Suhe Benz for the Party Committee of VELOX Group.",
            ),
            Example("The Harbour Growth Fund, the Harbour Fund Management, the New Suhe Benz."),
        ),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each name with an extra word."""
        document = context.document
        for near, found in near_matches_of(context, NearMatchKind.PADDED):
            yield self.issue(
                near.span,
                f"Extra word “{near.word}”. Glossary: “{near.entry.form.text}”.",
                *replacement_fixes(document, found),
                confidence=Confidence.LOW,
                concept=concept_ref(document, found),
            )
