"""What a text quotes."""

import re
from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.span import Span

_QUOTATION = re.compile(
    r"“[^“”\n]{1,600}”|(?<![\w\"])\"(?=\S)[^\"\n]{1,600}(?<=\S)\"(?![\w\"])|«[^«»\n]{1,600}»"
)


def quoted(document: Document) -> Iterator[Span]:
    """Yield what stands in double quotation marks in one line, up to 600 code points long."""
    for block in document.blocks:
        for found in _QUOTATION.finditer(document.text, block.span.start, block.span.end):
            yield Span(found.start(), found.end())
