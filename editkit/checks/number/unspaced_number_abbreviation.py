"""unspaced-number-abbreviation."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class UnspacedNumberAbbreviation(PatternCheck):
    """Finds “No.” without a space before its figure."""

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
    pattern: ClassVar = re.compile(r"(?<![\w.])(?P<word>Nos?\.)(?P<figure>\d+)(?![\w.]{0,40}\w)")

    def mended(self, document: Document, found: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the abbreviation, a space and the figure."""
        return f"{found['word']} {found['figure']}"

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"A space parts “No.” from the figure: “{mended}”, not “{found}”."
