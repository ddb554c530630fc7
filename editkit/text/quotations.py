"""Quotations in a text."""

import re
from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.span import Span

_QUOTATION = re.compile(
    r"“[^“”\n]{1,600}”|(?<![\w\"])\"(?=\S)[^\"\n]{1,600}(?<=\S)\"(?![\w\"])|«[^«»\n]{1,600}»"
)


def find_quotations(document: Document) -> Iterator[Span]:
    """Yield the spans in double quotation marks, within one line and up to 600 code points."""
    for block in document.blocks:
        for found in _QUOTATION.finditer(document.text, block.span.start, block.span.end):
            yield Span(found.start(), found.end())
