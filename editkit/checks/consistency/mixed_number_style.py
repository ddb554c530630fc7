"""mixed-number-style: figures or units written in several ways."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import StyleTally, StyleUse
from editkit.core.cues import DIGIT
from editkit.core.document import Document
from editkit.core.rule import Example, Option, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.quantities import measurements, whole_numbers, with_gap, with_unit

_LONG_FIGURES, _SHORT_FIGURES = "numbers of five or more digits", "four-digit numbers"
_UNITS = "units"
_GROUPED, _SOLID = "written with a comma", "written without a comma"
_SPACED, _CLOSED = "written with a space before them", "written without a space before them"
_PERCENT = "uses of “%”"


class MixedNumberStyle(StyleCheck):
    """Flags figures and units written differently from the rest of the text."""

    rule = Rule(
        id="mixed-number-style",
        title="Mixed number formats",
        family=Family.CONSISTENCY,
        summary="Numbers or units written in several ways in the same text",
        rationale=(
            "1,000 and 1000 people, 10 km and 10km, kWh and kwh, percent and per cent: a "
            "text keeps to one way. Years and codes are ignored. Set `words` to compare 5% "
            "with 5 percent as well. A format is flagged if another one is at least four "
            "times as frequent."
        ),
        category="locale-conventions/number-format",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        options=(
            Option(
                "prefer",
                "",
                "house style: percent, per-cent, sign; empty: as in the text",
            ),
            Option("words", default=False, summary="also compare 5% with 5 percent"),
        ),
        langs=("en",),
        examples=(
            Example(
                "It owns 12,000 boats, 15,000 nets, 11,000 cars, 10,000 vans and 14000 bikes.",
                flagged=("14000",),
                fixed="It owns 12,000 boats, 15,000 nets, 11,000 cars, 10,000 vans and 14,000 "
                "bikes.",
                in_manual=True,
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
    requires: ClassVar = frozenset({DIGIT})
    min_ratio = 4
    max_separate_issues = 1
    policies: ClassVar = {
        "": {},
        "percent": {_PERCENT: "“percent”"},
        "per-cent": {_PERCENT: "“per cent”"},
        "sign": {_PERCENT: "“%”"},
    }

    def uses(self, document: Document) -> Iterator[StyleUse]:
        """Yield the figures, each with the way its thousands, unit and spacing are written."""
        uri, text = document.uri, document.text
        compares_words, house_unit = (
            self.option("words", bool),
            "%" if self.option("prefer", str) else "",
        )
        for figure in whole_numbers(document):
            topic = _SHORT_FIGURES if figure.has_four_digits else _LONG_FIGURES
            style = _GROUPED if figure.is_grouped else _SOLID
            yield StyleUse(uri, figure.span, figure.span.of(text), topic, style)
        for measure in measurements(document):
            found = measure.span.of(text)
            is_compared = compares_words or measure.unit == house_unit
            is_own_topic = measure.is_written_out and not is_compared
            topic = f"{'words for' if is_own_topic else 'uses of'} “{measure.unit}”"
            yield StyleUse(uri, measure.span, found, topic, f"“{measure.unit_form}”")
            if measure.has_optional_space:
                style = _SPACED if measure.has_space else _CLOSED
                yield StyleUse(uri, measure.span, found, _UNITS, style)

    def policy(self, tally: StyleTally) -> Mapping[str, str]:
        """Return the configured form of 5%, and commas for long figures if any has them."""
        has_grouped = any(
            use.topic == _LONG_FIGURES and use.style == _GROUPED for use in tally.uses
        )
        return {**super().policy(tally), **({_LONG_FIGURES: _GROUPED} if has_grouped else {})}

    def rewrite(self, use: StyleUse, style: str) -> str | None:
        """Return the figure with its thousands, unit or spacing rewritten."""
        if use.topic == _UNITS:
            return with_gap(use.text, " " if style == _SPACED else "")
        if use.topic in {_LONG_FIGURES, _SHORT_FIGURES}:
            plain = use.text.replace(",", "")
            return f"{int(plain):,}" if style == _GROUPED else plain
        return with_unit(use.text, style.strip("“”"))
