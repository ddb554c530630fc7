"""misordered-words: a determiner or "enough" on the wrong side of its word."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisorderedWords(PhraseCheck):
    """Flags determiners and “enough” on the wrong side of the word they belong to."""

    rule = Rule(
        id="misordered-words",
        title="Wrong word order",
        family=Family.GRAMMAR,
        summary="Words of a phrase in the wrong order, such as “other various”",
        rationale=(
            "“Various”, “several”, “many” and “both” come before “other” and “the”, and "
            "“enough” comes after an adjective: various other uses, both the boats, strong "
            "enough."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The hall is used for concerts and other various events.",
                flagged=("other various",),
                fixed="The hall is used for concerts and various other events.",
                in_manual=True,
            ),
            Example(
                "It has other various uses. A rope is enough strong to hold the both nets.",
                flagged=("other various", "enough strong", "the both"),
                fixed="It has various other uses. A rope is strong enough to hold both the nets.",
            ),
            Example("They met each other several times; the both of them had enough large nets."),
        ),
    )
    message_template = "Wrong word order. Use “{correction}”."
