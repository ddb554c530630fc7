"""misspelled-word: a frequent misspelling."""

from collections.abc import Iterator

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.context import LintContext
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.text.context import begins_sentence


class MisspelledWord(PhraseCheck):
    """Flags frequent misspellings."""

    rule = Rule(
        id="misspelled-word",
        family=Family.SPELLING,
        summary="Common misspelling of a word",
        rationale=(
            "Some misspellings are so common that what was meant is beyond doubt: “recieve”, "
            "“enviroment”, “thier”. They are found without a grammar engine, which knows many "
            "more but has to guess. A capital within a sentence makes a name, left alone."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "Thier goverment will recieve it untill May.",
                flagged=("Thier", "goverment", "recieve", "untill"),
                fixed="Their government will receive it until May.",
            ),
            Example("Their government will receive it; see Recieve Records and x/recieve.py."),
        ),
    )
    message_template = "“{found}” is a misspelling of “{correction}”."

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each misspelling that is not a name."""
        document = context.document
        for issue in super().run(context):
            start = issue.span.start
            if document.text[start].islower() or begins_sentence(document, start):
                yield issue
