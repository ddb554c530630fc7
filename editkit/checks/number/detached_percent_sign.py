"""detached-percent-sign: a space between a figure and the percent sign."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class DetachedPercentSign(PatternCheck):
    """Flags a space between a figure and the percent sign."""

    rule = Rule(
        id="detached-percent-sign",
        title="Space before a percent sign",
        family=Family.NUMBER,
        summary="Space between a number and the percent sign",
        rationale=(
            "In English, the percent sign is not separated from its number: 5%. Scientific "
            "texts that follow the SI Brochure and many other languages have a space there: "
            "5 %."
        ),
        category="locale-conventions/number-format",
        severity=Severity.INFO,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "Exports rose by 4.5 % in May.",
                flagged=("4.5 %",),
                fixed="Exports rose by 4.5% in May.",
                in_manual=True,
            ),
            Example(
                "It rose by 4.5 %, then 12 %.", ("4.5 %", "12 %"), "It rose by 4.5%, then 12%."
            ),
            Example("It rose by 5%, 2 0 %, or 50 percent; 7 %d, 5 %20."),
        ),
    )
    requires: ClassVar = frozenset("%")
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w.,-])(?<!\d )(?P<figure>\d+(?:[.,]\d+)*)[ \u00a0\u202f]%(?!\w)"
    )
    message_template: ClassVar = "Space before the percent sign. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the figure and its sign without the space."""
        return f"{match['figure']}%"
