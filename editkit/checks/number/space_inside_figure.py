"""space-inside-figure."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_COUNTED = (
    r"(?!(?:is|was|has|as|its|this|does|us)\b)[a-z]{3,}s\b|people|yuan|yen|km|kg|square|cubic|mu\b"
)

_ENDS = re.compile(
    r"(?:\d[\d,.]* ?(?:,|and|or)? ?|\b(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec|of|in|"
    r"on|by|to|at|from|until|chapter|room|no|page|step|phase|level|grade|type|class|covid|line|"
    r"day|week|group|age|aged|under|article|section)\b\W{0,2})\Z",
    re.IGNORECASE,
)
_REACH = 24


class SpaceInsideFigure(PatternCheck):
    """Finds a space beside the comma or point of a figure."""

    rule = Rule(
        id="space-inside-figure",
        family=Family.NUMBER,
        summary="Space beside the comma or point inside a figure",
        rationale=(
            "A space after the comma makes two figures of one: “1, 250 cars” reads as one, and "
            "250. So does one beside a decimal point. Only what is certainly one figure is "
            "flagged: three digits before things counted, a decimal before a percent sign, "
            "million or billion."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "It sold 1, 250 cars and 12 ,500 vans, 3. 5% more, for 4. 2 billion yuan.",
                flagged=("1, 250", "12 ,500", "3. 5", "4. 2"),
                fixed="It sold 1,250 cars and 12,500 vans, 3.5% more, for 4.2 billion yuan.",
            ),
            Example(
                "In 2019, 178 cars; of 5, 200 and 300 cars; room 5, 200 beds; it has 5. 3 came."
            ),
            Example("On May 5, 120 guests came. At the age of 5, 300 books. In 2020. 5% of it."),
        ),
    )
    pattern: ClassVar = re.compile(
        r"(?<![\w.,$-])(?P<before>\d{1,3})(?:, | ,)(?P<group>\d{3})(?!\w|[.,]\d|,? and \d)"
        rf"(?=[ \u00a0](?:{_COUNTED}))"
        r"|(?<![\w.,$-])(?P<whole>\d{1,2})(?:\. | \.)(?P<part>\d{1,2})"
        r"(?=[ \u00a0]?%|[ \u00a0](?:percent|per cent|billion|trillion)\b)"
    )

    def mended(self, document: Document, found: re.Match[str]) -> str | None:
        """Return the figure closed up; None where a date, an age or a number may end there."""
        if found["whole"]:
            return f"{found['whole']}.{found['part']}"
        before = document.text[max(0, found.start() - _REACH) : found.start()]
        return None if _ENDS.search(before) else f"{found['before']},{found['group']}"

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"“{found}” is one figure: “{mended}”."
