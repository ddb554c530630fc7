"""miscased-unit-symbol."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.document import Document
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_RIGHT = "km kg kW kWh kV kHz MHz GHz MW MWh GWh TWh MPa kPa cm mm Hz Nm".split()
_BY_LETTERS = {symbol.lower(): symbol for symbol in _RIGHT}
_DOUBTFUL = frozenset({"mw", "nm", "MM", "CM", "NM"})


class MiscasedUnitSymbol(PatternCheck):
    """Finds the symbol of a unit in the wrong letter case."""

    rule = Rule(
        id="miscased-unit-symbol",
        family=Family.NUMBER,
        summary="Symbol of a unit in the wrong letter case",
        rationale=(
            "Case tells units apart: kilo is k, mega M, and what is named after a person has a "
            "capital: 5 km, 30 kW, 12 kWh, 220 kV, 3 MPa (SI Brochure, 5.2)."
        ),
        category="locale-conventions/measurement-format",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
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
    pattern: ClassVar = re.compile(
        r"(?:(?<=\d)|(?<=\d[ \u00a0]))(?<![A-Za-z]\d)(?<![A-Za-z]\d[ \u00a0])"
        r"(?P<unit>[A-Za-z]{2,3})(?![\w-])"
    )

    def mended(self, document: Document, found: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the symbol in its letter case; None where it has it or is no such symbol."""
        right = _BY_LETTERS.get(found["unit"].lower())
        return None if right == found["unit"] or found["unit"] in _DOUBTFUL else right

    def message(self, found: str, mended: str) -> str:
        """Name the right form."""
        return f"The symbol is “{mended}”, not “{found}”."
