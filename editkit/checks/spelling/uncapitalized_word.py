"""uncapitalized-word: a lowercase letter in a word that always has a capital."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class UncapitalizedWord(PhraseCheck):
    """Flags “i”, days, months, languages and places in lowercase."""

    rule = Rule(
        id="uncapitalized-word",
        family=Family.SPELLING,
        summary="Small letter in a word that always has a capital",
        rationale=(
            "English writes “I”, the days and months, and whatever comes of the name of a country "
            "or a religion with a capital: “a French lesson on Monday”. Words that mean something "
            "else in small letters (may, march, china, polish) are left alone."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "On monday i go to new york; i'm english.",
                flagged=("monday", "i", "new york", "i'm", "english"),
                fixed="On Monday I go to New York; I'm English.",
            ),
            Example("In May, see (i) and i.e. figure x-i: french fries on fine china at i/o."),
        ),
    )
    message_template = "“{found}” is always written “{correction}”."
