"""misused-percent."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class MisusedPercent(PatternCheck):
    """Finds “percent” in the plural and before “points”."""

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
    pattern: ClassVar = re.compile(
        r"(?:(?<=\d )|(?<=\d))(?:(?P<many>per ?cents)\b"
        r"|(?P<points>(?: ?%|per ?cent)[ ]points?)\b"
        r"(?! (?:to|at|in the direction)\b))"
    )

    def mended(self, document: Document, found: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the right words."""
        if found["many"]:
            return found["many"][:-1]
        point = "point" if found["points"].endswith("t") else "points"
        return f"{' ' if found['points'][0] in ' %' else ''}percentage {point}"

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"“{found.strip()}” is “{mended.strip()}”."
