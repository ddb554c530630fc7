"""missing-thousands-separator."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_NOUNS = (
    r"(?!(?:is|was|has|as|its|this|does|yes|us|plus|minus|times|across|versus)\b)[a-z]{2,}(?<!ou)(?<!s)s\b|"
    "people|men|women|children|yuan|yen|won|baht|km|kg|kWh|mu|hectare|percent|square|cubic"
)

_NAMED = re.compile(
    r"\b(?:section|order|id|code|number|postcode|zip|box|article|flight|room|no|tel|phone|"
    r"[A-Z]\w*/\w+|isbn|model|version)\W{0,3}\Z",
    re.IGNORECASE,
)
_REACH = 24


class MissingThousandsSeparator(PatternCheck):
    """Finds a count of five digits and more without commas."""

    rule = Rule(
        id="missing-thousands-separator",
        family=Family.NUMBER,
        summary="Count of five digits or more without a comma",
        rationale=(
            "Readers cannot take in 1250000 visitors at a glance; English groups its figures in "
            "threes with commas: 1,250,000. Only what is certainly a count is flagged, that is, "
            "what stands before things counted or behind a currency's sign. Figures of four "
            "digits can do without, and years, codes and numbers of sections have none."
        ),
        category="locale-conventions/number-format",
        severity=Severity.INFO,
        langs=("en",),
        examples=(
            Example(
                "They had 1250000 visitors, 31000 of them new, and took $45000.5 or 52000 yuan.",
                flagged=("1250000", "$45000.5", "52000"),
                fixed="They had 1,250,000 visitors, 31000 of them new, and took $45,000.5 or "
                "52,000 yuan.",
            ),
            Example(
                "By 2021 models, 4500 people; Section 65400 says, CA 94063 is, No. 12345 ships."
            ),
            Example(
                "Order 9783161484100 books, ID 1234567 accounts, GB/T 13000 codes, 0.12345 tons."
            ),
            Example("It costs $10000-20000 a year; see RMB 45000/2021."),
        ),
    )
    pattern: ClassVar = re.compile(
        r"(?:(?P<sign>(?<![\w$])(?:[A-Z]{1,2})?[$€£¥￥]|\b(?:RMB|CNY|USD|EUR|HKD)[ \u00a0])"
        r"|(?<![\w.,#/:=+$€£¥-])(?<![A-Z][ ])(?<!\b[Nn]o\.[ ])(?<!\b[Nn]os\.[ ])"
        r"(?<!\bnumber[ ])(?<!\b[A-Z]{2}/T[ ]))"
        rf"(?P<figure>[1-9]\d{{4,8}}(?:\.\d+)?)(?![\w.,/-]{{0,40}}\d)"
        rf"(?(sign)(?!\w)|(?=[ \u00a0-](?:{_NOUNS})))"
    )

    def mended(self, document: Document, found: re.Match[str]) -> str | None:
        """Return the figure with its commas; None where a word before it makes it a code."""
        before = _NAMED.search(document.text, max(0, found.start() - _REACH), found.start())
        if before and not found["sign"]:
            return None
        whole, point, rest = found["figure"].partition(".")
        return f"{found['sign'] or ''}{int(whole):,}{point}{rest}"

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"“{found}” is easier to read as “{mended}”."
