"""What the typography checks share: how they cut a document, and what they keep off."""

import re
from collections.abc import Iterator

from editkit.core.document import Block, Document
from editkit.core.span import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_CODE = re.compile(r"[/\\@_=<>\ufffc]|www\.|\w\(\)|\w\.\w+\.\w")
_ENTITY = re.compile(r"&#?\w{1,8}\Z")
_LIST = re.compile(r"\S*,\S*,\S*")
_REACH, _NEAR = 80, 40


def paragraphs(document: Document) -> Iterator[Block]:
    """Yield the blocks of `document`, each cut where it has a blank line."""
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        for gap in _BLANK_LINE.finditer(document.text, start, end):
            if gap.start() > start:
                yield Block(block.kind, Span(start, gap.start()))
            start = gap.end()
        if end > start:
            yield Block(block.kind, Span(start, end))


def technical(text: str, at: int) -> bool:
    """Whether position `at` stands in an address, a path, a file name or code.

    Looks at the run of characters without white space around it, as far as
    80 to either side.
    """
    before = re.split(r"\s", text[max(0, at - _REACH) : at])[-1]
    after = re.split(r"\s", text[at : at + _REACH], maxsplit=1)[0]
    return _CODE.search(before + after) is not None


def listed(text: str, at: int) -> bool:
    """Whether the mark ends a character reference or stands in a list of codes."""
    before = re.split(r"\s", text[max(0, at - _NEAR) : at])[-1]
    after = re.split(r"\s", text[at : at + _NEAR], maxsplit=1)[0]
    if text[at] == ";" and _ENTITY.search(before):
        return True
    return _LIST.fullmatch(before + after) is not None
