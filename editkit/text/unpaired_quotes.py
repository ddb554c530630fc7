"""Unpaired quotation marks of a document, matched across its paragraphs."""

from collections.abc import Iterator, Sequence

from editkit.core.document import Block, Document
from editkit.core.span import Span
from editkit.text.prose import paragraphs
from editkit.text.quotation_marks import Mark, marks

_OPENING = frozenset('"“')
_MAX_BLOCKS_APART = 12


def unpaired_marks(document: Document) -> Iterator[Mark]:
    """Yield the first mark of each paragraph without a partner there or in the next paragraphs."""
    last = -1
    for number, mark in _unpaired_by_block(document.text, tuple(paragraphs(document))):
        if number > last:
            yield mark
        last = number


def _unpaired_by_block(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Mark]]:
    """Yield the marks without a partner in their block or the next ones, with the block number."""
    first_characters = [text[block.span.start : block.span.end].lstrip()[:1] for block in blocks]
    waiting: tuple[int, Mark] | None = None
    continued_in = -1
    for number, block in enumerate(blocks):
        for mark in marks(text, block.span):
            if mark.is_paired:
                continue
            is_near = number == continued_in or (
                waiting is not None and number - waiting[0] <= _MAX_BLOCKS_APART
            )
            if not mark.is_opening or (is_near and _closes_at_edge(text, mark, block.span)):
                if not is_near:
                    yield number, mark
                waiting, continued_in = (None, -1) if is_near else (waiting, continued_in)
                continue
            if waiting:
                yield waiting
            is_continued = number + 1 < len(blocks) and first_characters[number + 1] in _OPENING
            waiting, continued_in = (None, number + 1) if is_continued else ((number, mark), -1)
    if waiting:
        yield waiting


def _closes_at_edge(text: str, mark: Mark, block: Span) -> bool:
    """Return whether a mark that looks like an opening one closes.

    It does if it is the last character of its block, or the first and followed by a space.
    """
    is_first = not text[block.start : mark.at].strip()
    return not text[mark.at + 1 : block.end].strip() or (
        is_first and text[mark.at + 1 : mark.at + 2].isspace()
    )
