"""doubled-clock: a time on the 24-hour clock with “p.m.”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity

_NOON_HOUR = 12


class DoubledClock(PatternCheck):
    """Flags times on the 24-hour clock with “p.m.”."""

    rule = Rule(
        id="doubled-clock",
        family=Family.NUMBER,
        summary="Time of the 24-hour clock with “p.m.”",
        rationale="A time is told by one clock: 15:30 or 3:30 p.m.",
        category="locale-conventions/date-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "From 15:30 p.m. to 18:00pm, and at 22:15 PM.",
                flagged=("15:30 p.m.", "18:00pm", "22:15 PM"),
                fixed="From 3:30 p.m. to 6:00pm, and at 10:15 PM.",
            ),
            Example("From 3:30 p.m. to 15:30, at 12:15 p.m. and 10:15:30 pm; 15:30 a.m."),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w:.,])(?P<hour>1[3-9]|2[0-3])"
        r"(?P<rest>[:.][0-5]\d[ \u00a0]?(?:p\.m\.|[pP][mM](?!\w)))"
    )

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the time on the 12-hour clock."""
        return f"{int(match['hour']) - _NOON_HOUR}{match['rest']}"

    def message(self, found: str, correction: str) -> str:
        """Return a message with the correct form."""
        return f"“{found}” tells the time by two clocks: “{correction}”."
