"""mixed-time-style: times of day written in several ways."""

import re
from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import StyleUse
from editkit.core.cues import DIGIT
from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Option, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.proper_names.initialisms import period_ends_sentence
from editkit.languages.en.words.time_expressions import BEFORE_SCORE, TWENTY_FOUR_HOUR_TIME

_TIMES, _DAY_HALVES = "times of day", "uses of “a.m.” and “p.m.”"
_TWELVE_HOUR, _TWENTY_FOUR_HOUR = "with a.m. or p.m.", "on the 24-hour clock"
_TWELVE_HOUR_TIME = lazy_pattern(
    r"(?<![\w:.$£€¥-])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?"
    r"(?P<half>[ap]\. ?m\.?|[AP]\. ?M\.?|[ap]m|[AP]M)(?P<stop>\.?)(?!\w)"
)
_LOOKBEHIND_CHARS = 80
_DAY_HALF_STYLES = {"am": "“am”", "AM": "“AM”", "a.m": "“a.m.”", "A.M": "“A.M.”"}
_TO_MORNING, _TO_AFTERNOON = str.maketrans("pP", "aA"), str.maketrans("aA", "pP")
_NOON = 12


class MixedTimeStyle(StyleCheck):
    """Flags times of day written differently from the rest of the text."""

    rule = Rule(
        id="mixed-time-style",
        title="Mixed time formats",
        family=Family.CONSISTENCY,
        summary="Times of day written in several ways in the same text",
        rationale=(
            "2:30 p.m. and 14:30, p.m. and PM are all correct, but a text keeps to one "
            "format. A time on the 24-hour clock counts only after words such as “at”, "
            "“from” and “until”: elsewhere it may be a score or the time of publication."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        options=(Option("prefer", "", "house style: 12-hour, 24-hour; empty: as in the text"),),
        langs=("en",),
        examples=(
            Example(
                "The museum opens at 9 a.m. and closes at 5:30 p.m., on Sundays at 16:00.",
                flagged=("16:00.",),
                fixed="The museum opens at 9 a.m. and closes at 5:30 p.m., on Sundays at 4 p.m.",
                in_manual=True,
            ),
            Example(
                "From 9 a.m. to 5 PM, on Sundays until 4 p.m.",
                flagged=("5 PM",),
                fixed="From 9 a.m. to 5 p.m., on Sundays until 4 p.m.",
            ),
            Example("14:30 Harbour News. It opens at 9 a.m. and shuts at 5 p.m."),
            Example(
                "It opens at 12:15 a.m.",
                flagged=("12:15 a.m",),
                fixed="It opens at 00:15.",
                options={"prefer": "24-hour"},
            ),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})
    min_ratio = 2
    policies: ClassVar = {
        "": {},
        "12-hour": {_TIMES: _TWELVE_HOUR},
        "24-hour": {_TIMES: _TWENTY_FOUR_HOUR},
    }

    def uses(self, document: Document) -> Iterator[StyleUse]:
        """Yield the times of day, each with its clock and the way “a.m.” is written."""
        uri, text = document.uri, document.text
        for found in _TWELVE_HOUR_TIME.finditer(text):
            has_points = "." in found["half"]
            is_sentence_end = (
                has_points
                and found[0].endswith(".")
                and period_ends_sentence(document, found.end())
            )
            span = Span(found.start(), found.end() - is_sentence_end)
            yield StyleUse(uri, span, span.of(text), _TIMES, _TWELVE_HOUR)
            half = re.sub(r"\s|\.$", "", found["half"]).translate(_TO_MORNING)
            yield StyleUse(uri, span, span.of(text), _DAY_HALVES, _DAY_HALF_STYLES[half])
        for found in TWENTY_FOUR_HOUR_TIME.finditer(text):
            span = Span(*found.span("time"))
            before = text[max(0, span.start - _LOOKBEHIND_CHARS) : span.start]
            if not BEFORE_SCORE.search(before):
                yield StyleUse(uri, span, span.of(text), _TIMES, _TWENTY_FOUR_HOUR)

    def rewrite(self, use: StyleUse, style: str) -> str | None:
        """Return the time on the other clock, or with “a.m.” or “p.m.” rewritten."""
        if style == _TWELVE_HOUR:
            hour, minute = map(int, use.text.rstrip(".").split(":"))
            minutes = f":{minute:02}" if minute else ""
            return f"{hour % _NOON or _NOON}{minutes} {'ap'[hour >= _NOON]}.m."
        if not (found := _TWELVE_HOUR_TIME.fullmatch(use.text)):
            return None
        half, stop = found["half"], found["stop"]
        if style == _TWENTY_FOUR_HOUR:
            hour = int(found["hour"]) % _NOON + _NOON * (half[0] in "pP")
            return f"{hour:02}:{found['minute'] or '00'}{stop}"
        half_style = style.strip("“”").translate(_TO_AFTERNOON if half[0] in "pP" else {})
        if "." in half and not half.endswith("."):
            half_style = half_style.rstrip(".")
        return use.text[: found.start("half")] + half_style + ("" if "." in half_style else stop)
