"""asterisk-for-times: an asterisk between the sides of a thing, as in 1220mm*2440mm."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Scope, Severity


class AsteriskForTimes(PatternCheck):
    """Flags asterisks between the dimensions of a thing."""

    rule = Rule(
        id="asterisk-for-times",
        title="Asterisk for a multiplication sign",
        family=Family.NUMBER,
        summary="Asterisk between dimensions: 1220mm*2440mm",
        rationale=(
            "An asterisk is the multiplication sign of programs. Dimensions have “×”: 1220mm × "
            "2440mm. Only figures of which the last one has a unit of length are flagged."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The board is 1220mm*2440mm, the box 20 * 30 * 40 cm.",
                flagged=("1220mm*2440mm", "20 * 30 * 40 cm"),
                fixed="The board is 1220mm × 2440mm, the box 20 × 30 × 40 cm.",
            ),
            Example("It is 2*3 or 2 * x; a*b mm; 3 mm * f(x); 5**2 m; rated 4* in 3 m."),
        ),
    )
    confidence: ClassVar = Confidence.MEDIUM
    requires: ClassVar = frozenset("*")
    pattern: ClassVar[re.Pattern[str]] = lazy_pattern(
        r"(?<![\w*.,/])(?<!\* )\d+(?:\.\d+)?(?: ?[cmk]?m)?"
        r"(?: ?\* ?\d+(?:\.\d+)?(?: ?[cmk]?m)?){1,2}(?<=m)(?![\w*^/])"
    )

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the dimensions with multiplication signs."""
        return " × ".join(part.strip() for part in match[0].split("*"))

    def message(self, found: str, correction: str) -> str:
        """Return a message with the correct form."""
        return f"Dimensions have a multiplication sign: “{correction}”, not “{found}”."
