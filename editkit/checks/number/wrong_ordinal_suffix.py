"""wrong-ordinal-suffix: an ordinal with the wrong ending, as in “21th”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.fix import Safety
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.ordinals import ordinal_suffix


class WrongOrdinalSuffix(PatternCheck):
    """Flags ordinals in figures with the wrong ending."""

    rule = Rule(
        id="wrong-ordinal-suffix",
        family=Family.NUMBER,
        summary="Ordinal with the ending of another number",
        rationale=(
            "An ordinal in figures ends as its last word does: 21st (first), 22nd (second), "
            "23rd (third), but 11th, 12th and 13th."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The city hosts the 22th fair next year.",
                flagged=("22th",),
                fixed="The city hosts the 22nd fair next year.",
                in_manual=True,
            ),
            Example(
                "The 22th fair of the 21th century, on the 3th, 11st and 112nd day.",
                flagged=("22th", "21th", "3th", "11st", "112nd"),
                fixed="The 22nd fair of the 21st century, on the 3rd, 11th and 112th day.",
            ),
            Example(
                "The 1st, 2nd, 3rd, 11th, 12th, 13th, 21st, 111th and 1,001st. A 2ND, 5s, 1 2th."
            ),
        ),
    )
    requires: ClassVar = frozenset(["st", "nd", "rd", "th"])
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w.,-])(?<!\d )(?P<number>\d[\d,]*)(?P<suffix>st|nd|rd|th)(?!\w)"
    )
    safety: ClassVar = Safety.SAFE
    message_template: ClassVar = "Wrong ordinal ending. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the number with its correct ending, or None if it has it already."""
        suffix = ordinal_suffix(int(match["number"].replace(",", "")))
        return None if suffix == match["suffix"] else match["number"] + suffix
