"""Edits of plain words in Markdown, which cannot create markup."""

import re

from editkit.core.document import Document
from editkit.core.fix import Edit

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$@]|//|www|mailto", re.IGNORECASE)
_WORDS = re.compile(r"(?:[^\W_]|[ ,;'’“”-])*")
_AFTER = re.compile(r" *[^\W_]|[.,;:!?)’”]")


def is_plain_word_edit(document: Document, edit: Edit, defined: frozenset[str]) -> bool:
    """Return whether `edit` replaces words by words with no markup near; it cannot change markup.

    “Near” is the line, up to markup on both sides. There must be a letter before the edit, which
    determines the kind of block, and a word or a space on both sides; otherwise the edit must
    replace a letter by a letter there. An edit farther away could still complete a tag that is
    open in its block, or a label in `defined`; the result is then False.
    """
    text, span = document.text, edit.span
    chunks = document.source_map.chunks_at(span)
    if len(chunks) != 1 or not chunks[0].verbatim or not _WORDS.fullmatch(edit.text):
        return False
    [chunk] = chunks
    old, new = span.of(text), edit.text
    before = text[chunk.text.start : span.start].rpartition("\n")[2]
    after = text[span.end : chunk.text.end].partition("\n")[0]
    keeps_block = any(map(str.isalpha, before)) and (before[-1] in " (“" or before[-1].isalnum())
    return (
        "\n" not in old
        and (keeps_block or _same_letter_class(old[:1], new[:1]))
        and (_AFTER.match(after) is not None or _same_letter_class(old[-1:], new[-1:]))
        and not _MARKUP.search(before + old + after)
        and not _MARKUP.search(before + new + after)
        and not _may_complete_markup(document, span.start, defined)
    )


def _same_letter_class(old: str, new: str) -> bool:
    """Return whether both are letters and both ASCII or not; a non-ASCII one can precede a URL."""
    return old.isalpha() and new.isalpha() and old.isascii() == new.isascii()


def _may_complete_markup(document: Document, at: int, defined: frozenset[str]) -> bool:
    """Return whether the block at `at` has the start of a tag or of a possible label."""
    block = document.block_at(at)
    if block is None:
        return True
    block_range = document.source_map.locate(block.span)
    source = document.raw[document.raw.rfind("\n", 0, block_range.start) + 1 : block_range.end]
    return "<" in source or (bool(defined) and "[" in source)
