"""miscased-unit: a unit with a capital inside a sentence."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.units import CAPITALIZED_UNITS


class MiscasedUnit(PatternCheck):
    """Flags units with a capital inside a sentence."""

    rule = Rule(
        id="miscased-unit",
        title="Capitalized unit",
        family=Family.NUMBER,
        summary="Capitalized unit or number word within a sentence",
        rationale="Units and number words are not names: 5 kilometers long, 3 million people.",
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The road is 5 Kilometers long.",
                flagged=("Kilometers",),
                fixed="The road is 5 kilometers long.",
                in_manual=True,
            ),
            Example(
                "The road is 5 Kilometers long and cost 3 Million yuan.",
                flagged=("Kilometers", "Million"),
                fixed="The road is 5 kilometers long and cost 3 million yuan.",
            ),
            Example(
                "Road of 5 Kilometers Opened\n\nThe “5 Years”; 10 Year Old; Running 9 Days a week."
            ),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    pattern: ClassVar = lazy_pattern(rf"(?<=\d )(?P<unit>{CAPITALIZED_UNITS})(?=[ ][a-z]|[.,;])")
    preceded_by: ClassVar = lazy_pattern(r"(?<![\w-])[a-z]+ \d+(?:\.\d+)? \Z")
    message_template: ClassVar = "Capitalized unit. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the unit in lowercase."""
        return match["unit"].lower()
