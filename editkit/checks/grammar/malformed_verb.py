"""malformed-verb: a verb form that cannot follow its auxiliary."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MalformedVerb(PhraseCheck):
    """Flags verb forms that cannot follow their auxiliary."""

    rule = Rule(
        id="malformed-verb",
        family=Family.GRAMMAR,
        summary="Verb form that cannot follow its auxiliary",
        rationale=(
            "“Do”, “can” and “must” are followed by the base form (“did not go”, “must "
            "go”), “have” and “be” by a participle (“has gone”, “is used for”)."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The mayor did not went to the opening.",
                flagged=("not went",),
                fixed="The mayor did not go to the opening.",
                in_manual=True,
            ),
            Example(
                "He did not went, but has took it. It can be use for work.",
                flagged=("not went", "has took", "can be use for"),
                fixed="He did not go, but has taken it. It can be used for work.",
            ),
            Example(
                "People must to go. We look forward to hear of it.",
                flagged=("must to", "look forward to hear"),
                fixed="People must go. We look forward to hearing of it.",
            ),
            Example("It did not, went on, and will be of use for work. Look forward to it."),
        ),
    )
    message_template = "Wrong verb form. Use “{correction}”."
