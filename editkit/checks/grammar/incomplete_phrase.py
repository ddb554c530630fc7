"""incomplete-phrase: a set phrase without its article."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class IncompletePhrase(PhraseCheck):
    """Flags set phrases without their article."""

    rule = Rule(
        id="incomplete-phrase",
        title="Missing article in a set phrase",
        family=Family.GRAMMAR,
        summary="Set phrase without its article",
        rationale=(
            "In phrases such as “all over the world”, “one of the best” and “play a key "
            "role” the article is fixed. Writers whose language has no articles omit it."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The port played key role in the growth of the city.",
                flagged=("played key role",),
                fixed="The port played a key role in the growth of the city.",
                in_manual=True,
            ),
            Example(
                "Known all over world, it played key role, is one of best shops.",
                flagged=("all over world", "played key role", "one of best"),
                fixed="Known all over the world, it played a key role, is one of the best shops.",
            ),
            Example(
                "It is in United States. At end of it we slept for long time.",
                flagged=("in United States", "At end of", "for long time"),
                fixed="It is in the United States. At the end of it we slept for a long time.",
            ),
            Example(
                "It is in internet, and it is in internet, which grew. It sells in Internet, big "
                "data and finance.",
                flagged=("in internet", "in internet"),
                fixed="It is on the internet, and it is on the internet, which grew. It sells in "
                "Internet, big data and finance.",
            ),
            Example(
                "The United States, in United States Code; one of mine; the key role he played."
            ),
        ),
    )
    message_template = "Missing article. Use “{correction}”."
