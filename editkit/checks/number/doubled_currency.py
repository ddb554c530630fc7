"""doubled-currency: a sum with its currency before and after the amount."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity

_AMOUNT = r"[ \u00a0]?\d+(?:,\d{3})*(?:\.\d+)?(?:[ \u00a0](?:thousand|million|billion|trillion))?"


class DoubledCurrency(PatternCheck):
    """Flags sums that name their currency before and after the amount."""

    rule = Rule(
        id="doubled-currency",
        title="Currency given twice",
        family=Family.NUMBER,
        summary="Currency both before and after the amount",
        rationale=(
            "An amount has its currency once: RMB 5 million or 5 million yuan, $5 or 5 dollars."
        ),
        category="locale-conventions/currency-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The repair cost RMB 5,000 yuan.",
                flagged=("RMB 5,000 yuan",),
                fixed="The repair cost RMB 5,000.",
                in_manual=True,
            ),
            Example(
                "It cost RMB 5,000 yuan, then $7 million dollars and €3 euros.",
                flagged=("RMB 5,000 yuan", "$7 million dollars", "€3 euros"),
                fixed="It cost RMB 5,000, then $7 million and €3.",
            ),
            Example("It cost RMB 5,000, 5,000 yuan, $7 US dollars to the euro, or ¥5 and 3 yuan."),
        ),
    )
    requires: ClassVar = frozenset(["$", "€", "£", "¥", "￥", "rmb", "cny"])
    pattern: ClassVar = lazy_pattern(
        rf"(?<![\w$€£¥￥])(?:(?P<yuan>(?:RMB|CNY|¥|￥){_AMOUNT})"
        r"[ \u00a0]?(?:yuan|RMB|CNY|renminbi)"
        rf"|(?P<dollars>(?:US|HK|A|S)?\${_AMOUNT})[ \u00a0](?:dollars|USD)"
        rf"|(?P<euros>€{_AMOUNT})[ \u00a0]euros|(?P<pounds>£{_AMOUNT})[ \u00a0]pounds)(?!\w)"
    )
    message_template: ClassVar = "Currency given twice. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the sum with its currency before the amount."""
        return match["yuan"] or match["dollars"] or match["euros"] or match["pounds"]
