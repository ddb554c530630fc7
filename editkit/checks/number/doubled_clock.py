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
        title="24-hour time with “p.m.”",
        family=Family.NUMBER,
        summary="Time on the 24-hour clock with “p.m.”",
        rationale="A time is on one clock: 15:30 or 3:30 p.m.",
        category="locale-conventions/date-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The ferry leaves at 15:30 p.m. on weekdays.",
                flagged=("15:30 p.m.",),
                fixed="The ferry leaves at 3:30 p.m. on weekdays.",
                in_manual=True,
            ),
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
    message_template: ClassVar = "24-hour time with “p.m.” Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the time on the 12-hour clock."""
        return f"{int(match['hour']) - _NOON_HOUR}{match['rest']}"
