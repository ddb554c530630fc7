"""misused-percent: “percents”, and “percent points” for “percentage points”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisusedPercent(PatternCheck):
    """Flags “percents” and “percent points”."""

    rule = Rule(
        id="misused-percent",
        family=Family.NUMBER,
        summary="“Percents”, and “percent points” for “percentage points”",
        rationale=(
            "“Percent” has no plural behind a figure, and the difference of two percentages is "
            "counted in percentage points."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "It rose by 5 percents, or 2 percent points, and 0.3% points.",
                flagged=("percents", "percent points", "% points"),
                fixed="It rose by 5 percent, or 2 percentage points, and 0.3 percentage points.",
            ),
            Example("It rose by 5 percent, 2 percentage points; 5% points to it; percents."),
        ),
    )
    requires: ClassVar = frozenset(["percents", "cents", "point", "points"])
    pattern: ClassVar = lazy_pattern(
        r"(?:(?<=\d )|(?<=\d))(?:(?P<many>per ?cents)\b"
        r"|(?P<points>(?: ?%|per ?cent)[ ]points?)\b"
        r"(?! (?:to|at|in the direction)\b))"
    )

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the correct words."""
        if match["many"]:
            return match["many"][:-1]
        point = "point" if match["points"].endswith("t") else "points"
        return f"{' ' if match['points'][0] in ' %' else ''}percentage {point}"

    def message(self, found: str, correction: str) -> str:
        """Return a message with the correct form."""
        return f"“{found.strip()}” is “{correction.strip()}”."
