"""doubled-comparison: a comparative with “more”, or a superlative with “most”."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class DoubledComparison(PhraseCheck):
    """Flags comparatives with “more” and superlatives with “most”."""

    rule = Rule(
        id="doubled-comparison",
        family=Family.GRAMMAR,
        summary="Comparison made twice",
        rationale=(
            "An adjective is compared by its ending or by “more” and “most”, not by both: "
            "“easier”, not “more easier”."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "It is more easier and the most cheapest.",
                flagged=("more easier", "most cheapest"),
                fixed="It is easier and the cheapest.",
            ),
            Example(
                "It is more easily done, no more easier than before, with more younger people."
            ),
        ),
    )
    message_template = "“{found}” compares twice: “{correction}”."
