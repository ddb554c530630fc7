"""miscounted-unit: a plural unit before a noun, or a singular one after a large figure."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.clause_patterns import NOUN_PHRASE_END
from editkit.languages.en.words.units import COUNTABLE_UNITS


class MiscountedUnit(PatternCheck):
    """Flags plural units before a noun and singular ones after a large figure."""

    rule = Rule(
        id="miscounted-unit",
        title="Singular or plural of a unit",
        family=Family.NUMBER,
        summary="Unit in the wrong number, such as “5-years plan” or “500 square meter of”",
        rationale=(
            "Before the noun that it modifies, a unit is singular: a 5-year plan. On its "
            "own it is plural: 500 square meters of glass."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The council adopted a 5-years plan.",
                flagged=("5-years",),
                fixed="The council adopted a 5-year plan.",
                in_manual=True,
            ),
            Example(
                "A 5-years plan, a 300-tons crane, a 6-years-old mill, 9 square meter of tin.",
                flagged=("5-years", "300-tons", "6-years", "9 square meter"),
                fixed="A 5-year plan, a 300-ton crane, a 6-year-old mill, 9 square meters of tin.",
            ),
            Example(
                "A 5-year plan, 5 years, 500 square meters, a 500 square meter hall, 5-years."
            ),
            Example("It has 1 square meter of glass, in 30-days; the 5-seats of it."),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    pattern: ClassVar = lazy_pattern(
        rf"(?<![\w.,-])(?:(?P<tied>\d[\d,.]{{0,20}}-(?:{COUNTABLE_UNITS}))s"
        r"(?=-old\b|[ ](?!of\b|and\b|or\b|in\b|to\b)[a-z])"
        r"|(?P<whole>(?!1[ ])\d[\d,.]{0,20}[ \u00a0](?:square|cubic)[ \u00a0]"
        rf"(?:meter|metre|kilometer|kilometre|mile)){NOUN_PHRASE_END})"
    )
    message_template: ClassVar = "Singular or plural of a unit. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the unit in the other number."""
        return match["tied"] or f"{match['whole']}s"
