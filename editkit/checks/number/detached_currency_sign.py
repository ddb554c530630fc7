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
            "In English, a currency sign is not separated from the amount: $5, €20 million. "
            "A currency code is: EUR 20 million."
        ),
        category="locale-conventions/currency-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "A ticket costs $ 5 at the door.",
                flagged=("$ 5",),
                fixed="A ticket costs $5 at the door.",
                in_manual=True,
            ),
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
    message_template: ClassVar = "Space after the currency sign. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the sign and the first digits without the space."""
        return f"{match['sign']}{match['figure']}"
