"""What a quotation mark without a partner probably wants."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from editkit.checks._quotes import Mark, marks
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.span import Span

_PARTNER = {'"': '"', "“": "”", "”": "“"}
_SENTENCE = re.compile(r"[A-Z]")
_SPOKEN = re.compile(r"[,.!?…][\"”][^\S\n]+\w")
_TOLD = re.compile(
    r",[^\S\n][^,\"“”]*\b(?:said|says|added|adds|told|asked|asks|explained|noted)\b"
)
_LAST = re.compile(r"[.!?…]?[\"”]\s*\Z")


def repairs(document: Document, mark: Mark) -> tuple[Fix, ...]:
    """Return what would mend a mark without a partner, the likeliest first; nothing where unclear.

    Speech that opens with a capital is closed where its sentence ends, unless
    “, said Ho” has come before. Speech that ends in “,” and was not opened is
    opened where its sentence begins. A mark that ends a sentence whose other
    marks are all paired goes.
    """
    sentence = _around(document, mark.at)
    if sentence is None or not mark.clear:
        return ()
    text = document.text
    others = [other for other in marks(text, sentence) if other.at != mark.at]
    if mark.opens:
        told = _TOLD.search(text, mark.at, sentence.end)
        later = any(other.at > mark.at for other in others)
        if told or later or not _SENTENCE.match(text, mark.at + 1):
            return ()
        return (_insertion("Close", sentence.end, _PARTNER[mark.char]),)
    if _LAST.match(text, mark.at - 1, sentence.end) and _balanced(others):
        return (Fix("Delete the mark", (Edit(Span(mark.at, mark.at + 1), ""),)),) if others else ()
    if _SPOKEN.match(text, mark.at - 1) and not any(o.at < mark.at for o in others):
        return (_insertion("Open", sentence.start, _PARTNER[mark.char]),)
    return ()


def _insertion(verb: str, at: int, mark: str) -> Fix:
    where = "end" if verb == "Close" else "beginning"
    title = f"{verb} the quotation at the {where} of the sentence"
    return Fix(title, (Edit(Span(at, at), mark),))


def _balanced(found: Sequence[Mark]) -> bool:
    return len(found) % 2 == 0


def _around(document: Document, at: int) -> Span | None:
    """Return the sentence that a place is in."""
    number = bisect_right(document.segments, at, key=lambda segment: segment.span.start) - 1
    if number < 0 or at >= document.segments[number].span.end:
        return None
    return document.segments[number].span
