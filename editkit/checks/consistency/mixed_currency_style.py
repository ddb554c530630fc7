"""mixed-currency-style."""

from collections.abc import Iterator, Mapping

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import Tally, Use
from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.errors import InputError
from editkit.core.rule import Example, Option, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.money import parse, sums


class MixedCurrencyStyle(StyleCheck):
    """Finds sums of money that are written otherwise than the rest of the text writes them."""

    rule = Rule(
        id="mixed-currency-style",
        family=Family.CONSISTENCY,
        summary="Sums in one currency written in several ways",
        rationale=(
            "RMB 5 million and 5 million yuan, $5 and US$5 are right alike; an article keeps to "
            "one for each currency. Sums that are part of a range and those without figures say "
            "nothing."
        ),
        category="locale-conventions/currency-format",
        severity=Severity.INFO,
        options=(
            Option("prefer", (), "samples of how the house writes sums, as in US$5 or 5 yuan"),
        ),
        langs=("en",),
        examples=(
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

    margin, slips = 2, 1

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        for sample in self.option("prefer"):
            if not parse(sample):
                raise InputError(f"{self.rule.id}: “{sample}” is no sum of money.")

    def uses(self, document: Document) -> Iterator[Use]:
        """Yield the sums of money, each with how its currency is written."""
        for money in sums(document):
            text = money.span.of(document.text)
            yield Use(document.uri, money.span, text, _topic(money.currency), f"“{money.style}”")

    def rewrite(self, use: Use, style: str) -> str | None:
        """Return the sum in another style; None for one dollar, which is no dollars."""
        money, style = parse(use.text), style.strip("“”")
        if money is None or (money.amount == "1" and style.endswith("s")):
            return None
        return money.written(style)

    def policy(self, tally: Tally) -> Mapping[str, str]:  # noqa: ARG002
        """Return the styles of the samples that the option has."""
        samples = filter(None, map(parse, self.option("prefer")))
        return {_topic(money.currency): f"“{money.style}”" for money in samples}


def _topic(currency: str) -> str:
    return f"sums in {currency}"
