"""Paragraph alignment: the paragraphs of a translation next to those of its original."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from editkit.core.lazy_pattern import lazy_pattern

_BLANK_LINES = lazy_pattern(r"(?:\r\n|\r|\n)(?:[^\S\r\n]*(?:\r\n|\r|\n))+")
_LINE = lazy_pattern(r"\r\n|\r|\n")


class AlignedParagraph(NamedTuple):
    """The range of a translated paragraph in its source, and the original paragraph."""

    start: int
    end: int
    original: str


def align_paragraphs(
    sources: Sequence[str], original: str
) -> tuple[tuple[AlignedParagraph, ...], ...] | None:
    """Return the paragraphs of `original` for each of `sources`, which are parts of one text.

    Paragraphs are separated by blank lines or, if their numbers differ, by line ends.
    Returns None if the numbers differ in both cases.
    """
    for separator in (_BLANK_LINES, _LINE):
        translated = [_paragraphs(source, separator) for source in sources]
        originals = [paragraph for _, paragraph in _paragraphs(original, separator)]
        if sum(map(len, translated)) == len(originals):
            unused = iter(originals)
            return tuple(
                tuple(
                    AlignedParagraph(start, start + len(text), next(unused))
                    for start, text in paragraphs
                )
                for paragraphs in translated
            )
    return None


def paragraph_counts(sources: Sequence[str], original: str) -> tuple[int, int]:
    """Return the numbers of paragraphs, separated by blank lines, of sources and `original`."""
    translated = sum(len(_paragraphs(source, _BLANK_LINES)) for source in sources)
    return translated, len(_paragraphs(original, _BLANK_LINES))


def _paragraphs(text: str, separator: re.Pattern[str]) -> list[tuple[int, str]]:
    """Return the non-empty paragraphs, each with its start offset."""
    boundaries = [0, *(found.end() for found in separator.finditer(text)), len(text)]
    pieces = ((start, text[start:end].strip()) for start, end in pairwise(boundaries))
    return [(start, piece) for start, piece in pieces if piece]
