"""confused-words: a word that sounds like the intended one."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class ConfusedWords(PhraseCheck):
    """Flags words that sound like the intended ones."""

    rule = Rule(
        id="confused-words",
        family=Family.GRAMMAR,
        summary="Word that sounds like the intended one",
        rationale=(
            "“Then” for “than”, “there” for “their”, “to” for “too”: each is a word, so a "
            "spelling checker does not flag it. Only phrases in which the other word cannot "
            "be correct are listed."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "The new ferry is better then the old one.",
                flagged=("better then",),
                fixed="The new ferry is better than the old one.",
                in_manual=True,
            ),
            Example(
                "It is better then mine but is to expensive for them.",
                flagged=("better then", "to expensive"),
                fixed="It is better than mine but is too expensive for them.",
            ),
            Example(
                "He should of known; they sold there homes; it has lead to loss.",
                flagged=("should of", "there homes", "has lead"),
                fixed="He should have known; they sold their homes; it has led to loss.",
            ),
            Example(
                "It got better, then it went there. He would, of course, lead to dear places."
            ),
        ),
    )
    message_template = "Confused words. Use “{correction}” instead of “{found}”."
