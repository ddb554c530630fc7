"""misplaced-percent-sign: a percent sign before the figure."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity

_ENCODING = lazy_pattern(r"(?i)encod|escap|\bspaces?\b|slash|\bURLs?\b|%[0-9A-F]?[A-F]")
_CONTEXT_CHARS = 80


class MisplacedPercentSign(PatternCheck):
    """Flags percent signs before the figure."""

    rule = Rule(
        id="misplaced-percent-sign",
        family=Family.NUMBER,
        summary="Percent sign before the number",
        rationale=(
            "In English, the percent sign comes after the number. Before the number it "
            "comes from software or from a language that writes it there."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "Exports rose by %4.5 in May.",
                flagged=("%4.5",),
                fixed="Exports rose by 4.5% in May.",
                in_manual=True,
            ),
            Example("It rose by %4.5, then %12.", ("%4.5", "%12"), "It rose by 4.5%, then 12%."),
            Example("It rose by 5%. See a.de/%20b, 50%100 and %2F, or %d and 5%%7."),
            Example("Addresses are encoded with %20 for a space."),
        ),
    )
    requires: ClassVar = frozenset("%")
    pattern: ClassVar = lazy_pattern(r"(?<![\w%])%(?P<figure>\d+(?:\.\d+)?)(?![\w%])")
    message_template: ClassVar = "Misplaced percent sign. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:
        """Return the figure with its sign after it, None for a character of an address."""
        text = context.document.text
        before = text[max(0, match.start() - _CONTEXT_CHARS) : match.start()].rpartition("\n")[2]
        after = text[match.end() : match.end() + _CONTEXT_CHARS].partition("\n")[0]
        is_encoded = len(match["figure"]) == len("20") and _ENCODING.search(f"{before} {after}")
        return None if is_encoded else f"{match['figure']}%"
