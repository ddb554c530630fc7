"""Sentence segmentation."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from editkit.core.document import Document, Segment
from editkit.core.errors import INTERRUPTIONS, log_failure
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_SUBTAG = lazy_pattern(r"[^-_]*")
_UNKNOWN_LANGUAGES = {"", "und", "mul", "zxx"}
_LONG_QUOTE_RUN = lazy_pattern(r"'{16,}|`{16,}")
_MAX_STRETCH = 10_000
"""Code points that are split into sentences at once."""
_STRETCH_END = lazy_pattern(r"\w{4}[.!?][”’\"')\]]*\s+(?=[^\W\d_])|[。！？]")
_NON_ASCII_SPACE = lazy_pattern(r"[^\S\0-\x7F]")
_SENTENCE_END = lazy_pattern(r"[.!?…。！？]+[\"')\]”’»]*(?=\s)|[。！？]")


def segment(document: Document) -> Document:
    """Return `document` with one segment for each sentence of its blocks.

    Segments that the parser found are kept.
    """
    if document.segments:
        return document
    found: list[Segment] = []
    for block in document.blocks:
        text, offset = block.span.of(document.text), block.span.start
        found += (
            Segment(Span(span.start + offset, span.end + offset))
            for span in sentences(text, document.lang)
        )
    return replace(document, segments=tuple(found))


def sentences(text: str, lang: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, in order, without surrounding white space.

    Uses Wikimedia's sentencex; an unknown language is treated as English. Together, the
    spans cover all text but white space. If sentencex fails, even with a panic, or its
    sentences do not cover the text, sentences end at punctuation before white space.

    >>> [span.of("It is Dr. Ho.  Why?") for span in sentences("It is Dr. Ho.  Why?", "en-GB")]
    ['It is Dr. Ho.', 'Why?']
    """
    try:
        bounds = _sentencex_bounds(text, lang)
    except INTERRUPTIONS:
        raise
    except BaseException as error:  # noqa: BLE001  (a panic is no `Exception`)
        log_failure(error)
        bounds = []
    if not _covers(bounds, text):
        ends = (found.end() for found in _SENTENCE_END.finditer(text))
        bounds = list(pairwise((0, *ends, len(text))))
    spans: list[Span] = []
    for start, end in bounds:
        piece = text[start:end]
        if stripped := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append(Span(first, first + len(stripped)))
    return tuple(spans)


def _sentencex_bounds(text: str, lang: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence that sentencex finds.

    Non-ASCII spaces are replaced by ASCII spaces first: sentencex 1.0.32 panics on a capital
    letter followed by a non-ASCII space and a period (docs/reports/sentencex-panic.md). It needs
    quadratic time for open quotations, so a very long block is split, and long runs of quotation
    marks become hyphens.
    """
    from sentencex import get_sentence_boundaries  # noqa: PLC0415  (slow import)

    subtag = _SUBTAG.match(lang.lower())
    primary = subtag[0] if subtag else ""
    normalized = text if text.isascii() else _NON_ASCII_SPACE.sub(" ", text)
    normalized = _LONG_QUOTE_RUN.sub(lambda run: "-" * len(run[0]), normalized)
    language = "en" if primary in _UNKNOWN_LANGUAGES else primary
    return [
        (offset + found["start_index"], offset + found["end_index"])
        for offset, stretch in _stretches(normalized)
        for found in get_sentence_boundaries(language, stretch)
    ]


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text and its offset, in several stretches if it is very long.

    A stretch ends after a sentence if it has one, or at a space.
    """
    at = 0
    while len(text) - at > _MAX_STRETCH:
        first, last = at + _MAX_STRETCH // 2, at + _MAX_STRETCH
        ends = [found.end() for found in _STRETCH_END.finditer(text, first, last)]
        end = ends[-1] if ends else text.rfind(" ", first, last) + 1 or last
        yield at, text[at:end]
        at = end
    yield at, text[at:]


def _covers(bounds: Iterable[tuple[int, int]], text: str) -> bool:
    """Return whether ranges are in order, do not overlap, and leave out only white space."""
    at = 0
    for start, end in bounds:
        if not at <= start <= end <= len(text) or (at < start and text[at:start].strip()):
            return False
        at = end
    return not text[at:].strip()
