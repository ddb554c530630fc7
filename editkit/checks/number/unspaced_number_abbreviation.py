"""unspaced-number-abbreviation: “No.” without a space before the figure."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class UnspacedNumberAbbreviation(PatternCheck):
    """Flags “No.” without a space before the figure."""

    rule = Rule(
        id="unspaced-number-abbreviation",
        title="Missing space after “No.”",
        family=Family.NUMBER,
        summary="No space between “No.” and the number",
        rationale=(
            "“No.” is the abbreviation of a word and, like the word, has a space after it: "
            "No. 9 Plant, Nos. 3 and 4."
        ),
        category="locale-conventions/number-format",
        severity=Severity.INFO,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The No.9 Plant was built in 1958.",
                flagged=("No.9",),
                fixed="The No. 9 Plant was built in 1958.",
                in_manual=True,
            ),
            Example(
                "The No.9 Plant and Nos.3 and 4.",
                flagged=("No.9", "Nos.3"),
                fixed="The No. 9 Plant and Nos. 3 and 4.",
            ),
            Example("The No. 9 Plant, No 4, no.5x, see No.5/7 and www.no.1.de."),
        ),
    )
    requires: ClassVar = frozenset(["no", "nos"])
    pattern: ClassVar = lazy_pattern(r"(?<![\w.])(?P<word>Nos?\.)(?P<figure>\d+)(?![\w.]{0,40}\w)")
    message_template: ClassVar = "Missing space. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the abbreviation, a space and the figure."""
        return f"{match['word']} {match['figure']}"
