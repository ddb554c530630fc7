"""unspaced-number-abbreviation: “No.” without a space before the figure."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class UnspacedNumberAbbreviation(PatternCheck):
    """Flags “No.” without a space before the figure."""

    rule = Rule(
        id="unspaced-number-abbreviation",
        family=Family.NUMBER,
        summary="No space between “No.” and the figure",
        rationale=(
            "“No.” is short for a word and has a space behind it as the word would: No. 9 Plant, "
            "Nos. 3 and 4."
        ),
        category="locale-conventions/number-format",
        severity=Severity.INFO,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The No.9 Plant and Nos.3 and 4.",
                flagged=("No.9", "Nos.3"),
                fixed="The No. 9 Plant and Nos. 3 and 4.",
            ),
            Example("The No. 9 Plant, No 4, no.5x, see No.5/7 and www.no.1.de."),
        ),
    )
    requires: ClassVar = frozenset(["no", "nos"])
    pattern: ClassVar = lazy_pattern(r"(?<![\w.])(?P<word>Nos?\.)(?P<figure>\d+)(?![\w.]{0,40}\w)")

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the abbreviation, a space and the figure."""
        return f"{match['word']} {match['figure']}"

    def message(self, found: str, correction: str) -> str:
        """Return a message with the correct form."""
        return f"A space parts “No.” from the figure: “{correction}”, not “{found}”."
