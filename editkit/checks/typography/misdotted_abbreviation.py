"""misdotted-abbreviation: an abbreviation with points whose last point is missing."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisdottedAbbreviation(PhraseCheck):
    """Flags abbreviations with points whose last point is missing."""

    rule = Rule(
        id="misdotted-abbreviation",
        title="Period missing from an abbreviation",
        family=Family.TYPOGRAPHY,
        summary="Abbreviation without its last period",
        rationale=(
            "“U.S.” has two periods; “U.S economy” has lost one. “US” without any is "
            "correct as well."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The U.S economy grew last year.",
                flagged=("U.S",),
                fixed="The U.S. economy grew last year.",
                in_manual=True,
            ),
            Example(
                "The U.S economy grew at 9 a.m today.",
                flagged=("U.S", "a.m"),
                fixed="The U.S. economy grew at 9 a.m. today.",
            ),
            Example("The U.S. and the US economy, at 9 a.m.; see U.S.A. and e.g.com"),
        ),
    )
    message_template = "Missing period in an abbreviation. Use “{correction}”."
