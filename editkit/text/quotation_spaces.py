"""Spaces between a quotation mark and the quoted text."""

from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.text.prose import paragraphs
from editkit.text.quotation_marks import Mark, marks

_AFTER = lazy_pattern(r"[ \t\u00a0]+(?=[^\s\"“”‘’'])")
_BEFORE = lazy_pattern(r"(?<=[^:\s\"“”‘’'])[ \t\u00a0]+\Z")
_AFTER_QUOTATION = lazy_pattern(r"[.,!?…]['’][ \t\u00a0]+\Z")
_QUOTED_END = lazy_pattern(r"[\w.!?…–—-]\Z")
_STOPS = ".,!?…"
_LOOKBEHIND_CHARS = 20


def inner_spaces(document: Document) -> Iterator[tuple[Mark, Span]]:
    """Yield the marks with a space between them and the quoted text, each with the space.

    A paragraph with an unpaired mark is left out, because it is uncertain what its marks
    enclose, and so is one with a mark between two spaces that may close what was left open.
    """
    for block in paragraphs(document):
        found = marks(document.text, block.span)
        is_certain = all(mark.is_paired and not _may_close(document.text, mark) for mark in found)
        for mark in found if is_certain else ():
            space = _inner_space(document.text, mark, block.span)
            if space is not None:
                yield mark, space


def follows_stop(text: str, mark: Mark, space: Span) -> bool:
    """Return whether the space is between a stop and a closing mark, often a habit."""
    return not mark.is_opening and text[space.start - 1] in _STOPS


def _may_close(text: str, mark: Mark) -> bool:
    """Return whether an opening straight mark before a space may close an earlier quotation.

    It does after the end of a quotation within one, as the first mark of `'What?' " she said. "`,
    and if it is set against a word, a dash or the end of a sentence: `if he'd only--" She bit`.
    """
    if not mark.is_opening or mark.char != '"' or not text[mark.at + 1 : mark.at + 2].isspace():
        return False
    before = text[max(0, mark.at - _LOOKBEHIND_CHARS) : mark.at]
    return bool(_AFTER_QUOTATION.search(before) or _QUOTED_END.search(before))


def _inner_space(text: str, mark: Mark, block: Span) -> Span | None:
    """Return the space between a mark and the quoted text.

    A doubled mark is ignored: it is code. So is a space after a colon, which belongs to the text
    of a prompt: `"Enter a name: "`.
    """
    if mark.char in {text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]}:
        return None
    if mark.is_opening:
        space = _AFTER.match(text, mark.at + 1, block.end)
    else:
        space = _BEFORE.search(text, max(block.start, mark.at - _LOOKBEHIND_CHARS), mark.at)
    return Span(*space.span()) if space else None
