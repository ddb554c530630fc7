"""Originals: the text that a file was translated from, given to its documents by paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editkit.core.document import Document, Original, Package
from editkit.core.span import RawSpan
from editkit.text.alignment.paragraphs import (
    AlignedParagraph,
    align_paragraphs,
    paragraph_counts,
)
from editkit.text.counts import format_count


def with_originals(package: Package, original: str) -> Package:
    """Return a file whose documents have the paragraphs of `original`.

    If the numbers of paragraphs differ, the file gets a notice instead. What a bilingual file
    says about its originals stays.
    """
    documents = package.documents
    if any(document.originals for document in documents):
        return package
    sources = [document.raw for document in documents]
    aligned = align_paragraphs(sources, original)
    if aligned is None:
        count, other = paragraph_counts(sources, original)
        message = (
            f"The original has {format_count(other, 'paragraph')} and this article {count}, so "
            "they are not aligned."
        )
        return replace(package, notices=(*package.notices, message))
    pairs = zip(documents, aligned, strict=True)
    return replace(
        package,
        documents=tuple(replace(doc, originals=tuple(_of(doc, each))) for doc, each in pairs),
    )


def _of(document: Document, paragraphs: Sequence[AlignedParagraph]) -> Iterator[Original]:
    for start, end, text in paragraphs:
        if span := document.source_map.to_prose(RawSpan(start, end)):
            yield Original(span, text)
