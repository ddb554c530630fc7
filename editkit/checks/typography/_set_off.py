"""Spaces between a quotation mark and what it encloses."""

import re
from collections.abc import Iterator

from editkit.checks.typography._quotes import Mark, marks
from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text.prose import paragraphs

_AFTER = re.compile(r"[ \t\u00a0]+(?=[^\s\"“”‘’'])")
_BEFORE = re.compile(r"(?<=[^\s\"“”‘’'])[ \t\u00a0]+\Z")
_STOPS = ".,!?…"
_REACH = 20


def gaps(document: Document) -> Iterator[tuple[Mark, Span]]:
    """Yield the marks that a space parts from what they enclose, each with the space.

    A paragraph with a mark that has no partner is left out: what its marks
    enclose is not certain.
    """
    for block in paragraphs(document):
        found = marks(document.text, block.span)
        for mark in found if all(mark.paired for mark in found) else ():
            space = _gap(document.text, mark, block.span)
            if space is not None:
                yield mark, space


def set_off(text: str, mark: Mark, space: Span) -> bool:
    """Whether a space parts a closing mark from the stop before it, as a habit does."""
    return not mark.opens and text[space.start - 1] in _STOPS


def _gap(text: str, mark: Mark, block: Span) -> Span | None:
    """Return the space between a mark and what it encloses; a doubled mark is a program's."""
    if mark.char in {text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]}:
        return None
    if mark.opens:
        space = _AFTER.match(text, mark.at + 1, block.end)
    else:
        space = _BEFORE.search(text, max(block.start, mark.at - _REACH), mark.at)
    return Span(*space.span()) if space else None
