"""mixed-date-style."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import Use
from editkit.core.document import Document
from editkit.core.rule import Example, Option, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.dates import (
    ABBREVIATED,
    DAY_FIRST,
    FIGURES,
    MONTH_FIRST,
    Date,
    changed,
    dates,
    parse,
    written,
)

_DATES, _DAYS, _NAMES = "dates", "days of a month", "months in dates"
_ORDERS = {
    DAY_FIRST: "with the day first",
    MONTH_FIRST: "with the month first",
    FIGURES: "in figures",
}
_NTH, _PLAIN = "with an ordinal", "in plain figures"
_SHORT, _FULL = "abbreviated", "written out"


class MixedDateStyle(StyleCheck):
    """Finds dates that are written otherwise than the rest of the text writes them."""

    rule = Rule(
        id="mixed-date-style",
        family=Family.CONSISTENCY,
        summary="Dates written in several ways in one text",
        rationale=(
            "5 May and May 5 are right alike, and so are Sept. 2 and September 2; an article "
            "keeps to one of them. May 5th beside May 5 is frequent even in careful texts: "
            "`ordinals` asks for it. The 5th of May says nothing, and dates in figures count "
            "inside a sentence only."
        ),
        category="locale-conventions/date-format",
        severity=Severity.INFO,
        options=(
            Option(
                "prefer",
                "",
                "the order of the house: day-first, month-first; as the text if empty",
            ),
            Option("ordinals", default=False, summary="compare May 5th with May 5 too"),
        ),
        langs=("en",),
        examples=(
            Example(
                "From 5 May 2021 to May 9, 2021 and on 11 May the harbour was shut.",
                flagged=("May 9, 2021",),
                fixed="From 5 May 2021 to 9 May 2021 and on 11 May the harbour was shut.",
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
    margin, slips = 2, 1
    policies: ClassVar = {
        "": {},
        "day-first": {_DATES: _ORDERS[DAY_FIRST]},
        "month-first": {_DATES: _ORDERS[MONTH_FIRST]},
    }

    def uses(self, document: Document) -> Iterator[Use]:
        """Yield the dates, each with its order and how its day and month are written."""
        for date in dates(document):
            for topic, style in _styles(date, ordinals=self.option("ordinals")):
                yield Use(document.uri, date.span, date.span.of(document.text), topic, style)

    def rewrite(self, use: Use, style: str) -> str | None:
        """Return the date in another order, or with its day or month written otherwise."""
        date = parse(use.text)
        if date is None or style == _ORDERS[FIGURES]:
            return None
        if use.topic == _DATES:
            return written(date, DAY_FIRST if style == _ORDERS[DAY_FIRST] else MONTH_FIRST)
        if use.topic == _DAYS:
            return changed(date, ordinal=style == _NTH, short=date.short)
        return changed(date, ordinal=date.ordinal, short=style == _SHORT)


def _styles(date: Date, *, ordinals: bool) -> Iterator[tuple[str, str]]:
    if date.of:
        return
    yield _DATES, _ORDERS[date.order]
    if date.order == FIGURES:
        return
    if ordinals:
        yield _DAYS, _NTH if date.ordinal else _PLAIN
    if date.short or date.month in ABBREVIATED:
        yield _NAMES, _SHORT if date.short else _FULL
