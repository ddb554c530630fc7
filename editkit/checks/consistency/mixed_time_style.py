"""mixed-time-style."""

import re
from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import Use
from editkit.core.document import Document
from editkit.core.rule import Example, Option, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.initialisms import ends_sentence
from editkit.text.prose import technical

_TIMES, _HALVES = "times of day", "uses of “a.m.” and “p.m.”"
_HALF, _FULL = "with a.m. or p.m.", "on the 24-hour clock"
_TWELVE = re.compile(
    r"(?<![\w:.$£€¥-])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?"
    r"(?P<half>[ap]\. ?m\.?|[AP]\. ?M\.?|[ap]m|[AP]M)(?P<stop>\.?)(?!\w)"
)
_TWENTY_FOUR = re.compile(
    r"\b(?:at|from|to|by|until|till|before|after|around|about|between|and|since)\s"
    r"(?P<time>(?P<hour>1[3-9]|2[0-3]|0\d):(?P<minute>[0-5]\d)\.?)(?![\w:]|\s?[AaPp]\.?[Mm])"
)
_SCORE = re.compile(r"\b(?:lost|won|led|lead|beat|tied|trail\w*|scor\w*)\b[^.\n]{0,60}$")
_REACH = 80
_HALVED = {"am": "“am”", "AM": "“AM”", "a.m": "“a.m.”", "A.M": "“A.M.”"}
_MORNING, _AFTERNOON = str.maketrans("pP", "aA"), str.maketrans("aA", "pP")
_NOON = 12


class MixedTimeStyle(StyleCheck):
    """Finds times of day that are written otherwise than the rest of the text writes them."""

    rule = Rule(
        id="mixed-time-style",
        family=Family.CONSISTENCY,
        summary="Times of day written in several ways in one text",
        rationale=(
            "2:30 p.m. and 14:30, p.m. and PM are right alike; an article keeps to one. A time "
            "on the 24-hour clock counts behind words such as at, from and until: elsewhere it "
            "may be a score or the time that an article was sent."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        options=(
            Option("prefer", "", "the clock of the house: 12-hour, 24-hour; as the text if empty"),
        ),
        langs=("en",),
        examples=(
            Example(
                "It opens at 9 a.m. and shuts at 5:30 p.m., on Sundays at 16:00.",
                flagged=("16:00.",),
                fixed="It opens at 9 a.m. and shuts at 5:30 p.m., on Sundays at 4 p.m.",
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
    margin = 2
    policies: ClassVar = {"": {}, "12-hour": {_TIMES: _HALF}, "24-hour": {_TIMES: _FULL}}

    def uses(self, document: Document) -> Iterator[Use]:
        """Yield the times of day, each with its clock and how that is written."""
        uri, text = document.uri, document.text
        for found in _TWELVE.finditer(text):
            pointed = "." in found["half"]
            last = pointed and found[0].endswith(".") and ends_sentence(document, found.end())
            span = Span(found.start(), found.end() - last)
            yield Use(uri, span, span.of(text), _TIMES, _HALF)
            half = re.sub(r"\s|\.$", "", found["half"]).translate(_MORNING)
            yield Use(uri, span, span.of(text), _HALVES, _HALVED[half])
        for found in _TWENTY_FOUR.finditer(text):
            span = Span(*found.span("time"))
            before = text[max(0, span.start - _REACH) : span.start]
            if not technical(text, span.start) and not _SCORE.search(before):
                yield Use(uri, span, span.of(text), _TIMES, _FULL)

    def rewrite(self, use: Use, style: str) -> str | None:
        """Return the time on the other clock, or with its half of the day written otherwise."""
        if style == _HALF:
            hour, minute = map(int, use.text.rstrip(".").split(":"))
            exact = f":{minute:02}" if minute else ""
            return f"{hour % _NOON or _NOON}{exact} {'ap'[hour >= _NOON]}.m."
        if not (found := _TWELVE.fullmatch(use.text)):
            return None
        half, stop = found["half"], found["stop"]
        if style == _FULL:
            hour = int(found["hour"]) % _NOON + _NOON * (half[0] in "pP")
            return f"{hour:02}:{found['minute'] or '00'}{stop}"
        wanted = style.strip("“”").translate(_AFTERNOON if half[0] in "pP" else {})
        if "." in half and not half.endswith("."):
            wanted = wanted.rstrip(".")
        return use.text[: found.start("half")] + wanted + ("" if "." in wanted else stop)
