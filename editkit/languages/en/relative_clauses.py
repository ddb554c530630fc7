"""Relative clauses that a passive verb separates from their noun."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_PASSIVE_BEFORE = lazy_pattern(
    r"(?i)\b(?!it\b)\w+\s(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?\Z"
)
_CONTEXT_CHARS = 40


def ends_in_relative_that(text: str, span: Span) -> bool:
    """Return whether a participle and “that” end a passive whose subject “that” describes.

    >>> ends_in_relative_that("A page was introduced that lists them.", Span(11, 26))
    True
    >>> ends_in_relative_that("It was introduced that mills grew.", Span(7, 22))
    False
    """
    before = text[max(0, span.start - _CONTEXT_CHARS) : span.start]
    return span.of(text).endswith(" that") and _PASSIVE_BEFORE.search(before) is not None
