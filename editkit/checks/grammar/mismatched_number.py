"""mismatched-number: a singular next to a word that needs a plural, or the reverse."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class MismatchedNumber(PhraseCheck):
    """Flags singulars next to words that need a plural, and the reverse."""

    rule = Rule(
        id="mismatched-number",
        title="Number disagreement",
        family=Family.GRAMMAR,
        summary="Singular and plural that do not agree",
        rationale=(
            "“Many” and “these” need a plural, “every” and “this” a singular, and a verb "
            "agrees with its subject: “people are”, “it does not”. Only adjacent words are "
            "checked."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "Many car were parked in front of the museum.",
                flagged=("Many car",),
                fixed="Many cars were parked in front of the museum.",
                in_manual=True,
            ),
            Example(
                "Many car are old, and every cars has much problems.",
                flagged=("Many car", "every cars", "much problems"),
                fixed="Many cars are old, and every car has many problems.",
            ),
            Example(
                "Some people is late, but they is here. It don't matter.",
                flagged=("people is", "they is", "It don't"),
                fixed="Some people are late, but they are here. It doesn't matter.",
            ),
            Example("The status of people is high. Many car parks are old; they do."),
        ),
    )
    message_template = "Number disagreement. Use “{correction}”."
