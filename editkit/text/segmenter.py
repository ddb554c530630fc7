"""Sentence segmentation."""

import re
from dataclasses import replace

from editkit.core.document import Document, Segment
from editkit.core.span import Span

_SUBTAG = re.compile(r"[^-_]*")
_UNKNOWN_LANGUAGES = {"", "und", "mul", "zxx"}
_NON_ASCII_SPACE = re.compile(r"[^\S\0-\x7F]")


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
    spans cover all text but white space. Non-ASCII spaces are replaced by ASCII spaces
    first: sentencex 1.0.32 counts one byte for every space, and panics on a capital letter
    followed by a non-ASCII space and a period.

    >>> [span.of("It is Dr. Ho.  Why?") for span in sentences("It is Dr. Ho.  Why?", "en-GB")]
    ['It is Dr. Ho.', 'Why?']
    """
    from sentencex import get_sentence_boundaries  # noqa: PLC0415  (slow import)

    subtag = _SUBTAG.match(lang.lower())
    primary = subtag[0] if subtag else ""
    spans: list[Span] = []
    normalized = text if text.isascii() else _NON_ASCII_SPACE.sub(" ", text)
    for found in get_sentence_boundaries(
        "en" if primary in _UNKNOWN_LANGUAGES else primary, normalized
    ):
        start, end = found["start_index"], found["end_index"]
        piece = text[start:end]
        if stripped := piece.strip():
            start += len(piece) - len(piece.lstrip())
            spans.append(Span(start, start + len(stripped)))
    return tuple(spans)
