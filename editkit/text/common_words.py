"""Common words of running prose: words outside names, quotations and addresses."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.text.context import MatchContext, begins_sentence
from editkit.text.quotations import find_quotations

_WORD = lazy_pattern(r"[^\W\d_]+")
_CAPITAL_NEXT = lazy_pattern(r"[^\S\n]+[A-Z]")


def common_words(
    document: Document,
    is_relevant: Callable[[str], object],
    pattern: re.Pattern[str] = _WORD,
) -> Iterator[Span]:
    """Yield the spans of matches of `pattern` in running prose for which `is_relevant` is true.

    Skips quotations, addresses and names. A capitalized word counts as part of a name
    unless it begins a sentence and no capitalized word follows.
    """
    relevant = [
        found
        for block in document.blocks
        for found in pattern.finditer(document.text, block.span.start, block.span.end)
        if is_relevant(found[0])
    ]
    quotations = sorted(find_quotations(document)) if relevant else []
    starts = [span.start for span in quotations]
    for found in relevant:
        span = Span(found.start(), found.end())
        previous = bisect_right(starts, span.start) - 1
        if previous >= 0 and quotations[previous].covers(span):
            continue
        if _is_part_of_name(document, found) or MatchContext(document, span).in_address:
            continue
        yield span


def _is_part_of_name(document: Document, found: re.Match[str]) -> bool:
    word = found[0]
    if word == word.lower():
        return False
    if word[1:] != word[1:].lower() or _CAPITAL_NEXT.match(document.text, found.end()):
        return True
    return not begins_sentence(document, found.start())
