"""superfluous-article: a set phrase with a superfluous article or “of”."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class SuperfluousArticle(PhraseCheck):
    """Flags set phrases with a superfluous article or “of”."""

    rule = Rule(
        id="superfluous-article",
        family=Family.GRAMMAR,
        summary="Set phrase with an article, or “of”, that it does not have",
        rationale=(
            "“In recent years”, “both” and “mankind” go without an article, and “most people” "
            "without “of” as long as nobody knows which people are meant."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "In the recent years the both sides gained, so most of people are glad.",
                flagged=("In the recent years", "the both", "most of people"),
                fixed="In recent years both sides gained, so most people are glad.",
            ),
            Example("In the recent years of plenty, most of the people made the most of them."),
        ),
    )
    message_template = "“{found}” has a word too many: “{correction}”."
