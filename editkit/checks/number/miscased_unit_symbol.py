"""miscased-unit-symbol: a unit symbol in the wrong letter case."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity

_SYMBOLS = "km kg kW kWh kV kHz MHz GHz MW MWh GWh TWh MPa kPa cm mm Hz Nm".split()
_SYMBOL_BY_LOWERCASE = {symbol.lower(): symbol for symbol in _SYMBOLS}
_AMBIGUOUS = frozenset({"mw", "nm", "MM", "CM", "NM"})


class MiscasedUnitSymbol(PatternCheck):
    """Flags unit symbols in the wrong letter case."""

    rule = Rule(
        id="miscased-unit-symbol",
        title="Letter case of a unit symbol",
        family=Family.NUMBER,
        summary="Unit symbol in the wrong letter case",
        rationale=(
            "Letter case distinguishes units: kilo is k, mega is M, and units named after a "
            "person have a capital: 5 km, 30 kW, 12 kWh, 220 kV, 3 MPa (SI Brochure, 5.2)."
        ),
        category="locale-conventions/measurement-format",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The battery stores 12 Kwh.",
                flagged=("Kwh",),
                fixed="The battery stores 12 kWh.",
                in_manual=True,
            ),
            Example(
                "It has 30KW, 12 Kwh and 220 KV, weighs 4 KG and runs 500 Km at 3 Mpa.",
                flagged=("KW", "Kwh", "KV", "KG", "Km", "Mpa"),
                fixed="It has 30kW, 12 kWh and 220 kV, weighs 4 kg and runs 500 km at 3 MPa.",
            ),
            Example(
                "It has 30 kW, 12 kWh, 5 MW, 3 mw, 20 Nm, 8 MM rounds, 5 KGB men, and EU5 KM."
            ),
        ),
    )
    requires: ClassVar = frozenset(_SYMBOL_BY_LOWERCASE)
    pattern: ClassVar = lazy_pattern(
        r"(?:(?<=\d)|(?<=\d[ \u00a0]))(?<![A-Za-z]\d)(?<![A-Za-z]\d[ \u00a0])"
        r"(?P<unit>[A-Za-z]{2,3})(?![\w-])"
    )
    message_template: ClassVar = "Wrong letter case of a unit. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the symbol in its letter case, or None if it is correct or not a known symbol."""
        symbol = _SYMBOL_BY_LOWERCASE.get(match["unit"].lower())
        return None if symbol == match["unit"] or match["unit"] in _AMBIGUOUS else symbol
