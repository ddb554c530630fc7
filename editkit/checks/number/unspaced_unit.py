"""unspaced-unit."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_UNITS = (
    "seconds?|minutes?|hours?|days?|weeks?|months?|years?|meters?|metres?|kilomet(?:er|re)s?|miles?|"
    "tons?|tonnes?|kilograms?|liters?|litres?|hectares?|percent|people|yuan|dollars|euros|vehicles|"
    "times|thousand|million|billion|trillion"
)


class UnspacedUnit(PatternCheck):
    """Finds a figure that its unit in words touches."""

    rule = Rule(
        id="unspaced-unit",
        family=Family.NUMBER,
        summary="No space between a figure and its unit in words",
        rationale="A unit that is written out is a word and stands apart: 45 minutes, 3 million.",
        category="locale-conventions/measurement-format",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "It took 45minutes and 1.5million yuan for 12people.",
                flagged=("45minutes", "1.5million", "12people"),
                fixed="It took 45 minutes and 1.5 million yuan for 12 people.",
            ),
            Example("It took 45 minutes, 12km, a 30-day pass, B12days, 5min and 3x."),
        ),
    )
    pattern: ClassVar = re.compile(
        rf"(?<![\w.,-])(?P<figure>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<unit>{_UNITS})(?!\w)"
    )
    safety: ClassVar = Safety.SAFE

    def mended(self, document: Document, found: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the figure and its unit apart."""
        return f"{found['figure']} {found['unit']}"

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"A space parts a figure from a word: “{mended}”, not “{found}”."
