"""Paragraphs of the original text, aligned with the paragraphs of an article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.reviewing.page.model import Source

_BLANK_LINES = lazy_pattern(r"(?:\r\n|\r|\n)(?:[^\S\r\n]*(?:\r\n|\r|\n))+")
_LINE = lazy_pattern(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Original:
    """A paragraph of the original text; its translation begins at offset `start`."""

    start: int
    text: str


def document_originals(source: Source) -> tuple[Original, ...]:
    """Return what the file itself says about the originals of its prose, as XLIFF does."""
    document = source.document.document
    return tuple(
        Original(document.source_map.locate(original.span).start, original.text)
        for original in document.originals
    )


def align_paragraphs(
    documents: Sequence[Document], text: str
) -> tuple[tuple[Original, ...], ...] | None:
    """Return the paragraphs of `text` for each document, in the order of their translations.

    Paragraphs are separated by blank lines or, if their numbers differ, by line ends.
    Returns None if the numbers differ in both cases.
    """
    for separator in (_BLANK_LINES, _LINE):
        translated = [_paragraphs(document.raw, separator) for document in documents]
        originals = [paragraph for _, paragraph in _paragraphs(text, separator)]
        if sum(map(len, translated)) == len(originals):
            unused = iter(originals)
            return tuple(
                tuple(Original(start, next(unused)) for start, _ in paragraphs)
                for paragraphs in translated
            )
    return None


def paragraph_counts(documents: Sequence[Document], text: str) -> tuple[int, int]:
    """Return the numbers of paragraphs, separated by blank lines, of an article and `text`."""
    translated = sum(len(_paragraphs(document.raw, _BLANK_LINES)) for document in documents)
    return translated, len(_paragraphs(text, _BLANK_LINES))


def _paragraphs(text: str, separator: re.Pattern[str]) -> list[tuple[int, str]]:
    """Return the non-empty paragraphs, each with its start offset."""
    boundaries = [0, *(found.end() for found in separator.finditer(text)), len(text)]
    pieces = ((start, text[start:end].strip()) for start, end in pairwise(boundaries))
    return [(start, piece) for start, piece in pieces if piece]
