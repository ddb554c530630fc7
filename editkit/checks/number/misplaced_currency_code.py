"""misplaced-currency-code: a currency code after the amount."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_CODES = (
    "AED|AUD|BRL|CAD|CHF|CNY|GBP|HKD|IDR|INR|JPY|KRW|MOP|MYR|NZD|PHP|RMB|RUB|SAR|SGD|THB|TWD|"
    "VND|ZAR"
)
_RMB_AMOUNT = lazy_pattern(r"\bRMB[ \u00a0]?\d")


class MisplacedCurrencyCode(PatternCheck):
    """Flags currency codes after the amount."""

    rule = Rule(
        id="misplaced-currency-code",
        family=Family.NUMBER,
        summary="Currency code after the amount",
        rationale=(
            "In English, a currency code comes before the amount, as a currency sign does: "
            "GBP 5 million. The name of the currency comes after it: 5 million pounds. In "
            "Chinese and many European languages the code comes last, hence “5 million "
            "CNY”. If the text has RMB elsewhere, RMB is proposed. USD and EUR after the "
            "amount are frequent in careful texts and not flagged."
        ),
        category="locale-conventions/currency-format",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "The city spent 7 million CNY on the bridge.",
                flagged=("7 million CNY",),
                fixed="The city spent CNY 7 million on the bridge.",
                in_manual=True,
            ),
            Example(
                "They spent 7 million CNY on it and 1,200.50 HKD on oil.",
                flagged=("7 million CNY", "1,200.50 HKD"),
                fixed="They spent CNY 7 million on it and HKD 1,200.50 on oil.",
            ),
            Example(
                "Of RMB 5,000, 300 CNY are left.", ("300 CNY",), "Of RMB 5,000, RMB 300 are left."
            ),
            Example("RMB 7 million, 7 million yuan, 5 CAD drawings, the 2023 JPY-USD rate."),
            Example("It costs CNY 5 million INR, USD 5, 5 USD or $5 AUD."),
        ),
    )
    requires: ClassVar = frozenset(_CODES.lower().split("|"))
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w.,$€£¥-])(?<![A-Z]{3} )(?P<amount>\d+(?:,\d{3})*(?:\.\d+)?"
        r"(?:[ \u00a0](?:hundred|thousand|million|billion|trillion))*)[ \u00a0]"
        rf"(?P<code>{_CODES})(?=[ ](?!drawings?\b)[a-z(]|[.,;:!?)\"”’\n]|\Z)"
    )
    message_template: ClassVar = "Misplaced currency code. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:
        """Return the sum with its code before the amount."""
        code = match["code"]
        if code == "CNY" and context.get(_has_rmb):
            code = "RMB"
        return f"{code} {match['amount']}"


def _has_rmb(context: LintContext) -> bool:
    return _RMB_AMOUNT.search(context.document.text) is not None
