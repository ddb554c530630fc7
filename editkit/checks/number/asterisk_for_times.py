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
        summary="Asterisk between dimensions, such as “1220mm*2440mm”",
        rationale=(
            "The asterisk is the multiplication sign of programming languages. Dimensions "
            "have “×”: 1220mm × 2440mm. Only numbers whose last one has a unit of length "
            "are flagged."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "Each board measures 1220mm*2440mm.",
                flagged=("1220mm*2440mm",),
                fixed="Each board measures 1220mm × 2440mm.",
                in_manual=True,
            ),
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
    message_template: ClassVar = "Asterisk for “×”. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the dimensions with multiplication signs."""
        return " × ".join(part.strip() for part in match[0].split("*"))
