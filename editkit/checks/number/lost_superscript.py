"""lost-superscript: a unit whose exponent is not raised, as in “m2”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity

_SUPERSCRIPTS = {"2": "²", "3": "³"}


class LostSuperscript(PatternCheck):
    """Flags square and cubic units whose exponent is not raised."""

    rule = Rule(
        id="lost-superscript",
        family=Family.NUMBER,
        summary="Exponent of a unit that is not superscript",
        rationale=(
            "The exponent of a square or cubic unit is superscript: 5 m², 300 m³/h. Copying "
            "from a formatted page loses the format."
        ),
        category="locale-conventions/measurement-format",
        severity=Severity.INFO,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The hall covers 500 m2.",
                flagged=("m2",),
                fixed="The hall covers 500 m².",
                in_manual=True,
            ),
            Example(
                "A hall of 500 m2, 12,000m3 of gas, 7 km2, at 300 yuan/m2.",
                flagged=("m2", "m3", "km2", "m2"),
                fixed="A hall of 500 m², 12,000m³ of gas, 7 km², at 300 yuan/m².",
            ),
            Example("M2 grew. The m2 screw, 5 m², an A4m2 and a/b/m2/c."),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    pattern: ClassVar = lazy_pattern(
        r"(?<![A-Za-z])(?P<unit>km|cm|mm|m)(?P<power>[23])(?![\w/.-]{0,40}\w[/.]|\w)"
    )
    preceded_by: ClassVar = lazy_pattern(r"(?<![A-Za-z])\d[ \u00a0]?\Z|[a-z]{2}/\Z")
    include_technical: ClassVar = True
    message_template: ClassVar = "Use a superscript: “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the unit with a raised exponent."""
        return match["unit"] + _SUPERSCRIPTS[match["power"]]
