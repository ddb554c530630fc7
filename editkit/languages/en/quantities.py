"""The figures of a text: how their digits are grouped, and what unit follows them how."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from editkit.core.document import Document
from editkit.core.span import Span

_FORMS = (
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
_UNITS = {form: group.split("|")[0] for group in _FORMS for form in group.split("|")}
_EITHER = "|".join(
    re.escape(form).replace(r"\ ", r"\s") for form in sorted(_UNITS, key=len, reverse=True)
)
_NUMBER = r"(?<![\w.,/:$-])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,/:$-])\d+(?:[.,]\d+)?"
_MEASURE = re.compile(rf"(?:{_NUMBER})(?P<gap>\s?)(?P<unit>{_EITHER})(?![\w²³/-])")
_GROUPED = re.compile(r"(?<![\w.,/:-])\d{1,3}(?:,\d{3})+(?![\w,/:-]|\.\d)")
_SOLID = re.compile(r"(?<![\w.,/:#–-])[1-9]\d{3,8}(?=\s(?:[a-z]{3,}|RMB|CNY|HKD|USD)\b)")
_CODE_BEFORE = re.compile(r"(?:\b(?:no|nos|number|code|year)\.?|\b[A-Z]\w*\.?|\d,?)\s$")
_YEARS = range(1400, 2101)
_WRITTEN_OUT = re.compile(r"[a-z]{5}|per cent")
_SHORT = 4
_REACH = 24


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with a unit: the unit's usual sign, how it stands here, and the gap before it."""

    span: Span
    unit: str
    form: str
    spaced: bool

    @property
    def word(self) -> bool:
        """Whether the unit is written out."""
        return _WRITTEN_OUT.search(self.form) is not None

    @property
    def gap_matters(self) -> bool:
        """Whether the gap is a matter of style: a word has one, and signs have their own ways."""
        return self.form not in _SIGNS and not self.word


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole number of four digits or more, and whether a comma parts its thousands."""

    span: Span
    short: bool
    grouped: bool


def measures(document: Document) -> Iterator[Measure]:
    """Yield the figures that a unit follows, in order."""
    for found in _MEASURE.finditer(document.text):
        form = re.sub(r"\s", " ", found["unit"])
        span = Span(found.start(), found.end())
        yield Measure(span, _UNITS[form], form, bool(found["gap"]))


def figures(document: Document) -> Iterator[Figure]:
    """Yield the whole numbers that count something; years, codes and dates are none."""
    text = document.text
    for found in _GROUPED.finditer(text):
        short = len(found[0]) == len("1,000")
        yield Figure(Span(found.start(), found.end()), short, grouped=True)
    for found in _SOLID.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        if int(found[0]) not in _YEARS and not _CODE_BEFORE.search(before):
            short = len(found[0]) == _SHORT
            yield Figure(Span(found.start(), found.end()), short, grouped=False)


def with_unit(text: str, form: str) -> str:
    """Return a figure with its unit in another form; a word needs a space, a sign such as % none.

    >>> with_unit("5%", "percent"), with_unit("10 kilometers", "km")
    ('5 percent', '10 km')
    """
    figure, gap = _parts(text)
    if form in {"%", "％"}:
        return figure + form
    return figure + (" " if _WRITTEN_OUT.search(form) or " " in form else gap) + form


def with_gap(text: str, gap: str) -> str:
    """Return a figure with its unit and `gap` between them."""
    found = _MEASURE.fullmatch(text)
    return _parts(text)[0] + gap + (found["unit"] if found else "")


@cache
def _parts(text: str) -> tuple[str, str]:
    found = _MEASURE.fullmatch(text)
    return (text[: found.start("gap")], found["gap"]) if found else (text, "")
