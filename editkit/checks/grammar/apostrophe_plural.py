"""apostrophe-plural."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class ApostrophePlural(PatternCheck):
    """Finds counted abbreviations whose plural has an apostrophe."""

    rule = Rule(
        id="apostrophe-plural",
        family=Family.GRAMMAR,
        summary="Apostrophe in the plural of an abbreviation",
        rationale=(
            "The plural of an abbreviation has no apostrophe: 12 TVs. With one it is a genitive, "
            "which nothing counted is."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "It has 12 TV's, three PC’s and 5 million SUV's.",
                flagged=("TV's", "PC’s", "SUV's"),
                fixed="It has 12 TVs, three PCs and 5 million SUVs.",
            ),
            Example("In 2021 NATO's costs rose; the 3 TV's screens; 12 TVs, one PC’s screen."),
        ),
    )
    pattern: ClassVar = re.compile(
        r"\b(?P<word>[A-Z]{2,5})['’]s(?=[.,;:)]|[ ](?:and|or|of|in|for|with|were|are|from)\b)"
    )

    before: ClassVar = re.compile(
        r"(?:(?<!\b(?:19|20)\d)\d|(?:m|b|tr)illion|"
        r"\b(?:two|three|four|five|six|ten|many|several)) \Z"
    )

    def mended(self, document: Document, found: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the plural."""
        return f"{found['word']}s"

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"The plural has no apostrophe: “{mended}”, not “{found}”."
