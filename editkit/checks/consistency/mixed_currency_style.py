"""mixed-currency-style: sums of one currency written in several ways."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import StyleTally, StyleUse
from editkit.core.cues import DIGIT
from editkit.core.document import Document
from editkit.core.errors import InputError
from editkit.core.rule import Example, Option, Rule
from editkit.core.setup import Setup
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.money import money_amounts, parse_amount


class MixedCurrencyStyle(StyleCheck):
    """Flags sums of money written differently from the rest of the text."""

    rule = Rule(
        id="mixed-currency-style",
        title="Mixed currency styles",
        family=Family.CONSISTENCY,
        summary="Amounts in one currency written in several ways",
        rationale=(
            "RMB 5 million and 5 million yuan, $5 and US$5 are all correct, but a text "
            "keeps to one way for each currency. Ranges and amounts in words are ignored."
        ),
        category="locale-conventions/currency-format",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        options=(Option("prefer", (), "samples of the house style, such as US$5 or 5 yuan"),),
        langs=("en",),
        examples=(
            Example(
                "Of the 20 million yuan, RMB 5 million went to schools and 6 million yuan to "
                "roads.",
                flagged=("RMB 5 million",),
                fixed="Of the 20 million yuan, 5 million yuan went to schools and 6 million yuan "
                "to roads.",
                in_manual=True,
            ),
            Example(
                "HK$5 million, then HK$7 and 8 million HKD.",
                flagged=("8 million HKD",),
                fixed="HK$5 million, then HK$7 and HK$8 million.",
            ),
            Example(
                "Of 20 million yuan, RMB 5 million and 6 yuan were left.",
                flagged=("RMB 5 million",),
                fixed="Of 20 million yuan, 5 million yuan and 6 yuan were left.",
            ),
            Example("The US$5 note, a HK$5 note, €5 and $6 to $7; 5,000 yen and ¥5."),
            Example(
                "It costs 5 yuan or US$1.",
                flagged=("5 yuan",),
                fixed="It costs RMB 5 or US$1.",
                options={"prefer": ("RMB 5", "US$5")},
            ),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})

    min_ratio = 2
    max_separate_issues = 1

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        for sample in self.option("prefer", tuple):
            if not parse_amount(sample):
                raise InputError(f"{self.rule.id}: “{sample}” is not an amount of money.")

    def uses(self, document: Document) -> Iterator[StyleUse]:
        """Yield the sums of money, each with the way its currency is written."""
        for money in money_amounts(document):
            text = money.span.of(document.text)
            yield StyleUse(
                document.uri, money.span, text, _topic(money.currency), f"“{money.style}”"
            )

    def rewrite(self, use: StyleUse, style: str) -> str | None:
        """Return the sum in another style, or None for an amount of 1 and a plural style."""
        money, style = parse_amount(use.text), style.strip("“”")
        if money is None or (money.amount == "1" and style.endswith("s")):
            return None
        return money.in_style(style)

    def policy(self, tally: StyleTally) -> Mapping[str, str]:  # noqa: ARG002
        """Return the styles of the samples in the option `prefer`."""
        samples = filter(None, map(parse_amount, self.option("prefer", tuple)))
        return {_topic(money.currency): f"“{money.style}”" for money in samples}


def _topic(currency: str) -> str:
    return f"sums in {currency}"
