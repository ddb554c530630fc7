"""superfluous-article: a set phrase with a superfluous article or “of”."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class SuperfluousArticle(PhraseCheck):
    """Flags set phrases with a superfluous article or “of”."""

    rule = Rule(
        id="superfluous-article",
        title="Superfluous article",
        family=Family.GRAMMAR,
        summary="Set phrase with a superfluous article or “of”",
        rationale=(
            "“In recent years”, “both” and “mankind” take no article, and “most people” no "
            "“of” unless specific people are meant."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "In the recent years the port has grown quickly.",
                flagged=("In the recent years",),
                fixed="In recent years the port has grown quickly.",
                in_manual=True,
            ),
            Example(
                "In the recent years the both sides gained, so most of people are glad.",
                flagged=("In the recent years", "the both", "most of people"),
                fixed="In recent years both sides gained, so most people are glad.",
            ),
            Example("In the recent years of plenty, most of the people made the most of them."),
        ),
    )
    message_template = "Superfluous word. Use “{correction}”."
