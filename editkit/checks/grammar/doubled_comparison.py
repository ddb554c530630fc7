"""doubled-comparison: a comparative with “more”, or a superlative with “most”."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class DoubledComparison(PhraseCheck):
    """Flags comparatives with “more” and superlatives with “most”."""

    rule = Rule(
        id="doubled-comparison",
        family=Family.GRAMMAR,
        summary="Comparative or superlative formed twice",
        rationale=(
            "An adjective is compared with an ending or with “more” and “most”, not with "
            "both: “easier”, not “more easier”."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The new form is more easier to fill in.",
                flagged=("more easier",),
                fixed="The new form is easier to fill in.",
                in_manual=True,
            ),
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
    message_template = "Double comparison. Use “{correction}”."
