"""chinese-number-unit: an amount counted in ten thousands or hundred millions."""

import re
from decimal import Decimal
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.figure_context import CHINESE_COUNT

_FACTORS = {
    "ten thousand": 10**4,
    "ten thousands": 10**4,
    "hundred million": 10**8,
    "hundred millions": 10**8,
    "ten million": 10**7,
    "thousand": 10**3,
    "thousands": 10**3,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "millions": 10**6,
    "billions": 10**9,
}


class ChineseNumberUnit(PatternCheck):
    """Flags amounts counted in ten thousands or hundred millions."""

    rule = Rule(
        id="chinese-number-unit",
        title="Chinese number unit",
        family=Family.NUMBER,
        summary="Amount counted in ten thousands or hundred millions",
        rationale=(
            "Chinese counts in 万 (ten thousand) and 亿 (a hundred million), English in "
            "thousands, millions and billions. “250 ten thousand” is 2.5 million. After a "
            "number these words have no plural: “3 million”, not “3 millions”. “Ten thousand” "
            "in words is not flagged."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MAJOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The company sold 250 ten thousand cars last year.",
                flagged=("250 ten thousand",),
                fixed="The company sold 2.5 million cars last year.",
                in_manual=True,
            ),
            Example(
                "It sold 250 ten thousand cars, 3.5 hundred million parts and 20 thousands vans.",
                flagged=("250 ten thousand", "3.5 hundred million", "20 thousands"),
                fixed="It sold 2.5 million cars, 350 million parts and 20,000 vans.",
            ),
            Example(
                "It cost 3.6万 yuan, then 12 亿 yuan, or 5 millions euro, for 10 thousand.",
                flagged=("3.6万", "12 亿", "5 millions", "10 thousand"),
                fixed="It cost 36,000 yuan, then 1.2 billion yuan, or 5 million euro, for 10,000.",
            ),
            Example("Ten thousand, 20 thousand, 3 million, 5 millions of them; 3万里河东入海."),
        ),
    )
    requires: ClassVar = frozenset(word for unit in _FACTORS for word in unit.split()[-1:])
    pattern: ClassVar = CHINESE_COUNT
    message_template: ClassVar = "Chinese number unit. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the amount in English units."""
        figure = Decimal(match["figure"].replace(",", ""))
        return _in_english_units(figure * _FACTORS[match["unit"] or match["han"]])


def _in_english_units(amount: Decimal) -> str:
    """Return an amount in figures, or in millions or billions if three decimals are enough."""
    for factor, name in ((10**9, "billion"), (10**6, "million")):
        if amount >= factor and round(amount / factor, 3) == amount / factor:
            return f"{(amount / factor).normalize():f} {name}"
    return f"{amount.normalize():,f}"
