"""Lowercase words of a document: evidence that a capitalized word is no name."""

from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern

_LETTERS = lazy_pattern(r"[^\W\d_]+")


def lowercase_words(context: LintContext) -> frozenset[str]:
    """Return the runs of letters of a document that are lowercase; a feature of its context."""
    # Removing repeated words first is faster, because most words of a text are repeated.
    words = " ".join(set(context.document.text.split()))
    return frozenset(filter(str.islower, _LETTERS.findall(words)))
