"""Words around figures, which decide whether a figure counts or identifies something."""

import re

from editkit.core.lazy_pattern import lazy_pattern

LARGE_COUNT_NOUN = (
    r"(?!(?:is|was|has|as|its|this|does|yes|us|plus|minus|times|across|versus)\b)[a-z]{2,}(?<!ou)(?<!s)s\b|"
    "people|men|women|children|yuan|yen|won|baht|km|kg|kWh|mu|hectare|percent|square|cubic"
)
"""Pattern of a noun or unit that is counted in thousands; most plurals are."""
COUNTED_NOUN = (
    r"(?!(?:is|was|has|as|its|this|does|us)\b)[a-z]{3,}s\b|people|yuan|yen|km|kg|square|cubic|mu\b"
)
"""Pattern of a noun or unit after a count; a narrower cut than `LARGE_COUNT_NOUN`."""
COUNTED_AFTER = lazy_pattern(rf"[ \u00a0](?:{COUNTED_NOUN})")
"""A noun or unit that follows a count."""
APPROXIMATION = lazy_pattern(
    r"\b(?:over|more than|nearly|about|almost|around|approximately|at least|at most) \Z",
    re.IGNORECASE,
)
"""Words before a figure that say that it is not exact."""
IDENTIFIER_LABEL = lazy_pattern(
    r"\b(?:section|order|id|code|number|postcode|zip|box|article|flight|room|no|tel|phone|"
    r"[A-Z]\w*/\w+|isbn|model|version)\W{0,3}\Z",
    re.IGNORECASE,
)
"""A label before the digits of an identifier: `flight`, `room`, `ISBN`."""
BEFORE_SEPARATE_FIGURE = lazy_pattern(
    r"(?:\d[\d,.]* ?(?:,|and|or)? ?|\b(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec|of|in|"
    r"on|by|to|at|from|until|chapter|room|no|page|step|phase|level|grade|type|class|covid|line|"
    r"day|week|group|age|aged|under|article|section)\b\W{0,2})\Z",
    re.IGNORECASE,
)
"""Words before a figure that does not belong to the next one: `May 5, 120 guests`."""
CHINESE_COUNT = lazy_pattern(
    r"(?<![\w.,-])(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?:[ \u00a0]"
    r"(?P<unit>ten thousands?|hundred millions?|ten million|thousands|millions|billions"
    r"|(?<=\b10.)thousand)(?!\w)(?! of\b)(?![ -](?:million|billion))"
    r"|[ \u00a0]?(?P<han>[万萬亿億])(?![\u3400-\u9fff]))"
)
"""A figure counted in ten thousands, hundred millions or another wrong unit."""
SPACED_LARGE_ORDINAL = lazy_pattern(
    r"(?<![\w.,])(?P<figure>\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|hundred)"
    r"[ \u00a0](?P<word>(?:hundred|thousand|million|billion|trillion)th)\b"
)
"""A large ordinal with a space: `5 millionth`."""
