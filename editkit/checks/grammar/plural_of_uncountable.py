"""plural-of-uncountable: the plural of an uncountable noun."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class PluralOfUncountable(PhraseCheck):
    """Flags plurals of uncountable nouns."""

    rule = Rule(
        id="plural-of-uncountable",
        family=Family.GRAMMAR,
        summary="Plural of an uncountable noun",
        rationale=(
            "Information, advice, equipment and furniture are uncountable in English: “a "
            "piece of advice”, “much equipment”. In other languages they are countable, so "
            "writers add a plural ending."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The website has informations about opening hours.",
                flagged=("informations",),
                fixed="The website has information about opening hours.",
                in_manual=True,
            ),
            Example(
                "The informations and equipments came.",
                flagged=("informations", "equipments"),
                fixed="The information and equipment came.",
            ),
            Example("Much information on all the peoples of Asia and their children came."),
        ),
    )
    message_template = "Uncountable noun. Use “{correction}”."
