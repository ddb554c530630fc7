"""Paragraphs of a document, and detection of addresses and codes to skip."""

import re
from collections.abc import Iterator

from editkit.core.document import Block, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_BLANK_LINE = lazy_pattern(r"\n[^\S\n]*\n\s*")
_CODE = lazy_pattern(r"[/\\@_=<>\ufffc]|www\.|\w\(\)|\w\.\w+\.\w")
_ENTITY = lazy_pattern(r"&#?\w{1,8}\Z")
_LIST = lazy_pattern(r"\S*,\S*,\S*|\S*\[\w+,\w+\]\S*|\S*\{\S*|\S*\}\S*")
_ACRONYMS = lazy_pattern(r"(?<=[A-Z]);(?=[A-Z]{2})|(?i:(?<=\bTL)[;,](?=DR\b))")
_TECHNICAL_WINDOW = 80
_LIST_WINDOW = 40


def paragraphs(document: Document) -> Iterator[Block]:
    """Yield the blocks of `document`, split at blank lines."""
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        for gap in _BLANK_LINE.finditer(document.text, start, end):
            if gap.start() > start:
                yield Block(block.kind, Span(start, gap.start()))
            start = gap.end()
        if end > start:
            yield Block(block.kind, Span(start, end))


def is_technical(text: str, at: int) -> bool:
    """Return whether `at` is inside an address, a path, a file name or code.

    Examines the characters around `at` up to the next white space, at most 80 code points
    on either side.
    """
    before = re.split(r"\s", text[max(0, at - _TECHNICAL_WINDOW) : at])[-1]
    after = re.split(r"\s", text[at : at + _TECHNICAL_WINDOW], maxsplit=1)[0]
    return _CODE.search(before + after) is not None


def is_in_code_list(text: str, at: int) -> bool:
    """Return whether the mark at `at` is in a list of codes, a character reference or `TL;DR`."""
    before = re.split(r"\s", text[max(0, at - _LIST_WINDOW) : at])[-1]
    after = re.split(r"\s", text[at : at + _LIST_WINDOW], maxsplit=1)[0]
    if _ACRONYMS.match(text, at) or (text[at] == ";" and _ENTITY.search(before)):
        return True
    return _LIST.fullmatch(before + after) is not None
