"""lost-superscript."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_RAISED = {"2": "²", "3": "³"}


class LostSuperscript(PatternCheck):
    """Finds square and cubic units whose exponent stands on the line."""

    rule = Rule(
        id="lost-superscript",
        family=Family.NUMBER,
        summary="Exponent of a unit that is not raised",
        rationale=(
            "The exponent of a square or cubic unit is raised: 5 m², 300 m³/h. On the line it is "
            "what copying from a formatted page leaves of it."
        ),
        category="locale-conventions/measurement-format",
        severity=Severity.INFO,
        langs=("en",),
        examples=(
            Example(
                "A hall of 500 m2, 12,000m3 of gas, 7 km2, at 300 yuan/m2.",
                flagged=("m2", "m3", "km2", "m2"),
                fixed="A hall of 500 m², 12,000m³ of gas, 7 km², at 300 yuan/m².",
            ),
            Example("M2 grew. The m2 screw, 5 m², an A4m2 and a/b/m2/c."),
        ),
    )
    pattern: ClassVar = re.compile(
        r"(?<![A-Za-z])(?P<unit>km|cm|mm|m)(?P<power>[23])(?![\w/.-]{0,40}\w[/.]|\w)"
    )
    before: ClassVar = re.compile(r"(?<![A-Za-z])\d[ \u00a0]?\Z|[a-z]{2}/\Z")
    anywhere: ClassVar = True

    def mended(self, document: Document, found: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the unit with its exponent raised."""
        return found["unit"] + _RAISED[found["power"]]

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"The exponent is raised: “{mended}”, not “{found}”."
