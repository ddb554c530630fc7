"""missing-ordinal: a plain figure instead of an ordinal, as in “the 21 century”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.ordinals import ordinal_suffix


class MissingOrdinal(PatternCheck):
    """Flags plain figures that should be ordinals."""

    rule = Rule(
        id="missing-ordinal",
        family=Family.NUMBER,
        summary="Cardinal number instead of an ordinal, such as “the 21 century”",
        rationale=(
            "Chinese numbers centuries, sessions and anniversaries with a prefix that is "
            "easily lost. English uses ordinals: the 21st century, its 70th anniversary."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "It is the largest port of the 21 century.",
                flagged=("21",),
                fixed="It is the largest port of the 21st century.",
                in_manual=True,
            ),
            Example(
                "In the 21 century, at its 70 anniversary and the 12 session.",
                flagged=("21", "70", "12"),
                fixed="In the 21st century, at its 70th anniversary and the 12th session.",
            ),
            Example("The 21st century, 12 sessions, the 3 session notes, a 20 session course."),
        ),
    )
    requires: ClassVar = frozenset(["century", "anniversary", "birthday", "congress", "session"])
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w.,-])(?P<number>\d{1,3})"
        r"(?=[ \u00a0](?:century|anniversary|birthday|National Congress|session)\b"
        r"(?![ ][a-z]{3,}s\b))"
    )

    preceded_by: ClassVar = lazy_pattern(r"\b(?:the|its|our|their) \Z", re.IGNORECASE)
    message_template: ClassVar = "Missing ordinal ending. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the number as an ordinal."""
        number = int(match["number"])
        return f"{number}{ordinal_suffix(number)}"
