"""What the paragraphs of an article were translated from."""

import re
from dataclasses import dataclass
from itertools import pairwise

from editkit.core.document import Document
from editkit.reviewing.page.model import Source

_BLANK = re.compile(r"(?:\r\n|\r|\n)(?:[^\S\r\n]*(?:\r\n|\r|\n))+")
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Original:
    """A paragraph in the language it was written in; its translation begins at `start`."""

    start: int
    text: str


def originals_of(source: Source) -> tuple[Original, ...]:
    """Return the originals that a file holds itself, segment by segment, as XLIFF does."""
    document = source.document.document
    return tuple(
        Original(document.source_map.locate(segment.span).start, segment.source)
        for segment in document.segments
        if segment.source is not None
    )


def aligned(document: Document, text: str) -> tuple[Original, ...] | None:
    """Return the paragraphs of `text` beside those of its translation, first to first.

    Paragraphs are parted by blank lines, or else are lines; None where there
    are not as many in the one as in the other.
    """
    for parting in (_BLANK, _LINE):
        ours, theirs = _paragraphs(document.raw, parting), _paragraphs(text, parting)
        if len(ours) == len(theirs):
            return tuple(
                Original(start, paragraph)
                for (start, _), (_, paragraph) in zip(ours, theirs, strict=True)
            )
    return None


def paragraph_counts(document: Document, text: str) -> tuple[int, int]:
    """Return how many paragraphs blank lines make of an article and of `text`."""
    return len(_paragraphs(document.raw, _BLANK)), len(_paragraphs(text, _BLANK))


def _paragraphs(text: str, parting: re.Pattern[str]) -> list[tuple[int, str]]:
    """Return the paragraphs that say something, each with its place."""
    edges = [0, *(found.end() for found in parting.finditer(text)), len(text)]
    pieces = ((start, text[start:end].strip()) for start, end in pairwise(edges))
    return [(start, piece) for start, piece in pieces if piece]
