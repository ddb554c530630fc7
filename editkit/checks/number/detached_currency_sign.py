"""detached-currency-sign: a space between a currency sign and the amount."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class DetachedCurrencySign(PatternCheck):
    """Flags a space between a currency sign and the amount."""

    rule = Rule(
        id="detached-currency-sign",
        title="Space after a currency sign",
        family=Family.NUMBER,
        summary="Space between a currency sign and the amount",
        rationale=(
            "English sets a currency's sign tight against the amount: $5, €20 million. A code "
            "of letters has a space: EUR 20 million."
        ),
        category="locale-conventions/currency-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "It cost $ 5, then US$ 7 or € 20 million.",
                flagged=("$ 5", "US$ 7", "€ 20"),
                fixed="It cost $5, then US$7 or €20 million.",
            ),
            Example("It cost $5, EUR 20 million, 5 $ 3 times, or 20 € 2 years ago."),
        ),
    )
    requires: ClassVar = frozenset("$€£¥￥")
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w$€£¥])(?<!\d )(?P<sign>(?:[A-Z]{1,2})?[$€£¥￥])[ \u00a0]{1,2}(?P<figure>\d+)"
    )

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the sign and the first digits without the space."""
        return f"{match['sign']}{match['figure']}"

    def message(self, found: str, correction: str) -> str:  # noqa: ARG002
        """Return a message with the correct form."""
        return f"No space parts the currency sign from the amount: “{correction}”."
