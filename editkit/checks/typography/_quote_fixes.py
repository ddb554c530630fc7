"""What a quotation mark without a partner probably wants."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from editkit.checks.typography._quotes import Mark, marks
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.span import Span

_PARTNER = {'"': '"', "“": "”", "”": "“"}
_SENTENCE = re.compile(r"[A-Z]")
_SPOKEN = re.compile(r"[,.!?…][\"”][^\S\n]+\w")
_TOLD = re.compile(
    r",[^\S\n][^,\"“”]*\b(?:said|says|added|adds|told|asked|asks|explained|noted)\b"
)
_ENDED = re.compile(r"[.!?…][\"”]?(?P<gap>[^\S\n]+)\Z")
_LINE_END = re.compile(r"[^\S\n]*(?:\n|\Z)")
_QUOTED = re.compile(r"[\"“][^\"“”]+[\"”]")
_GAP = 4
_LAST = re.compile(r"[.!?…]?[\"”]\s*\Z")


def repairs(document: Document, mark: Mark) -> tuple[Fix, ...]:
    """Return what would mend a mark without a partner, the likeliest first; nothing where unclear.

    Speech that opens with a capital is closed where its sentence ends, unless
    “, said Ho” has come before. Speech that ends in “,” and was not opened is
    opened where its sentence begins. A mark that ends a sentence whose other
    marks are all paired goes, and so does one that stands alone behind it.
    """
    text = document.text
    left_over = _left_over(text, mark.at)
    sentence = _around(document, mark.at)
    if left_over:
        return (_deletion(left_over),)
    if sentence is None or not mark.clear:
        return ()
    others = [other.at for other in marks(text, sentence) if other.at != mark.at]
    mend = _closed if mark.opens else _opened
    fix = mend(text, mark, sentence, others)
    return (fix,) if fix else ()


def _closed(text: str, mark: Mark, sentence: Span, others: Sequence[int]) -> Fix | None:
    told = _TOLD.search(text, mark.at, sentence.end)
    if told or any(at > mark.at for at in others) or not _SENTENCE.match(text, mark.at + 1):
        return None
    return _insertion("Close", sentence.end, _PARTNER[mark.char])


def _opened(text: str, mark: Mark, sentence: Span, others: Sequence[int]) -> Fix | None:
    if others and len(others) % 2 == 0 and _LAST.match(text, mark.at - 1, sentence.end):
        return _deletion(Span(mark.at, mark.at + 1))
    if _SPOKEN.match(text, mark.at - 1) and not any(at < mark.at for at in others):
        return _insertion("Open", sentence.start, _PARTNER[mark.char])
    return None


def _deletion(span: Span) -> Fix:
    return Fix("Delete the mark", (Edit(span, ""),))


def _left_over(text: str, at: int) -> Span | None:
    """Return the mark and the space before it where it ends a line, having nothing to close.

    Only behind another quotation, which such a mark is left over from.
    """
    ended = _ENDED.search(text, max(0, at - _GAP), at)
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if not ended or not _LINE_END.match(text, at + 1) or not _QUOTED.search(line):
        return None
    return Span(ended.start("gap"), at + 1)


def _insertion(verb: str, at: int, mark: str) -> Fix:
    where = "end" if verb == "Close" else "beginning"
    title = f"{verb} the quotation at the {where} of the sentence"
    return Fix(title, (Edit(Span(at, at), mark),))


def _around(document: Document, at: int) -> Span | None:
    """Return the sentence that a place is in."""
    number = bisect_right(document.segments, at, key=lambda segment: segment.span.start) - 1
    if number < 0 or at >= document.segments[number].span.end:
        return None
    return document.segments[number].span
