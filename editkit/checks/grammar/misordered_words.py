"""misordered-words: a determiner or "enough" on the wrong side of its word."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisorderedWords(PhraseCheck):
    """Flags determiners and “enough” on the wrong side of the word they belong to."""

    rule = Rule(
        id="misordered-words",
        family=Family.GRAMMAR,
        summary="“Other various” for “various other”",
        rationale=(
            "“Various”, “several”, “many” and “both” come before “other” and “the”, and “enough” "
            "comes after an adjective: various other uses, both the boats, strong enough."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "It has other various uses. A rope is enough strong to hold the both nets.",
                flagged=("other various", "enough strong", "the both"),
                fixed="It has various other uses. A rope is strong enough to hold both the nets.",
            ),
            Example("They met each other several times; the both of them had enough large nets."),
        ),
    )
    message_template = "“{found}” has its words in the wrong order: “{correction}”."
