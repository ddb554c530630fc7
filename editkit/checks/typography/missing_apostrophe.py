"""missing-apostrophe: a contraction or possessive without its apostrophe."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class MissingApostrophe(PhraseCheck):
    """Flags contractions and possessives without their apostrophe."""

    rule = Rule(
        id="missing-apostrophe",
        family=Family.TYPOGRAPHY,
        summary="Contraction or possessive without its apostrophe",
        rationale=(
            "“Dont” needs an apostrophe, and so does a possessive that cannot be a plural: "
            "“todays paper”, “a childrens book”, “ten years experience”."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "The shops dont open before ten.",
                flagged=("dont",),
                fixed="The shops don't open before ten.",
                in_manual=True,
            ),
            Example(
                "They dont read todays paper. Its a childrens book.",
                flagged=("dont", "todays", "Its", "childrens"),
                fixed="They don't read today's paper. It's a children's book.",
            ),
            Example(
                "He has ten years experience.",
                flagged=("ten years",),
                fixed="He has ten years' experience.",
            ),
            Example(
                "As is his wont, he speaks in cant of its ends. All our yesterdays last ten years."
            ),
        ),
    )
    message_template = "Missing apostrophe. Use “{correction}”."
