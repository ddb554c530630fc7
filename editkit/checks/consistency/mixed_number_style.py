"""mixed-number-style."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import Tally, Use
from editkit.core.document import Document
from editkit.core.rule import Example, Option, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.quantities import figures, measures, with_gap, with_unit

_LONG, _SHORT, _GAPS = "figures of five digits or more", "figures of four digits", "units"
_GROUPED, _SOLID = "written with a comma", "written without one"
_SPACED, _CLOSED = "written with a space before them", "written without one"
_PERCENT = "uses of “%”"


class MixedNumberStyle(StyleCheck):
    """Finds figures and units that are written otherwise than the rest of the text writes them."""

    rule = Rule(
        id="mixed-number-style",
        family=Family.CONSISTENCY,
        summary="Figures or units written in several ways in one text",
        rationale=(
            "1,000 and 1000 people, 10 km and 10km, kWh and kwh, percent and per cent: an "
            "article keeps to one, for figures of four digits and for longer ones each. Years "
            "and codes say nothing, and 5% beside 5 percent does if `words` asks for it. A style "
            "is flagged where the other is used four times as often at least."
        ),
        category="locale-conventions/number-format",
        severity=Severity.INFO,
        options=(
            Option(
                "prefer",
                "",
                "how the house writes 5%: percent, per-cent, sign; as the text if empty",
            ),
            Option(
                "words", default=False, summary="compare 5% with 5 percent too, km with kilometers"
            ),
        ),
        langs=("en",),
        examples=(
            Example(
                "After 10 km, 12 km, 7 km, 8 km and 5km it has 3 kWh, 4 kWh, 5 kWh, 6 kWh, 9 kwh.",
                flagged=("5km", "9 kwh"),
                fixed="After 10 km, 12 km, 7 km, 8 km and 5 km it has 3 kWh, 4 kWh, 5 kWh, 6 kWh, "
                "9 kWh.",
            ),
            Example(
                "Of 12,000 boats, 15,000 nets, 11,000 cats and 10,000 men 14000 fish left.",
                flagged=("14000",),
                fixed="Of 12,000 boats, 15,000 nets, 11,000 cats and 10,000 men 14,000 fish left.",
            ),
            Example(
                "It fell 5%, then 6%, then 7 percent, then 8%, and 9% more.",
                flagged=("7 percent",),
                fixed="It fell 5%, then 6%, then 7%, then 8%, and 9% more.",
                options={"words": True},
            ),
            Example("In 2021 there were 1,200 boats, 1,300 nets, code 44000, 5% and 5 percent."),
            Example(
                "It fell 5%.",
                flagged=("5%",),
                fixed="It fell 5 percent.",
                options={"prefer": "percent"},
            ),
        ),
    )
    margin, slips = 4, 1
    policies: ClassVar = {
        "": {},
        "percent": {_PERCENT: "“percent”"},
        "per-cent": {_PERCENT: "“per cent”"},
        "sign": {_PERCENT: "“%”"},
    }

    def uses(self, document: Document) -> Iterator[Use]:
        """Yield the figures, each with how its thousands, its unit and the gap are written."""
        uri, text = document.uri, document.text
        together, house = self.option("words"), "%" if self.option("prefer") else ""
        for figure in figures(document):
            topic, style = (
                _SHORT if figure.short else _LONG,
                _GROUPED if figure.grouped else _SOLID,
            )
            yield Use(uri, figure.span, figure.span.of(text), topic, style)
        for measure in measures(document):
            found = measure.span.of(text)
            apart = measure.word and not (together or measure.unit == house)
            topic = f"{'words for' if apart else 'uses of'} “{measure.unit}”"
            yield Use(uri, measure.span, found, topic, f"“{measure.form}”")
            if measure.gap_matters:
                yield Use(uri, measure.span, found, _GAPS, _SPACED if measure.spaced else _CLOSED)

    def policy(self, tally: Tally) -> Mapping[str, str]:
        """Return how the house writes 5%, and no figure over 10,000 that is to lose its comma."""
        grouped = any(use.topic == _LONG and use.style == _GROUPED for use in tally.uses)
        return {**super().policy(tally), **({_LONG: _GROUPED} if grouped else {})}

    def rewrite(self, use: Use, style: str) -> str | None:
        """Return the figure with its thousands, its unit or the gap written otherwise."""
        if use.topic == _GAPS:
            return with_gap(use.text, " " if style == _SPACED else "")
        if use.topic in {_LONG, _SHORT}:
            plain = use.text.replace(",", "")
            return f"{int(plain):,}" if style == _GROUPED else plain
        return with_unit(use.text, style.strip("“”"))
