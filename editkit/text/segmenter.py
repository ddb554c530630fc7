"""Where sentences begin and end."""

import re
from dataclasses import replace

from editkit.core.document import Document, Segment
from editkit.core.span import Span

_SUBTAG = re.compile(r"[^-_]*")
_UNKNOWN = {"", "und", "mul", "zxx"}
_WIDE_SPACE = re.compile(r"[^\S\0-\x7F]")


def segment(document: Document) -> Document:
    """Return `document` with its segments: the sentences of its blocks.

    A document whose parser has found segments keeps them.
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
    """Return the sentences of `text`, in order, without the white space around them.

    A text of an unknown language is taken for English. The rules are those of
    Wikimedia's sentencex; together the spans hold all that is not white space.
    Spaces beyond ASCII are shown to it as plain ones: sentencex 1.0.32 panics on a capital
    letter, such a space and a period, because it counts one byte for every space.

    >>> [span.of("It is Dr. Ho.  Why?") for span in sentences("It is Dr. Ho.  Why?", "en-GB")]
    ['It is Dr. Ho.', 'Why?']
    """
    from sentencex import get_sentence_boundaries  # noqa: PLC0415  (only where it is needed)

    subtag = _SUBTAG.match(lang.lower())
    primary = subtag[0] if subtag else ""
    spans: list[Span] = []
    plain = text if text.isascii() else _WIDE_SPACE.sub(" ", text)
    for found in get_sentence_boundaries("en" if primary in _UNKNOWN else primary, plain):
        start, end = found["start_index"], found["end_index"]
        piece = text[start:end]
        if stripped := piece.strip():
            start += len(piece) - len(piece.lstrip())
            spans.append(Span(start, start + len(stripped)))
    return tuple(spans)
