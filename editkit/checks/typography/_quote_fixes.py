"""Fixes of a quotation mark without a partner."""

from bisect import bisect_right
from collections.abc import Sequence

from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.words.clause_patterns import REPORTING_CLAUSE
from editkit.text.quotation_marks import Mark, marks

_PARTNER = {'"': '"', "“": "”", "”": "“"}
_CAPITAL = lazy_pattern(r"[A-Z]")
_SPEECH_END = lazy_pattern(r"[,.!?…][\"”][^\S\n]+\w")
_SENTENCE_END = lazy_pattern(r"[.!?…][\"”]?(?P<gap>[^\S\n]+)\Z")
_LINE_END = lazy_pattern(r"[^\S\n]*(?:\n|\Z)")
_QUOTATION = lazy_pattern(r"[\"“][^\"“”]+[\"”]")
_LOOKBEHIND_CHARS = 4
_LAST_CHARACTERS = lazy_pattern(r"[.!?…]?[\"”]\s*\Z")


def partner_fixes(document: Document, mark: Mark) -> tuple[Fix, ...]:
    """Return the most likely fix of a mark without a partner, or nothing if it is unclear.

    - Speech that opens with a capital is closed at the end of its sentence, unless
    “, said Ho” comes first.
    - Speech that ends in “,” and was not opened is opened at the start of its sentence.
    - A mark that ends a sentence whose other marks are all paired is deleted, and so is a
    mark on its own after it.
    """
    text = document.text
    leftover = _leftover(text, mark.at)
    sentence = _sentence_at(document, mark.at)
    if leftover:
        return (_deletion(leftover),)
    if sentence is None or not mark.is_unambiguous:
        return ()
    others = [other.at for other in marks(text, sentence) if other.at != mark.at]
    pair_up = _close_quotation if mark.is_opening else _open_quotation
    fix = pair_up(text, mark, sentence, others)
    return (fix,) if fix else ()


def _close_quotation(text: str, mark: Mark, sentence: Span, others: Sequence[int]) -> Fix | None:
    reporting = REPORTING_CLAUSE.search(text, mark.at, sentence.end)
    if reporting or any(at > mark.at for at in others) or not _CAPITAL.match(text, mark.at + 1):
        return None
    return _insertion("Close", sentence.end, _PARTNER[mark.char])


def _open_quotation(text: str, mark: Mark, sentence: Span, others: Sequence[int]) -> Fix | None:
    if others and len(others) % 2 == 0 and _LAST_CHARACTERS.match(text, mark.at - 1, sentence.end):
        return _deletion(Span(mark.at, mark.at + 1))
    if _SPEECH_END.match(text, mark.at - 1) and not any(at < mark.at for at in others):
        return _insertion("Open", sentence.start, _PARTNER[mark.char])
    return None


def _deletion(span: Span) -> Fix:
    return Fix("Delete the mark", (Edit(span, ""),))


def _leftover(text: str, at: int) -> Span | None:
    """Return the span of a mark at a line end, and the space before it, if it closes nothing.

    That applies only after another quotation in the line.
    """
    sentence_end = _SENTENCE_END.search(text, max(0, at - _LOOKBEHIND_CHARS), at)
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if not sentence_end or not _LINE_END.match(text, at + 1) or not _QUOTATION.search(line):
        return None
    return Span(sentence_end.start("gap"), at + 1)


def _insertion(verb: str, at: int, mark: str) -> Fix:
    where = "end" if verb == "Close" else "beginning"
    title = f"{verb} the quotation at the {where} of the sentence"
    return Fix(title, (Edit(Span(at, at), mark),))


def _sentence_at(document: Document, at: int) -> Span | None:
    """Return the span of the sentence at `at`, if any."""
    number = bisect_right(document.segments, at, key=lambda segment: segment.span.start) - 1
    if number < 0 or at >= document.segments[number].span.end:
        return None
    return document.segments[number].span
