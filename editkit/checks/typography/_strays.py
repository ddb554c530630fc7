"""Quotation marks without their partner, over the paragraphs of a document."""

from collections.abc import Iterator, Sequence

from editkit.checks.typography._quotes import Mark, marks
from editkit.core.document import Block, Document
from editkit.core.span import Span
from editkit.text.prose import paragraphs

_OPENING = frozenset('"“')
_FAR = 12


def strays(document: Document) -> Iterator[Mark]:
    """Yield the first mark of each paragraph that has no partner there or in the next ones."""
    last = -1
    for number, mark in _strays(document.text, tuple(paragraphs(document))):
        if number > last:
            yield mark
        last = number


def _strays(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Mark]]:
    """Yield the marks without a partner in their block or in the ones after it."""
    starts = [text[block.span.start : block.span.end].lstrip()[:1] for block in blocks]
    waiting: tuple[int, Mark] | None = None
    carried = -1
    for number, block in enumerate(blocks):
        for mark in marks(text, block.span):
            if mark.paired:
                continue
            near = number == carried or (waiting is not None and number - waiting[0] <= _FAR)
            if not mark.opens or (near and _at_an_edge(text, mark, block.span)):
                if not near:
                    yield number, mark
                waiting, carried = (None, -1) if near else (waiting, carried)
                continue
            if waiting:
                yield waiting
            carried_on = number + 1 < len(blocks) and starts[number + 1] in _OPENING
            waiting, carried = (None, number + 1) if carried_on else ((number, mark), -1)
    if waiting:
        yield waiting


def _at_an_edge(text: str, mark: Mark, block: Span) -> bool:
    """Whether a mark that seems to open stands last, or first and apart: it closes then."""
    first = not text[block.start : mark.at].strip()
    return not text[mark.at + 1 : block.end].strip() or (
        first and text[mark.at + 1 : mark.at + 2].isspace()
    )
