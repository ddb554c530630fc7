"""Paragraphs of the original text, aligned with the paragraphs of an article."""

import re
from dataclasses import dataclass
from itertools import pairwise

from editkit.core.document import Document
from editkit.reviewing.page.model import Source

_BLANK_LINES = re.compile(r"(?:\r\n|\r|\n)(?:[^\S\r\n]*(?:\r\n|\r|\n))+")
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Original:
    """A paragraph of the original text; its translation begins at offset `start`."""

    start: int
    text: str


def segment_originals(source: Source) -> tuple[Original, ...]:
    """Return the source segments that a bilingual file such as XLIFF contains."""
    document = source.document.document
    return tuple(
        Original(document.source_map.locate(segment.span).start, segment.source)
        for segment in document.segments
        if segment.source is not None
    )


def align_paragraphs(document: Document, text: str) -> tuple[Original, ...] | None:
    """Return the paragraphs of `text`, paired in order with those of its translation.

    Paragraphs are separated by blank lines or, if their numbers differ, by line ends.
    Returns None if the numbers differ in both cases.
    """
    for separator in (_BLANK_LINES, _LINE):
        article_paragraphs, original_paragraphs = (
            _paragraphs(document.raw, separator),
            _paragraphs(text, separator),
        )
        if len(article_paragraphs) == len(original_paragraphs):
            return tuple(
                Original(start, paragraph)
                for (start, _), (_, paragraph) in zip(
                    article_paragraphs, original_paragraphs, strict=True
                )
            )
    return None


def paragraph_counts(document: Document, text: str) -> tuple[int, int]:
    """Return the numbers of paragraphs, separated by blank lines, of an article and `text`."""
    return len(_paragraphs(document.raw, _BLANK_LINES)), len(_paragraphs(text, _BLANK_LINES))


def _paragraphs(text: str, separator: re.Pattern[str]) -> list[tuple[int, str]]:
    """Return the non-empty paragraphs, each with its start offset."""
    boundaries = [0, *(found.end() for found in separator.finditer(text)), len(text)]
    pieces = ((start, text[start:end].strip()) for start, end in pairwise(boundaries))
    return [(start, piece) for start, piece in pieces if piece]
