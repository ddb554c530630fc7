"""uncapitalized-word: a lowercase letter in a word that always has a capital."""

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class UncapitalizedWord(PhraseCheck):
    """Flags “i”, days, months, languages and places in lowercase."""

    rule = Rule(
        id="uncapitalized-word",
        title="Lowercase word that needs a capital",
        family=Family.SPELLING,
        summary="Lowercase word that always has a capital",
        rationale=(
            "English capitalizes “I”, days and months, and words derived from the name of a "
            "country or a religion: “a French lesson on Monday”. Words with another meaning "
            "in lowercase (may, march, china, polish) are ignored."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "The office is closed on monday.",
                flagged=("monday",),
                fixed="The office is closed on Monday.",
                in_manual=True,
            ),
            Example(
                "On monday i go to new york; i'm english.",
                flagged=("monday", "i", "new york", "i'm", "english"),
                fixed="On Monday I go to New York; I'm English.",
            ),
            Example("In May, see (i) and i.e. figure x-i: french fries on fine china at i/o."),
        ),
    )
    message_template = "Missing capital. Use “{correction}”."
