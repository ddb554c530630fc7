"""Numbers in a text: digit grouping and units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_UNIT_FORMS = (
    "km|Km|KM|kilometers|kilometres",
    "kg|Kg|KG|kilograms|kilogrammes",
    "cm|centimeters|centimetres",
    "mm|millimeters|millimetres",
    "km/h|Km/h|KM/H|kph|kmph|kilometers per hour|kilometres per hour",
    "m²|m2|sq m|sq. m|sqm|square meters|square metres",
    "km²|km2|sq km|sq. km|square kilometers|square kilometres",
    "m³|m3|cubic meters|cubic metres",
    "ha|hectares",
    "kW|KW|kw|Kw|kilowatts",
    "kWh|kwh|KWh|KWH|Kwh|kW·h|kilowatt-hours|kilowatt hours",
    "MW|megawatts",
    "MWh|Mwh|MWH|megawatt-hours|megawatt hours",
    "GW|gigawatts",
    "GWh|Gwh|GWH|gigawatt-hours|gigawatt hours",
    "kHz|KHz|KHZ|Khz",
    "MHz|Mhz|MHZ",
    "GHz|Ghz|GHZ",
    "MB|Mb|mb|megabytes",
    "GB|Gb|gb|gigabytes",
    "TB|Tb|tb|terabytes",
    "°C|℃|ºC|degrees Celsius|degrees centigrade",
    "%|percent|per cent|％",
)
_SIGNS = frozenset({"°C", "℃", "ºC", "%", "％"})
_UNITS = {form: group.split("|")[0] for group in _UNIT_FORMS for form in group.split("|")}
_UNIT_FORM = "|".join(
    re.escape(form).replace(r"\ ", r"\s") for form in sorted(_UNITS, key=len, reverse=True)
)
_NUMBER = r"(?<![\w.,/:$-])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,/:$-])\d+(?:[.,]\d+)?"
_MEASURE = lazy_pattern(rf"(?:{_NUMBER})(?P<gap>\s?)(?P<unit>{_UNIT_FORM})(?![\w²³/-])")
_GROUPED = lazy_pattern(r"(?<![\w.,/:-])\d{1,3}(?:,\d{3})+(?![\w,/:-]|\.\d)")
_UNGROUPED = lazy_pattern(r"(?<![\w.,/:#–-])[1-9]\d{3,8}(?=\s(?:[a-z]{3,}|RMB|CNY|HKD|USD)\b)")
_CODE_BEFORE = lazy_pattern(r"(?:\b(?:no|nos|number|code|year)\.?|\b[A-Z]\w*\.?|\d,?)\s$")
_YEARS = range(1400, 2101)
_WRITTEN_OUT = lazy_pattern(r"[a-z]{5}|per cent")
_FOUR_DIGITS = 4
_CONTEXT_CHARS = 24


@dataclass(frozen=True, slots=True)
class Measurement:
    """A number with a unit.

    `unit` is the standard symbol, `unit_form` the unit as written, `has_space` whether a
    space precedes it.
    """

    span: Span
    unit: str
    unit_form: str
    has_space: bool

    @property
    def is_written_out(self) -> bool:
        """Whether the unit is a word, not a symbol."""
        return _WRITTEN_OUT.search(self.unit_form) is not None

    @property
    def has_optional_space(self) -> bool:
        """Whether the space is a matter of style: words always have one, signs vary."""
        return self.unit_form not in _SIGNS and not self.is_written_out


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number of four or more digits; `is_grouped` if commas separate thousands."""

    span: Span
    has_four_digits: bool
    is_grouped: bool


def measurements(document: Document) -> Iterator[Measurement]:
    """Yield the numbers followed by a unit, in order."""
    for found in _MEASURE.finditer(document.text):
        form = re.sub(r"\s", " ", found["unit"])
        span = Span(found.start(), found.end())
        yield Measurement(span, _UNITS[form], form, bool(found["gap"]))


def whole_numbers(document: Document, years: range = _YEARS) -> Iterator[WholeNumber]:
    """Yield the whole numbers, except codes, dates and those that may be `years`."""
    text = document.text
    for found in _GROUPED.finditer(text):
        has_four_digits = len(found[0]) == len("1,000")
        yield WholeNumber(Span(found.start(), found.end()), has_four_digits, is_grouped=True)
    for found in _UNGROUPED.finditer(text):
        before = text[max(0, found.start() - _CONTEXT_CHARS) : found.start()]
        if int(found[0]) not in years and not _CODE_BEFORE.search(before):
            has_four_digits = len(found[0]) == _FOUR_DIGITS
            yield WholeNumber(Span(found.start(), found.end()), has_four_digits, is_grouped=False)


def with_unit(text: str, form: str) -> str:
    """Return a number with its unit in another form; words need a space, % has none.

    >>> with_unit("5%", "percent"), with_unit("10 kilometers", "km")
    ('5 percent', '10 km')
    """
    number, gap = _number_and_gap(text)
    if form in {"%", "％"}:
        return number + form
    return number + (" " if _WRITTEN_OUT.search(form) or " " in form else gap) + form


def with_gap(text: str, gap: str) -> str:
    """Return a number with its unit and `gap` between them."""
    found = _MEASURE.fullmatch(text)
    return _number_and_gap(text)[0] + gap + (found["unit"] if found else "")


@cache
def _number_and_gap(text: str) -> tuple[str, str]:
    found = _MEASURE.fullmatch(text)
    return (text[: found.start("gap")], found["gap"]) if found else (text, "")
