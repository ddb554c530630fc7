"""The words of a text that are its writer's own: no names, no quotations, no addresses."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text.context import Stretch, begins_sentence
from editkit.text.quotations import quoted

_WORD = re.compile(r"[^\W\d_]+")
_NAME_NEXT = re.compile(r"[^\S\n]+[A-Z]")


def common_words(
    document: Document,
    says_something: Callable[[str], object],
    pattern: re.Pattern[str] = _WORD,
) -> Iterator[Span]:
    """Yield where `pattern` matches words of the writer's own for which `says_something` is true.

    A word with a capital is a name's unless a sentence begins with it and no
    other capital follows.
    """
    quotations = sorted(quoted(document))
    starts = [span.start for span in quotations]
    text = document.text
    for block in document.blocks:
        for found in pattern.finditer(text, block.span.start, block.span.end):
            if not says_something(found[0]):
                continue
            span = Span(found.start(), found.end())
            near = bisect_right(starts, span.start) - 1
            if near >= 0 and quotations[near].covers(span):
                continue
            if _is_named(document, found) or Stretch(document, span).in_address:
                continue
            yield span


def _is_named(document: Document, found: re.Match[str]) -> bool:
    word = found[0]
    if word == word.lower():
        return False
    if word[1:] != word[1:].lower() or _NAME_NEXT.match(document.text, found.end()):
        return True
    return not begins_sentence(document, found.start())
