"""year-first-date: a date in words with the year first, as in “2022 July 3”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.dates import MONTHS

_MONTHS = "|".join(MONTHS)


class YearFirstDate(PatternCheck):
    """Flags dates in words with the year first."""

    rule = Rule(
        id="year-first-date",
        family=Family.NUMBER,
        summary="Date with the year first, such as “2022 July 3”",
        rationale=(
            "In Chinese, a date begins with the year. In English, the year comes last: July "
            "3, 2022, or 3 July 2022."
        ),
        category="locale-conventions/date-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The line opened on 2022 July 3.",
                flagged=("2022 July 3",),
                fixed="The line opened on July 3, 2022.",
                in_manual=True,
            ),
            Example(
                "On 2022 July 3 it opened, on 2022, May 12th it closed.",
                flagged=("2022 July 3", "2022, May 12th"),
                fixed="On July 3, 2022 it opened, on May 12th, 2022 it closed.",
            ),
            Example("In 2022, July 3, 2023 was far. In 2022 May 5 was a Thursday; May 2022."),
        ),
    )
    requires: ClassVar = frozenset(map(str.lower, MONTHS))
    pattern: ClassVar = lazy_pattern(
        r"\b(?P<year>(?:19|20)\d\d),?[ ]"
        rf"(?P<date>(?:{_MONTHS})[ ]\d{{1,2}}(?:st|nd|rd|th)?)(?![\w%])(?!,? \d)"
    )

    preceded_by: ClassVar = lazy_pattern(r"\b(?:on|until|since|by) \Z", re.IGNORECASE)
    message_template: ClassVar = "Year first. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the date with its year last."""
        return f"{match['date']}, {match['year']}"
