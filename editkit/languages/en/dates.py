"""Dates in a text, and their conversion to other formats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.ordinals import ordinal_suffix
from editkit.languages.en.proper_names.initialisms import period_ends_sentence
from editkit.languages.en.words.function_words import FUNCTION_WORDS

MONTHS = (
    "January February March April May June July August September October November December"
).split()
_ABBREVIATIONS = dict(
    zip("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(), MONTHS, strict=True)
)
_MONTHS_BY_ABBREVIATION = {**_ABBREVIATIONS, "Sep": "September"}
ABBREVIATED_MONTHS = frozenset({"January", "February", *MONTHS[7:]})
"""Months that every style abbreviates; some styles do not use `Apr.`."""
_SHORT_MONTH = "|".join(sorted(_MONTHS_BY_ABBREVIATION, reverse=True))
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{_SHORT_MONTH})\b\.?)"
_DAY = r"(?P<day>(?:3[01]|[12]\d|0?[1-9]))(?P<nth>st|nd|rd|th)?"
_RANGE_END = r"(?P<until>\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?"
_YEAR = r"(?:(?P<comma>,?)\s(?P<year>[12]\d{3})(?![\d-]))?"
_DAY_FIRST = lazy_pattern(rf"(?<![\w.,:/-]){_DAY}{_RANGE_END}(?P<of>\sof)?\s{_MONTH}(?!\w){_YEAR}")
_MONTH_FIRST = lazy_pattern(rf"(?<!\w){_MONTH}\s{_DAY}{_RANGE_END}(?!\w|[:.,/%-]\d){_YEAR}")
_NUMERIC = lazy_pattern(
    r"(?<![\w/.-])(?P<year>[12]\d{3})(?P<sign>[-/])(?P<number>0?[1-9]|1[0-2])(?P=sign)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?![\w/-])"
)
_DATELINE = lazy_pattern(r"\s?(?:\(|[-–—]{2}|[-–—]\s)")
_AGENCY = lazy_pattern(r"[A-Z]\w*(?:,? [A-Z][\w.]*){0,5},? ")
_REPORT = lazy_pattern(r" [A-Z]")
_HOUR = lazy_pattern(r"[T\s]{1,2}\d{1,2}:\d")
_MIN_SENTENCE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written; `day` may be a range, `month` is the full name."""

    span: Span
    order: str
    day: str
    month: str
    year: str = ""
    is_ordinal: bool = False
    is_abbreviated: bool = False
    has_of: bool = False


DAY_FIRST = "day"
MONTH_FIRST = "month"
NUMERIC = "figures"


def find_dates(document: Document) -> Iterator[Date]:
    """Yield the dates of `document` that have a day, in no particular order.

    Skips dates in datelines, such as `Suhe, May 5 (News Agency)` and `Harbour News, May 5
    The`. Skips numeric dates that begin a line, that are next to a time, or whose line has
    fewer than 60 code points.
    """
    text = document.text
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        matched: set[int] = set()
        for order, pattern in ((MONTH_FIRST, _MONTH_FIRST), (DAY_FIRST, _DAY_FIRST)):
            for found in pattern.finditer(text, start, end):
                is_dateline = _in_dateline(text, found)
                if not is_dateline and matched.isdisjoint(range(found.start(), found.end())):
                    matched.update(range(found.start(), found.end()))
                    date, date_end = _to_date(found, order), found.end()
                    has_final_period = text[date_end - 1] == "." and period_ends_sentence(
                        document, date_end
                    )
                    yield replace(date, span=Span(found.start(), date_end - has_final_period))
        for found in _NUMERIC.finditer(text, start, end):
            if _in_sentence(text, found):
                yield _to_numeric_date(found)


def parse_date(text: str) -> Date | None:
    """Return `text` as a date; None if it is not a date."""
    for order, pattern in ((MONTH_FIRST, _MONTH_FIRST), (DAY_FIRST, _DAY_FIRST)):
        if found := pattern.fullmatch(text):
            return _to_date(found, order)
    return _to_numeric_date(found) if (found := _NUMERIC.fullmatch(text)) else None


def format_date(date: Date, order: str) -> str:
    """Return the text of a date with the day or the month first.

    >>> format_date(Date(Span(0, 5), MONTH_FIRST, "5", "May", "2021"), DAY_FIRST)
    '5 May 2021'
    """
    short = next(s for s, name in _ABBREVIATIONS.items() if name == date.month)
    month = f"{short}." if date.is_abbreviated and short != date.month else date.month
    day = date.day + (
        ordinal_suffix(int(re.findall(r"\d+", date.day)[-1])) if date.is_ordinal else ""
    )
    if order == DAY_FIRST:
        return " ".join(filter(None, (day, "of" if date.has_of else "", month, date.year)))
    return f"{month} {day}" + (f", {date.year}" if date.year else "")


def rewrite_date(date: Date, *, is_ordinal: bool, is_abbreviated: bool) -> str:
    """Return the text of a date in its order, with or without ordinal and abbreviation."""
    return format_date(
        replace(date, is_ordinal=is_ordinal, is_abbreviated=is_abbreviated), date.order
    )


def _to_date(found: re.Match[str], order: str) -> Date:
    name = found["month"].rstrip(".")
    return Date(
        Span(found.start(), found.end()),
        order,
        re.sub(r"st|nd|rd|th", "", found["day"] + (found["until"] or "")),
        _MONTHS_BY_ABBREVIATION.get(name, name),
        found["year"] or "",
        is_ordinal=bool(found["nth"]),
        is_abbreviated=name in _MONTHS_BY_ABBREVIATION and name not in MONTHS,
        has_of=bool(found.groupdict().get("of")),
    )


def _to_numeric_date(found: re.Match[str]) -> Date:
    month, day = MONTHS[int(found["number"]) - 1], found["day"].lstrip("0")
    return Date(Span(found.start(), found.end()), NUMERIC, day, month, found["year"])


def _in_dateline(text: str, found: re.Match[str]) -> bool:
    """Return whether a date is in a dateline.

    A bracket or a dash follows; or a sentence follows and only names precede the date.
    """
    if _DATELINE.match(text, found.end()):
        return True
    start = text.rfind("\n", 0, found.start()) + 1
    agency = _AGENCY.fullmatch(text, start, found.start())
    opener = text[start : found.start()].split(maxsplit=1)
    return bool(
        agency and opener[0].lower() not in FUNCTION_WORDS and _REPORT.match(text, found.end())
    )


def _in_sentence(text: str, found: re.Match[str]) -> bool:
    end = text.find("\n", found.end())
    start = text.rfind("\n", 0, found.start()) + 1
    is_long = (len(text) if end < 0 else end) - start >= _MIN_SENTENCE_LENGTH
    return is_long and start < found.start() and not _HOUR.match(text, found.end())
