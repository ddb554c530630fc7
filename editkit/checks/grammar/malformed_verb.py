"""malformed-verb: a verb form that cannot follow its auxiliary."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MalformedVerb(PhraseCheck):
    """Flags verb forms that cannot follow their auxiliary."""

    rule = Rule(
        id="malformed-verb",
        family=Family.GRAMMAR,
        summary="Form of a verb that cannot follow its auxiliary",
        rationale=(
            "Behind do, can or must stands the plain verb (“did not go”, “must go”), behind have "
            "and be a participle (“has gone”, “is used for”)."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
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
    message_template = "“{found}” should be “{correction}”."
