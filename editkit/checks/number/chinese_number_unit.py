"""chinese-number-unit."""

import re
from decimal import Decimal
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

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
    """Finds amounts counted in ten thousands and hundred millions."""

    rule = Rule(
        id="chinese-number-unit",
        family=Family.NUMBER,
        summary="Amount counted in ten thousands or hundred millions",
        rationale=(
            "Chinese counts in 万, ten thousand, and 亿, a hundred million; English in thousands, "
            "millions and billions. “250 ten thousand” is 2.5 million. After a figure the words "
            "have no plural either: 3 million, not 3 millions. Ten thousand in words is English."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MAJOR,
        langs=("en",),
        examples=(
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
    pattern: ClassVar = re.compile(
        r"(?<![\w.,-])(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?:[ \u00a0]"
        r"(?P<unit>ten thousands?|hundred millions?|ten million|thousands|millions|billions"
        r"|(?<=\b10.)thousand)(?!\w)(?! of\b)(?![ -](?:million|billion))"
        r"|[ \u00a0]?(?P<han>[万萬亿億])(?![\u3400-\u9fff]))"
    )

    def mended(self, document: Document, found: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the amount as English counts it."""
        figure = Decimal(found["figure"].replace(",", ""))
        return _english(figure * _FACTORS[found["unit"] or found["han"]])

    def message(self, found: str, mended: str) -> str:
        """Name the amount."""
        return f"“{found}” is “{mended}” in English."


def _english(amount: Decimal) -> str:
    """Return an amount in figures, or in millions or billions where three digits will do."""
    for factor, name in ((10**9, "billion"), (10**6, "million")):
        if amount >= factor and round(amount / factor, 3) == amount / factor:
            return f"{(amount / factor).normalize():f} {name}"
    return f"{amount.normalize():,f}"
