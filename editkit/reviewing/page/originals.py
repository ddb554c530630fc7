"""Paragraphs of the original text, aligned with the paragraphs of an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from editkit.core.document import Document
from editkit.reviewing.page.model import Source
from editkit.text.alignment import paragraphs


@dataclass(frozen=True, slots=True)
class Original:
    """A paragraph of the original text; its translation begins at offset `start`."""

    start: int
    text: str


def document_originals(source: Source) -> tuple[Original, ...]:
    """Return the originals of the prose of a document."""
    document = source.document.document
    return tuple(
        Original(document.source_map.locate(original.span).start, original.text)
        for original in document.originals
    )


def align_paragraphs(
    documents: Sequence[Document], text: str
) -> tuple[tuple[Original, ...], ...] | None:
    """Return the paragraphs of `text` for each document, in the order of their translations.

    Returns None if the numbers of paragraphs differ.
    """
    sources = [document.raw for document in documents]
    aligned = paragraphs.align_paragraphs(sources, text)
    if aligned is None:
        return None
    return tuple(
        tuple(Original(each.start, each.original) for each in document) for document in aligned
    )
