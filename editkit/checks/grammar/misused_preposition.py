"""misused-preposition: a preposition that a verb, adjective or noun does not take."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisusedPreposition(PhraseCheck):
    """Flags verbs, adjectives and nouns with a preposition that they do not take."""

    rule = Rule(
        id="misused-preposition",
        title="Wrong preposition",
        family=Family.GRAMMAR,
        summary="Preposition that does not go with its word",
        rationale=(
            "Each word takes its own preposition: one depends on, is interested in and "
            "listens to something, but discusses it without any. The listed phrases are "
            "wrong in any context."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The price depends of the weather.",
                flagged=("depends of",),
                fixed="The price depends on the weather.",
                in_manual=True,
            ),
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
    message_template = "Wrong preposition. Use “{correction}”."
