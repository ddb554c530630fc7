"""mixed-date-style: dates written in several ways."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import StyleUse
from editkit.core.cues import DIGIT
from editkit.core.document import Document
from editkit.core.rule import Example, Option, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.dates import (
    ABBREVIATED_MONTHS,
    DAY_FIRST,
    MONTH_FIRST,
    NUMERIC,
    Date,
    find_dates,
    format_date,
    parse_date,
    rewrite_date,
)

_DATES, _DAYS, _MONTHS = "dates", "days of a month", "months in dates"
_ORDERS = {
    DAY_FIRST: "with the day first",
    MONTH_FIRST: "with the month first",
    NUMERIC: "in figures",
}
_ORDINAL, _PLAIN = "with an ordinal", "in plain figures"
_SHORT, _FULL = "abbreviated", "written out"


class MixedDateStyle(StyleCheck):
    """Flags dates written differently from the rest of the text."""

    rule = Rule(
        id="mixed-date-style",
        family=Family.CONSISTENCY,
        summary="Dates written in several ways in the same text",
        rationale=(
            "5 May and May 5 are both correct, and so are Sept. 2 and September 2, but a "
            "text keeps to one format. “The 5th of May” and dates in figures outside of "
            "sentences are ignored."
        ),
        category="locale-conventions/date-format",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        options=(
            Option(
                "prefer",
                "",
                "house style: day-first, month-first; empty: as in the text",
            ),
            Option("ordinals", default=False, summary="also compare May 5th with May 5"),
        ),
        langs=("en",),
        examples=(
            Example(
                "The port was closed on 5 May 2021, May 9, 2021 and 11 May.",
                flagged=("May 9, 2021",),
                fixed="The port was closed on 5 May 2021, 9 May 2021 and 11 May.",
                in_manual=True,
            ),
            Example(
                "On September 2nd, on Sept. 4 and on September 10 it was open.",
                flagged=("Sept. 4",),
                fixed="On September 2nd, on September 4 and on September 10 it was open.",
            ),
            Example(
                "On May 2nd, on May 4 and on May 10 it was open.",
                flagged=("May 2nd",),
                fixed="On May 2, on May 4 and on May 10 it was open.",
                options={"ordinals": True},
            ),
            Example("On May 5, on the 5th of June and in May 2021 it may be 2021-05-05."),
            Example(
                "On May 5 it was open.",
                flagged=("May 5",),
                fixed="On 5 May it was open.",
                options={"prefer": "day-first"},
            ),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    min_ratio = 2
    max_separate_issues = 1
    policies: ClassVar = {
        "": {},
        "day-first": {_DATES: _ORDERS[DAY_FIRST]},
        "month-first": {_DATES: _ORDERS[MONTH_FIRST]},
    }

    def uses(self, document: Document) -> Iterator[StyleUse]:
        """Yield the dates, each with its order and the way its day and month are written."""
        for date in find_dates(document):
            for topic, style in _styles(date, ordinals=self.option("ordinals", bool)):
                yield StyleUse(document.uri, date.span, date.span.of(document.text), topic, style)

    def rewrite(self, use: StyleUse, style: str) -> str | None:
        """Return the date in another order, or with its day or month rewritten."""
        if not (date := parse_date(use.text)) or style == _ORDERS[NUMERIC]:
            return None
        if use.topic == _DATES:
            return format_date(date, DAY_FIRST if style == _ORDERS[DAY_FIRST] else MONTH_FIRST)
        is_days = use.topic == _DAYS
        is_ordinal = style == _ORDINAL if is_days else date.is_ordinal
        is_short = date.is_abbreviated if is_days else style == _SHORT
        return rewrite_date(date, is_ordinal=is_ordinal, is_abbreviated=is_short)


def _styles(date: Date, *, ordinals: bool) -> Iterator[tuple[str, str]]:
    if not date.has_of:
        yield _DATES, _ORDERS[date.order]
    if date.has_of or date.order == NUMERIC:
        return
    if ordinals:
        yield _DAYS, _ORDINAL if date.is_ordinal else _PLAIN
    if date.is_abbreviated or date.month in ABBREVIATED_MONTHS:
        yield _MONTHS, _SHORT if date.is_abbreviated else _FULL
