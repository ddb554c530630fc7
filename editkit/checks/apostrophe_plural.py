"""apostrophe-plural."""

import re
from typing import ClassVar

from editkit.checks._pattern import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_YEAR = re.compile(r"\b(?:19|20)\d\d \Z")
_REACH = 8


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
        examples=(
            Example(
                "It has 12 TV's, three PC’s and 5 million SUV's.",
                flagged=("TV's", "PC’s", "SUV's"),
                fixed="It has 12 TVs, three PCs and 5 million SUVs.",
            ),
            Example("In 2021 BAIC's sales rose; the 3 TV's screens; 12 TVs, one PC’s screen."),
        ),
    )
    pattern: ClassVar = re.compile(
        r"(?:(?<=\d )|(?<=lion )|(?<=\bthree )|(?<=\bfour )|(?<=\bfive )|(?<=\btwo )|(?<=\bten ))"
        r"(?P<word>[A-Z]{2,5})['’]s(?=[.,;:)]|[ ](?:and|or|of|in|for|with|were|are|from)\b)"
    )

    def mended(self, document: Document, found: re.Match[str]) -> str | None:
        """Return the plural; None behind a year, which counts nothing."""
        before = document.text[max(0, found.start() - _REACH) : found.start()]
        return None if _YEAR.search(before) else f"{found['word']}s"

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"The plural has no apostrophe: “{mended}”, not “{found}”."
