"""unhyphenated-ordinal: a space instead of a hyphen in an ordinal, as in “10 millionth”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.figure_context import SPACED_LARGE_ORDINAL


class UnhyphenatedOrdinal(PatternCheck):
    """Flags large ordinals without a hyphen between figure and word."""

    rule = Rule(
        id="unhyphenated-ordinal",
        family=Family.NUMBER,
        summary="Ordinal without its hyphen, such as “5 millionth”",
        rationale=(
            "“The 5-millionth tractor” is one ordinal, joined by a hyphen. In words it has "
            "a hyphen as well: the five-millionth."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The 5 millionth tractor came off the line in May.",
                flagged=("5 millionth",),
                fixed="The 5-millionth tractor came off the line in May.",
                in_manual=True,
            ),
            Example(
                "The 5 millionth tractor and the 1.5 billionth egg came off the line.",
                flagged=("5 millionth", "1.5 billionth"),
                fixed="The 5-millionth tractor and the 1.5-billionth egg came off the line.",
            ),
            Example(
                "Our three millionth guest", ("three millionth",), "Our three-millionth guest"
            ),
            Example("The 5-millionth tractor, a millionth of it, 5 millionths of a metre."),
        ),
    )
    requires: ClassVar = frozenset(
        ["hundredth", "thousandth", "millionth", "billionth", "trillionth"]
    )
    pattern: ClassVar = SPACED_LARGE_ORDINAL
    message_template: ClassVar = "Missing hyphen in an ordinal. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the ordinal with its hyphen."""
        return f"{match['figure']}-{match['word']}"
