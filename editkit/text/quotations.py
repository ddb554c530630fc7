"""Quotations in a text."""

from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_QUOTATION = lazy_pattern(
    r"“[^“”]{1,2000}”|(?<![\w\"])\"(?=\S)[^\"]{1,2000}(?<=\S)\"(?![\w\"])|«[^«»]{1,2000}»|"
    r"„[^„“”]{1,2000}[“”]|(?<!\w)‘[^‘]{1,2000}?’(?!\w)"
)


def find_quotations(document: Document) -> Iterator[Span]:
    """Yield the quotations of a document, with their marks, in order of position.

    A quotation is in one block, has up to 2,000 code points between its marks, and is in
    “…”, "…", «…», „…“ or ‘…’. Of nested quotations, the outer one is returned.
    """
    for block in document.blocks:
        for found in _QUOTATION.finditer(document.text, block.span.start, block.span.end):
            yield Span(found.start(), found.end())


def find_all_quotations(document: Document) -> Iterator[Span]:
    """Yield the quotations of a document and those directly inside them."""
    for outer in find_quotations(document):
        yield outer
        for found in _QUOTATION.finditer(document.text, outer.start + 1, outer.end - 1):
            yield Span(found.start(), found.end())
