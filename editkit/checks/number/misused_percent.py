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
        title="Misused “percent”",
        family=Family.NUMBER,
        summary="“Percents”, or “percent points” instead of “percentage points”",
        rationale=(
            "After a number, “percent” has no plural. The difference between two "
            "percentages is given in percentage points."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "Exports rose by 5 percents.",
                flagged=("percents",),
                fixed="Exports rose by 5 percent.",
                in_manual=True,
            ),
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
    message_template: ClassVar = "Misused “percent”. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the correct words."""
        if match["many"]:
            return match["many"][:-1]
        point = "point" if match["points"].endswith("t") else "points"
        return f"{' ' if match['points'][0] in ' %' else ''}percentage {point}"
