"""unspaced-unit: a figure without a space before its unit in words."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.fix import Safety
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.units import SPELLED_OUT_UNITS


class UnspacedUnit(PatternCheck):
    """Flags figures without a space before their unit in words."""

    rule = Rule(
        id="unspaced-unit",
        title="Missing space before a unit",
        family=Family.NUMBER,
        summary="No space between a number and a unit in words",
        rationale=(
            "A unit that is written out is a word and has a space before it: 45 minutes, 3 "
            "million."
        ),
        category="locale-conventions/measurement-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The trip takes 45minutes.",
                flagged=("45minutes",),
                fixed="The trip takes 45 minutes.",
                in_manual=True,
            ),
            Example(
                "It took 45minutes and 1.5million yuan for 12people.",
                flagged=("45minutes", "1.5million", "12people"),
                fixed="It took 45 minutes and 1.5 million yuan for 12 people.",
            ),
            Example("It took 45 minutes, 12km, a 30-day pass, B12days, 5min and 3x."),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    pattern: ClassVar = lazy_pattern(
        rf"(?<![\w.,-])(?P<figure>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<unit>{SPELLED_OUT_UNITS})(?!\w)"
    )
    safety: ClassVar = Safety.SAFE
    message_template: ClassVar = "Missing space. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the figure, a space and the unit."""
        return f"{match['figure']} {match['unit']}"
