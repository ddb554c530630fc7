"""Expressions of time and of scores, which look alike in digits."""

from editkit.core.lazy_pattern import lazy_pattern

TWENTY_FOUR_HOUR_TIME = lazy_pattern(
    r"\b(?:at|from|to|by|until|till|before|after|around|about|between|and|since)\s"
    r"(?P<time>(?P<hour>1[3-9]|2[0-3]|0\d):(?P<minute>[0-5]\d)\.?)(?![\w:]|\s?[AaPp]\.?[Mm])"
)
"""A time of day from 13:00 or with a leading zero (`time`), after a preposition of time."""
BEFORE_SCORE = lazy_pattern(r"\b(?:lost|won|led|lead|beat|tied|trail\w*|scor\w*)\b[^.\n]{0,60}$")
"""Verbs of matches, before a score that looks like a time of day."""
BEFORE_MONTH = lazy_pattern(
    r"\b(?i:in|since|until|till|by|of|from|between|and|to|late|early|mid|\d{1,2}(?:st|nd|rd|th)?)\s$"
)
"""A preposition or a day, before a month."""
