"""pluralized-unit: a unit symbol with a plural ending, as in “5 kms”."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity

_UNITS = "km kg cm mm ml kW MW GW kWh MWh GWh TWh".split()


class PluralizedUnit(PatternCheck):
    """Flags unit symbols with a plural ending."""

    rule = Rule(
        id="pluralized-unit",
        title="Plural of a unit symbol",
        family=Family.NUMBER,
        summary="Unit symbol with a plural ending",
        rationale=(
            "Unit symbols have no plural (SI Brochure, 5.2): 5 km, 12 kg. Their names do: 5 "
            "kilometers."
        ),
        category="locale-conventions/measurement-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The race is 5 kms long.",
                flagged=("kms",),
                fixed="The race is 5 km long.",
                in_manual=True,
            ),
            Example(
                "After 5 kms, 12kgs and 3,000 kWhs it has 7 GWs.",
                flagged=("kms", "kgs", "kWhs", "GWs"),
                fixed="After 5 km, 12kg and 3,000 kWh it has 7 GW.",
            ),
            Example("After 5 km, in ms, some kgs, 5 MBs."),
        ),
    )
    requires: ClassVar = frozenset(f"{unit}s".lower() for unit in _UNITS)
    pattern: ClassVar = lazy_pattern(
        rf"(?:(?<=\d)|(?<=\d[ \u00a0]))(?P<unit>{'|'.join(_UNITS)})s(?![\w²³])"
    )
    message_template: ClassVar = "Plural of a unit symbol. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the symbol without the ending."""
        return match["unit"]
