"""Source edits for edits of the prose of HTML: typed text is escaped, mark-up stays."""

from collections.abc import Sequence

from editkit.core.document import Block, Document
from editkit.core.fix import Edit, Splice
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.formats.html.elements import DESCRIPTION, PROSE_ATTRIBUTES
from editkit.formats.narrow import narrow_edit
from editkit.text.characters import OBJECT_REPLACEMENT

_FIXED = frozenset({"\n", "\r", "\f", OBJECT_REPLACEMENT})
_OPEN_END = lazy_pattern(r"[&<][#\w/!?]{0,40}\Z")
"""What could become a reference or a tag with the text after it."""
_UNREADABLE = lazy_pattern("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ATTRIBUTES = frozenset({*PROSE_ATTRIBUTES, DESCRIPTION})
_LOOKBACK = 50
_TEMPLATE_START = ("{{", "{%")
_QUOTES = {'"': "&quot;", "'": "&#39;"}
_BLANKS = " \t\r\n\f"


def make_splices(document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
    """Return the source edits; None if one is about more than characters."""
    found: list[Splice] = []
    for edit in edits:
        pieces = narrow_edit(document, edit)
        if pieces is None:
            return None
        for piece in pieces:
            splice = _splice(document, piece)
            if splice is None:
                return None
            found.append(splice)
    return tuple(sorted(found, key=lambda each: each.span))


def _splice(document: Document, edit: Edit) -> Splice | None:
    block = document.block_at(edit.span.start)
    if block is None or not block.span.covers(edit.span) or _UNREADABLE.search(edit.text):
        return None
    if _FIXED & {*edit.span.of(document.text), *edit.text}:
        return None
    span = document.source_map.locate(edit.span)
    left = document.raw[max(span.start - _LOOKBACK, 0) : span.start]
    right = document.raw[span.end : span.end + 1]
    if _OPEN_END.search(left) or any(
        mark in left[-1:] + edit.text + right for mark in _TEMPLATE_START
    ):
        return None
    return Splice(span, _escaped(edit.text, _quotes(document, block)))


def _quotes(document: Document, block: Block) -> str:
    """Return the quotation marks that may end the attribute that a block is; none for an element.

    These are both after a blank or a soft hyphen that is a reference.
    """
    if block.label not in _ATTRIBUTES:
        return ""
    at = document.source_map.locate(Span(block.span.start, block.span.start + 1)).start
    while document.raw[at - 1] in _BLANKS:
        at -= 1
    quote = document.raw[at - 1]
    return quote if quote in _QUOTES else "".join(_QUOTES)


def _escaped(text: str, quotes: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for quote in quotes:
        text = text.replace(quote, _QUOTES[quote])
    return text
