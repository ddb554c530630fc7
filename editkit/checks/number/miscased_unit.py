"""miscased-unit."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_UNITS = (
    "Kilometers?|Kilometres?|Meters?|Metres?|Miles?|Tons?|Tonnes?|Hectares?|Percent|Yuan|Million|"
    "Billion|Trillion|Thousand|Hours?|Minutes?|Days?|Weeks?|Months?|Years?|People|Square|Cubic"
)


class MiscasedUnit(PatternCheck):
    """Finds a unit with a capital inside a sentence."""

    rule = Rule(
        id="miscased-unit",
        family=Family.NUMBER,
        summary="Unit with a capital inside a sentence",
        rationale="Units and number words are no names: 5 kilometers long, 3 million people.",
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
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
    pattern: ClassVar = re.compile(rf"(?<=\d )(?P<unit>{_UNITS})(?=[ ][a-z]|[.,;])")
    before: ClassVar = re.compile(r"(?<![\w-])[a-z]+ \d+(?:\.\d+)? \Z")

    def mended(self, document: Document, found: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the unit in small letters."""
        return found["unit"].lower()

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"A unit has no capital: “{mended}”, not “{found}”."
