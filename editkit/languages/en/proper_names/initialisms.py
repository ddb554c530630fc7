"""Initialisms with and without periods: U.S. and US."""

import re
from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.text import casing
from editkit.text.context import begins_sentence

_DOTTED = lazy_pattern(r"(?<![\w.&])(?:[A-Z]\.){2,5}(?!\w)")
_PLAIN = lazy_pattern(r"(?<![\w$.&])[A-Z]{2,5}(?![\w$&])(?:\.(?!\w))?")
_LINE = lazy_pattern(r"[^\n]+")
_NAME_AFTER = lazy_pattern(r"(?:-[A-Z]\w+)*\s[A-Z]")
_FOLLOWING = lazy_pattern(r"[\"'”’)\]]*(?:\s*\Z|\s*\n|\s+(?=\S))")


def initialisms(document: Document) -> Iterator[tuple[Span, bool]]:
    """Yield the span of each initialism, and whether it has periods.

    If its last period also ends a sentence, the span excludes it for `U.S.`, because it must
    stay, and includes it for `US`, because one period is enough. Skips lines in capitals
    and initialisms within a longer name (`U.S. Navy`), which may have its own spelling.
    """
    text = document.text
    for block in document.blocks:
        for line in _LINE.finditer(text, block.span.start, block.span.end):
            found = list(_in_line(document, line))
            if found and not casing.is_all_capitals(line[0]):
                yield from found


def _in_line(document: Document, line: re.Match[str]) -> Iterator[tuple[Span, bool]]:
    for has_periods, pattern in ((True, _DOTTED), (False, _PLAIN)):
        for found in pattern.finditer(document.text, line.start(), line.end()):
            keeps_period = has_periods and period_ends_sentence(document, found.end())
            ends_here = keeps_period or (not has_periods and found[0].endswith("."))
            if ends_here or not _NAME_AFTER.match(document.text, found.end()):
                yield Span(found.start(), found.end() - keeps_period), has_periods


def period_ends_sentence(document: Document, at: int) -> bool:
    """Return whether the period before `at` ends both an abbreviation and a sentence."""
    following = _FOLLOWING.match(document.text, at)
    if not following:
        return False
    next_start = following.end()
    return (
        "\n" in following[0]
        or next_start >= len(document.text)
        or begins_sentence(document, next_start)
    )


def with_periods(initials: str) -> str:
    """Return an initialism with periods.

    >>> with_periods("US."), without_periods("U.S")
    ('U.S.', 'US')
    """
    return "".join(f"{letter}." for letter in without_periods(initials))


def without_periods(initials: str) -> str:
    """Return an initialism without periods."""
    return initials.replace(".", "")
