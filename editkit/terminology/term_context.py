"""What a term stands inside of: a longer name, or a quotation."""

import re

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.languages.en.names import OPENING
from editkit.text import casing
from editkit.text.context import Stretch
from editkit.text.tokens import key

_REACH = 60
_SHORTEST_TITLE = 3
_WORD = re.compile(r"\w+")
_BEFORE = re.compile(r"(?P<word>[^\W_]+)(?:[ \u00a0\n]|(?P<hyphen>[-‐‑–]))$")
_BEHIND = re.compile(r"(?:[ \u00a0\n]|(?P<hyphen>[-‐‑–]))(?P<word>[^\W_]+)")
_FILE = re.compile(r"[ \u00a0][\w-]+\.[a-z]{2,3}[a-z0-9]?\b(?![.'’])")
_QUOTATION = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|(?<!\w)‘[^‘]*?’(?!\w)|\"[^\"]*\"")
_QUOTED_LINE = re.compile(r"[ \t]*>")


def in_longer_name(document: Document, span: Span, brought: str) -> bool:
    """Whether what `span` stands in is the name of something else.

    Such a name has a capitalised word directly before or behind, joined by a space
    or a hyphen, or ends as a file's name does. No such word is one of those
    that sentences begin with, nor one that `brought` has; in a longer title only
    hyphens tell.
    """
    text, found = document.text, Stretch(document, span)
    if _FILE.match(text, span.end):
        return True
    if not casing.is_name(found.text):
        return False
    before = _BEFORE.search(text, max(0, span.start - _REACH), span.start)
    if before and before["word"].lower() in OPENING:
        before = None
    both = (before, _BEHIND.match(text, span.end))
    beside = [near for near in both if near and near["word"][0].isupper()]
    if beside and _titled(found.line):
        beside = [near for near in beside if near["hyphen"]]
    words = {key(word) for word in _WORD.findall(brought)} if beside else set()
    return any(key(near["word"]) not in words for near in beside)


def _titled(line: str) -> bool:
    title = casing.is_title(line) or casing.in_capitals(line)
    return title and len(_WORD.findall(line)) > _SHORTEST_TITLE


def in_quotation(document: Document, span: Span) -> bool:
    """Whether `span` stands between quotation marks, or in a line that `>` marks as quoted."""
    block = next((b.span for b in document.blocks if b.span.covers(span)), None)
    if block is not None:
        for found in _QUOTATION.finditer(document.text, block.start, block.end):
            if found.start() < span.start and span.end < found.end():
                return True
    at = document.source_map.locate(span).start
    line = document.raw.rfind("\n", 0, at) + 1
    return bool(_QUOTED_LINE.match(document.raw, line))
