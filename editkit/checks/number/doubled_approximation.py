"""doubled-approximation: a figure marked as approximate twice, as in “more than 100+”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.figure_context import APPROXIMATION


class DoubledApproximation(PatternCheck):
    """Flags figures marked as approximate twice."""

    rule = Rule(
        id="doubled-approximation",
        title="Double approximation",
        family=Family.NUMBER,
        summary="Approximation expressed twice, such as “more than 100+” or “about 50 or so”",
        rationale=(
            "One word is enough to show that a number is approximate: more than 100, or 100-plus."
        ),
        category="style/awkward-style",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "More than 100+ companies took part in the fair.",
                flagged=("100+",),
                fixed="More than 100 companies took part in the fair.",
                in_manual=True,
            ),
            Example(
                "More than 100+ ships, over 1,200 plus men, about 50 or so mills, 30 days or so.",
                flagged=("100+", "1,200 plus", "50 or so"),
                fixed="More than 100 ships, over 1,200 men, about 50 mills, 30 days or so.",
            ),
            Example(
                "It lasts at least 30 days or so.",
                flagged=("30 days or so",),
                fixed="It lasts at least 30 days.",
            ),
            Example("More than 100 ships, 100+ ships, over 5 plus 3, about 5 or more."),
        ),
    )
    requires: ClassVar = frozenset(["+", "plus", "so"])
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w.,])(?P<figure>\d{1,3}(?:,?\d{3}){0,3}(?: [a-z]+(?= or so\b))?)"
        r"(?:\+(?![\d%])| plus(?! [\d(])(?= [a-z])| or so)(?!\w)"
    )

    preceded_by: ClassVar = APPROXIMATION
    message_template: ClassVar = "Double approximation. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the figure alone."""
        return match["figure"]
