"""Cues: the characters and words of a text, by which checks that cannot report are skipped."""

from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern

DIGIT = r"\d"
"""Cue of a text that has a decimal digit of any script."""
_DIGIT = lazy_pattern(DIGIT)
_WORD = lazy_pattern(r"[^\W\d_]+")
_SAME_IN_ANY_CASE = str.maketrans("İıſ", "iis")
"""Letters that a regular expression with IGNORECASE matches with an ASCII letter."""


def cues(context: LintContext) -> frozenset[str]:
    r"""Return the characters of a document, its runs of letters in lowercase, and `DIGIT`.

    >>> from editkit.core.document import Document
    >>> from editkit.core.setup import Setup
    >>> found = cues(LintContext(Document.plain("In 5km", lang="en"), Setup()))
    >>> sorted(found - set("In 5km"))
    ['\\d', 'in', 'km']
    """
    text = context.document.text
    simple = text if text.isascii() else text.translate(_SAME_IN_ANY_CASE)
    found = {*text, *_WORD.findall(simple.lower())}
    if _DIGIT.search(text):
        found.add(DIGIT)
    return frozenset(found)
