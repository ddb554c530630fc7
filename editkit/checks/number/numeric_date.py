"""numeric-date: a date in figures with the year first, as in “2022.7.3”."""

import re
from bisect import bisect_right
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.document import BlockKind, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.dates import DAY_FIRST, MONTH_FIRST, MONTHS, NUMERIC, Date, format_date

_DAY_FIRST_DATE = lazy_pattern(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)})\b")
_DAY_FIRST_LANGS = frozenset({"en-GB", "en-AU", "en-NZ", "en-IE", "en-IN", "en-ZA"})
_MONTH_FIRST_DATE = lazy_pattern(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}\b")
_WORD = lazy_pattern(r"[^\W_]")
_AFTER_LABEL = lazy_pattern(r"[^\w\s,.]|\s+[^\w\s]|\s*\Z")
_BEFORE_HEADING_DATE = lazy_pattern(r"[-–—(（|/@]\s*\Z")
"""What sets the date of a version off in a heading: `v1.2 - 2021/5/6`."""


class NumericDate(PatternCheck):
    """Flags dates in figures with dots or slashes and the year first."""

    rule = Rule(
        id="numeric-date",
        title="Date in figures",
        family=Family.NUMBER,
        summary="Date in figures in Chinese order",
        rationale=(
            "2021.05.06 and 2021/5/6 are Chinese date formats, which readers of English "
            "know at most from file names. In prose, the month is written out, in the "
            "format of the other dates in the text. ISO dates (2021-05-06), dates in tables "
            "and dates that label entries of a change log are not flagged."
        ),
        category="locale-conventions/date-format",
        severity=Severity.INFO,
        langs=("en",),
        examples=(
            Example(
                "The museum opened on 2022/7/3 after two years of work.",
                flagged=("2022/7/3",),
                fixed="The museum opened on July 3, 2022 after two years of work.",
                in_manual=True,
            ),
            Example(
                "On 2021.05.06 it opened, on 2022/7/3 it closed.",
                flagged=("2021.05.06", "2022/7/3"),
                fixed="On May 6, 2021 it opened, on July 3, 2022 it closed.",
            ),
            Example(
                "On 5 May 2021 it opened; on 2022/7/3 it closed.",
                flagged=("2022/7/3",),
                fixed="On 5 May 2021 it opened; on 3 July 2022 it closed.",
            ),
            Example(
                "On 2022/7/3 it closed.", ("2022/7/3",), "On 3 July 2022 it closed.", lang="en-GB"
            ),
            Example("2021/5/6: It opened.\n\n[2022.7.3] It closed."),
            Example("2021/5/6, it opened.", ("2021/5/6",), "May 6, 2021, it opened."),
            Example("On 2021-05-06; see a.de/2021/05/06/b, v2021.05.06, 2021.13.01, 2021/5/6/7."),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    pattern: ClassVar = lazy_pattern(
        r"(?<![\w./:@-])(?P<year>(?:19|20)\d\d)(?P<sign>[./])(?P<month>0?[1-9]|1[0-2])(?P=sign)"
        r"(?P<day>3[01]|[12]\d|0?[1-9])(?![\w/@-]|[.:]\w)"
    )
    include_technical: ClassVar = True
    message_template: ClassVar = "Date in figures. Spell out the month: “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:
        """Return the date in words, in the order of the text's other dates; None in a label."""
        if _is_label(context.document, Span(*match.span())):
            return None
        majority = context.get(_day_first_majority)
        is_day_first = majority > 0 or (not majority and context.document.lang in _DAY_FIRST_LANGS)
        order = DAY_FIRST if is_day_first else MONTH_FIRST
        span = Span(*match.span())
        month, day = MONTHS[int(match["month"]) - 1], match["day"].lstrip("0")
        return format_date(Date(span, NUMERIC, day, month, match["year"]), order)


def _is_label(document: Document, date: Span) -> bool:
    """Return whether a date is in a cell, or the label of an item or heading: `2021/5/6: …`."""
    at = bisect_right(document.blocks, date.start, key=lambda block: block.span.start) - 1
    block = document.blocks[at]
    before = document.text[block.span.start : date.start]
    if block.kind is BlockKind.CELL:
        return True
    if block.kind is BlockKind.HEADING and _BEFORE_HEADING_DATE.search(before):
        return True
    after = document.text[date.end : block.span.end]
    return not _WORD.search(before) and (not after or _AFTER_LABEL.match(after) is not None)


def _day_first_majority(context: LintContext) -> int:
    """Return how many more dates have the day before the month than after it."""
    text = context.document.text
    return len(_DAY_FIRST_DATE.findall(text)) - len(_MONTH_FIRST_DATE.findall(text))
