"""missing-thousands-separator: a count of five or more digits without commas."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.figure_context import IDENTIFIER_LABEL, LARGE_COUNT_NOUN

_LOOKBEHIND_CHARS = 24


class MissingThousandsSeparator(PatternCheck):
    """Flags counts of five or more digits without commas."""

    rule = Rule(
        id="missing-thousands-separator",
        title="Missing thousands separator",
        family=Family.NUMBER,
        summary="Number of five or more digits without a comma",
        rationale=(
            "1250000 visitors cannot be read at a glance. English separates groups of three "
            "digits with commas: 1,250,000. Only numbers that certainly count something are "
            "flagged: before the things counted or after a currency sign. The comma is "
            "optional in four-digit numbers; years, codes and section numbers have none."
        ),
        category="locale-conventions/number-format",
        severity=Severity.INFO,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The park had 1250000 visitors last year.",
                flagged=("1250000",),
                fixed="The park had 1,250,000 visitors last year.",
                in_manual=True,
            ),
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
    requires: ClassVar = frozenset({DIGIT})
    pattern: ClassVar = lazy_pattern(
        r"(?:(?P<sign>(?<![\w$])(?:[A-Z]{1,2})?[$€£¥￥]|\b(?:RMB|CNY|USD|EUR|HKD)[ \u00a0])"
        r"|(?<![\w.,#/:=+$€£¥-])(?<![A-Z][ ])(?<!\b[Nn]o\.[ ])(?<!\b[Nn]os\.[ ])"
        r"(?<!\bnumber[ ])(?<!\b[A-Z]{2}/T[ ]))"
        rf"(?P<figure>[1-9]\d{{4,8}}(?:\.\d+)?)(?![\w.,/-]{{0,40}}\d)"
        rf"(?(sign)(?!\w)|(?=[ \u00a0-](?:{LARGE_COUNT_NOUN})))"
    )
    message_template: ClassVar = "Missing thousands separator. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:
        """Return the figure with commas, or None if the word before it makes it a code."""
        before = IDENTIFIER_LABEL.search(
            context.document.text, max(0, match.start() - _LOOKBEHIND_CHARS), match.start()
        )
        if before and not match["sign"]:
            return None
        whole, point, rest = match["figure"].partition(".")
        return f"{match['sign'] or ''}{int(whole):,}{point}{rest}"
