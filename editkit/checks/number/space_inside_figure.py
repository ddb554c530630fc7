"""space-inside-figure: a space next to the comma or point of a figure."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.figure_context import BEFORE_SEPARATE_FIGURE, COUNTED_NOUN

_LOOKBEHIND_CHARS = 24


class SpaceInsideFigure(PatternCheck):
    """Flags spaces next to the comma or point of a figure."""

    rule = Rule(
        id="space-inside-figure",
        title="Space inside a number",
        family=Family.NUMBER,
        summary="Space next to the comma or decimal point inside a number",
        rationale=(
            "A space after the comma splits a number in two: “1, 250 cars” reads as 1 and "
            "250. So does a space next to a decimal point. Only text that is certainly one "
            "number is flagged: three digits before the things counted, a decimal before a "
            "percent sign, million or billion."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The dealer sold 1, 250 cars in May.",
                flagged=("1, 250",),
                fixed="The dealer sold 1,250 cars in May.",
                in_manual=True,
            ),
            Example(
                "It sold 1, 250 cars and 12 ,500 vans, 3. 5% more, for 4. 2 billion yuan.",
                flagged=("1, 250", "12 ,500", "3. 5", "4. 2"),
                fixed="It sold 1,250 cars and 12,500 vans, 3.5% more, for 4.2 billion yuan.",
            ),
            Example(
                "In 2019, 178 cars; of 5, 200 and 300 cars; room 5, 200 beds; it has 5. 3 came."
            ),
            Example("On May 5, 120 guests came. At the age of 5, 300 books. In 2020. 5% of it."),
            Example("The results:\n1. 12% of the mills closed.\n2. 30% grew."),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w.,$-])(?P<before>\d{1,3})(?:, | ,)(?P<group>\d{3})(?!\w|[.,]\d|,? and \d)"
        rf"(?=[ \u00a0](?:{COUNTED_NOUN}))"
        r"|(?<![\w.,$-])(?P<whole>\d{1,2})(?:\. | \.)(?P<part>\d{1,2})"
        r"(?=[ \u00a0]?%|[ \u00a0](?:percent|per cent|billion|trillion)\b)"
    )
    message_template: ClassVar = "Space inside a number. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:
        """Return the figure without the space, or None if two figures may be meant."""
        before = context.document.text[max(0, match.start() - _LOOKBEHIND_CHARS) : match.start()]
        if match["whole"]:
            is_item_number = not before.rpartition("\n")[2].strip(" \t-*>")
            return None if is_item_number else f"{match['whole']}.{match['part']}"
        return (
            None
            if BEFORE_SEPARATE_FIGURE.search(before)
            else f"{match['before']},{match['group']}"
        )
