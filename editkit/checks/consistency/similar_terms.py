"""similar-terms: two phrases that may be translations of one term."""

from collections.abc import Iterator

from editkit.consistency.similar_phrases import ModifiedPhrases
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Option, Rule
from editkit.core.setup import Setup
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.phrase_vectors import load_model
from editkit.terminology.glossary_spans import glossary_spans


class SimilarTerms(Check):
    """Flags phrases that differ in one modifier of nearly the same meaning."""

    rule = Rule(
        id="similar-terms",
        title="Similar terms",
        family=Family.CONSISTENCY,
        summary="Two phrases that may be translations of the same term",
        rationale=(
            "A translation may have “original intention” in one place and “initial "
            "intention” in another. A sentence model compares noun phrases that differ in "
            "one modifier. About four of ten pairs mean the same thing, so the rule runs "
            "only with `review --synonyms` or the option `enabled`, and it has no fix. "
            "Requires the extra `editkit[similar]`."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.INFO,
        langs=("en",),
        options=(Option("enabled", default=False, summary="run the rule"),),
        examples=(
            Example(
                "The original intention is clear. We keep the original intention. They forgot the "
                "initial intention.",
                flagged=("initial intention",),
                options={"enabled": True},
            ),
            Example(
                "The northern market fell. The southern market rose.", options={"enabled": True}
            ),
            Example("The original intention is clear. They forgot the initial intention."),
        ),
    )

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        self._is_enabled = self.option("enabled", bool)
        if self._is_enabled:
            load_model()  # so that a missing extra is reported before the run

    def can_report(self, context: LintContext) -> bool:  # noqa: ARG002  (of the base class)
        """Return whether the rule is enabled."""
        return self._is_enabled

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue at the less frequent phrase of each pair."""
        if not self._is_enabled:
            return
        document = context.document
        phrases = ModifiedPhrases()
        phrases.add([document])
        terms = context.get(glossary_spans).all
        for pair in phrases.similar():
            major, minor = pair.major.places[document.uri], pair.minor.places[document.uri]
            # A glossary has decided on its terms.
            if any(term.overlaps(major) or term.overlaps(minor) for term in terms):
                continue
            found, other = minor.of(document.text), major.of(document.text)
            yield self.issue(
                minor,
                f"Possible inconsistency: “{found}” may mean the same as “{other}”. If so, "
                "use one of them.",
                confidence=Confidence.LOW,
                related=(Related(major, f"“{other}”"),),
            )
