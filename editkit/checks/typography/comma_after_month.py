"""comma-after-month: a comma between a month and its year."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.dates import MONTHS
from editkit.languages.en.words.time_expressions import BEFORE_MONTH


class CommaAfterMonth(PatternCheck):
    """Flags a comma between a month and its year."""

    rule = Rule(
        id="comma-after-month",
        title="Comma between month and year",
        family=Family.TYPOGRAPHY,
        summary="Comma between a month and its year",
        rationale=(
            "A comma separates the day from the year: “April 5, 2007”. There is none "
            "between a month and its year: “in April 2007”, “5 April 2007”."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The museum opened in April, 2007.",
                flagged=("April, 2007",),
                fixed="The museum opened in April 2007.",
                in_manual=True,
            ),
            Example(
                "It opened in April, 2007 and closed on 5 May, 2019.",
                flagged=("April, 2007", "May, 2019"),
                fixed="It opened in April 2007 and closed on 5 May 2019.",
            ),
            Example("It opened on April 5, 2007, and in May, 2019 guests came."),
            Example("Sales fell in May, 20 of them in one town; see March, 2019-03."),
        ),
    )
    confidence: ClassVar = Confidence.MEDIUM
    pattern: ClassVar[re.Pattern[str]] = lazy_pattern(
        rf"(?<=\s)(?P<month>{'|'.join(MONTHS)}),\s(?P<year>(?:19|20)\d\d)\b(?![\w-]|\s\w+s\b)"
    )
    preceded_by: ClassVar = BEFORE_MONTH
    message_template: ClassVar = "Superfluous comma. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the month and the year without the comma."""
        return f"{match['month']} {match['year']}"
