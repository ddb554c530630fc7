"""misplaced-percent-sign: a percent sign before the figure."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisplacedPercentSign(PatternCheck):
    """Flags percent signs before the figure."""

    rule = Rule(
        id="misplaced-percent-sign",
        family=Family.NUMBER,
        summary="Percent sign before the figure",
        rationale=(
            "The percent sign stands behind its figure in English. Before it, it comes from "
            "software or from a language that writes it so."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example("It rose by %4.5, then %12.", ("%4.5", "%12"), "It rose by 4.5%, then 12%."),
            Example("It rose by 5%. See a.de/%20b, 50%100 and %2F, or %d and 5%%7."),
        ),
    )
    requires: ClassVar = frozenset("%")
    pattern: ClassVar = lazy_pattern(r"(?<![\w%])%(?P<figure>\d+(?:\.\d+)?)(?![\w%])")

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the figure with its sign after it."""
        return f"{match['figure']}%"

    def message(self, found: str, correction: str) -> str:
        """Return a message with the correct form."""
        return f"The percent sign stands behind the figure: “{correction}”, not “{found}”."
