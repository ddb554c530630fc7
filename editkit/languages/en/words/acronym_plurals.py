"""Acronyms with an apostrophe before the `s`, in places where only a plural fits."""

from editkit.core.lazy_pattern import lazy_pattern

COUNTED_ACRONYM = lazy_pattern(
    r"\b(?P<word>[A-Z]{2,5})['’]s(?=[.,;:)]|[ ](?:and|or|of|in|for|with|were|are|from)\b)"
)
"""An acronym before a word or mark that follows a noun; a plural if a count precedes it."""
BEFORE_COUNTED_ACRONYM = lazy_pattern(
    r"(?:(?<!\b(?:19|20)\d)\d|(?:m|b|tr)illion|"
    r"\b(?:two|three|four|five|six|ten|many|several)) \Z"
)
"""The count before a plural."""
ACRONYM_PLURAL = lazy_pattern(
    r"\b(?!US|UN|UK|EU)(?P<acronym>[A-Z]{1,4}[A-RT-Z]\d?)['’]s"
    r"(?=\)|[ \n](?:of|in|to|that|with|for|are|were|have|on|at|from|by|who|will|can|which|"
    r"or[ \n](?!\w+['’]s)|and[ \n](?!(?:the[ \n])?\w+['’]s))\b)"
    r"|\b(?i:these|those|many|several|all|two|three|few)[ \n](?P<many>[A-Z]{1,4}[A-RT-Z])['’]s\b"
)
"""The plural of an acronym: a possessive cannot precede these words.

After an S, writers need the apostrophe or add “es” (`OS's`, `OSes`).
"""
