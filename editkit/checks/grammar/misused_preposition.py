"""misused-preposition: a preposition that a verb, adjective or noun does not take."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisusedPreposition(PhraseCheck):
    """Flags verbs, adjectives and nouns with a preposition that they do not take."""

    rule = Rule(
        id="misused-preposition",
        family=Family.GRAMMAR,
        summary="Preposition that its word does not take",
        rationale=(
            "Which preposition follows a word has to be learnt by heart: one depends on, is "
            "interested in and listens to something, and discusses it without any. The frames "
            "listed are wrong whatever follows."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "It depends of him. We discussed about it and listened music.",
                flagged=("depends of", "discussed about", "listened music"),
                fixed="It depends on him. We discussed it and listened to music.",
            ),
            Example(
                "In the other hand, we met in Monday.",
                flagged=("In the other hand", "in Monday"),
                fixed="On the other hand, we met on Monday.",
            ),
            Example(
                "It depends on him, who discussed it in Monday's class and is independent of it."
            ),
        ),
    )
    message_template = "“{found}” should be “{correction}”."
