"""The dates of a text: how each is written, and how it is written otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.languages.en.compound_parts import FUNCTION
from editkit.languages.en.initialisms import ends_sentence
from editkit.text.plural_messages import ending

MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SHORT = dict(zip("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(), MONTHS, strict=True))
_NAMES = {**_SHORT, "Sep": "September"}
ABBREVIATED = frozenset({"January", "February", *MONTHS[7:]})
"""The months that those who abbreviate do abbreviate; not all of them have `Apr.`."""
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(sorted(_NAMES, reverse=True))})\b\.?)"
_DAY = r"(?P<day>(?:3[01]|[12]\d|0?[1-9]))(?P<nth>st|nd|rd|th)?"
_UNTIL = r"(?P<until>\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?"
_YEAR = r"(?:(?P<comma>,?)\s(?P<year>[12]\d{3})(?![\d-]))?"
_DAY_FIRST = re.compile(rf"(?<![\w.,:/-]){_DAY}{_UNTIL}(?P<of>\sof)?\s{_MONTH}(?!\w){_YEAR}")
_MONTH_FIRST = re.compile(rf"(?<!\w){_MONTH}\s{_DAY}{_UNTIL}(?!\w|[:.,/%-]\d){_YEAR}")
_FIGURES = re.compile(
    r"(?<![\w/.-])(?P<year>[12]\d{3})(?P<sign>[-/])(?P<number>0?[1-9]|1[0-2])(?P=sign)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?![\w/-])"
)
_DATELINE = re.compile(r"\s?(?:\(|[-–—]{2}|[-–—]\s)")
_AGENCY = re.compile(r"[A-Z]\w*(?:,? [A-Z][\w.]*){0,5},? ")
_REPORT = re.compile(r" [A-Z]")
_HOUR = re.compile(r"[T\s]{1,2}\d{1,2}:\d")
_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class Date:
    """A day as written. `day` is as it stands and may be a range, `month` is the full name."""

    span: Span
    order: str
    day: str
    month: str
    year: str = ""
    ordinal: bool = False
    short: bool = False
    of: bool = False


DAY_FIRST, MONTH_FIRST, FIGURES = "day", "month", "figures"


def dates(document: Document) -> Iterator[Date]:
    """Yield the dates of `document` that name a day, in no order.

    Those of a dateline, `Suhe, May 5 (News Agency)` or `Harbour News, May 5 The`, are
    left out, and of those in figures what begins a line, stands with an hour or in a
    line of under 60 code points.
    """
    text = document.text
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        taken: set[int] = set()
        for order, pattern in ((MONTH_FIRST, _MONTH_FIRST), (DAY_FIRST, _DAY_FIRST)):
            for found in pattern.finditer(text, start, end):
                line = _in_dateline(text, found)
                if not line and taken.isdisjoint(range(found.start(), found.end())):
                    taken.update(range(found.start(), found.end()))
                    date, behind = _read(found, order), found.end()
                    last = text[behind - 1] == "." and ends_sentence(document, behind)
                    yield replace(date, span=Span(found.start(), behind - last))
        for found in _FIGURES.finditer(text, start, end):
            if _in_sentence(text, found):
                yield _in_figures(found)


def parse(text: str) -> Date | None:
    """Return the date that `text` is; None where it is none."""
    for order, pattern in ((MONTH_FIRST, _MONTH_FIRST), (DAY_FIRST, _DAY_FIRST)):
        if found := pattern.fullmatch(text):
            return _read(found, order)
    return _in_figures(found) if (found := _FIGURES.fullmatch(text)) else None


def written(date: Date, order: str) -> str:
    """Return a date that is to have the day or the month first.

    >>> written(Date(Span(0, 5), MONTH_FIRST, "5", "May", "2021"), DAY_FIRST)
    '5 May 2021'
    """
    short = next(s for s, name in _SHORT.items() if name == date.month)
    month = f"{short}." if date.short and short != date.month else date.month
    day = date.day + (ending(int(re.findall(r"\d+", date.day)[-1])) if date.ordinal else "")
    if order == DAY_FIRST:
        return " ".join(filter(None, (day, "of" if date.of else "", month, date.year)))
    return f"{month} {day}" + (f", {date.year}" if date.year else "")


def changed(date: Date, *, ordinal: bool, short: bool) -> str:
    """Return a date in its own order, with or without an ordinal and an abbreviated month."""
    return written(replace(date, ordinal=ordinal, short=short), date.order)


def _read(found: re.Match[str], order: str) -> Date:
    name = found["month"].rstrip(".")
    return Date(
        Span(found.start(), found.end()),
        order,
        re.sub(r"st|nd|rd|th", "", found["day"] + (found["until"] or "")),
        _NAMES.get(name, name),
        found["year"] or "",
        ordinal=bool(found["nth"]),
        short=name in _NAMES and name not in MONTHS,
        of=bool(found.groupdict().get("of")),
    )


def _in_figures(found: re.Match[str]) -> Date:
    month, day = MONTHS[int(found["number"]) - 1], found["day"].lstrip("0")
    return Date(Span(found.start(), found.end()), FIGURES, day, month, found["year"])


def _in_dateline(text: str, found: re.Match[str]) -> bool:
    """Whether a bracket or a dash follows, or a sentence, with names alone before the date."""
    if _DATELINE.match(text, found.end()):
        return True
    start = text.rfind("\n", 0, found.start()) + 1
    lead = _AGENCY.fullmatch(text, start, found.start())
    opener = text[start : found.start()].split(maxsplit=1)
    return bool(lead and opener[0].lower() not in FUNCTION and _REPORT.match(text, found.end()))


def _in_sentence(text: str, found: re.Match[str]) -> bool:
    end = text.find("\n", found.end())
    start = text.rfind("\n", 0, found.start()) + 1
    long = (len(text) if end < 0 else end) - start >= _SENTENCE
    return long and start < found.start() and not _HOUR.match(text, found.end())
