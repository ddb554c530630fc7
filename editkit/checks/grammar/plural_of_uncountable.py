"""plural-of-uncountable: the plural of an uncountable noun."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class PluralOfUncountable(PhraseCheck):
    """Flags plurals of uncountable nouns."""

    rule = Rule(
        id="plural-of-uncountable",
        family=Family.GRAMMAR,
        summary="Plural of a noun that cannot be counted",
        rationale=(
            "Information, advice, equipment or furniture comes in pieces, not in numbers: “a "
            "piece of advice”, “much equipment”. Other languages count them, so their writers do."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The informations and equipments came.",
                flagged=("informations", "equipments"),
                fixed="The information and equipment came.",
            ),
            Example("Much information on all the peoples of Asia and their children came."),
        ),
    )
    message_template = "“{found}” cannot be counted: “{correction}”."
