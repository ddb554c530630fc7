"""Edits among Markdown's words, of which no markup can come."""

import re

from editkit.core.document import Document
from editkit.core.fix import Edit

_MARKS = re.compile(r"[\\`*_\[\]<>&|~$@]|//|www|mailto", re.IGNORECASE)
_WORDS = re.compile(r"(?:[^\W_]|[ ,;'’“”-])*")
_AFTER = re.compile(r" *[^\W_]|[.,;:!?)’”]")


def among_words(document: Document, edit: Edit, defined: frozenset[str]) -> bool:
    """Whether `edit` puts words for words where no mark is near, so that markup stays as it is.

    Near is its line, up to marks on both sides. Before it there must be a letter, which
    settles what block a line belongs to, and a word or a blank must be on both sides; or
    else the edit must put a letter for a letter there, so that for the marks and the line
    nothing changes. What an edit farther off could still complete is a tag that is open in
    its block, or a label among `defined`: with those the answer is no.
    """
    text, span = document.text, edit.span
    chunks = document.source_map.under(span)
    if len(chunks) != 1 or not chunks[0].verbatim or not _WORDS.fullmatch(edit.text):
        return False
    [chunk] = chunks
    old, new = span.of(text), edit.text
    before = text[chunk.text.start : span.start].rpartition("\n")[2]
    after = text[span.end : chunk.text.end].partition("\n")[0]
    settled = any(map(str.isalpha, before)) and (before[-1] in " (“" or before[-1].isalnum())
    return (
        "\n" not in old
        and (settled or _alike(old[:1], new[:1]))
        and (_AFTER.match(after) is not None or _alike(old[-1:], new[-1:]))
        and not _MARKS.search(before + old + after)
        and not _MARKS.search(before + new + after)
        and not _open(document, span.start, defined)
    )


def _alike(old: str, new: str) -> bool:
    """Whether both are letters; an address may begin behind a letter that is not ASCII."""
    return old.isalpha() and new.isalpha() and old.isascii() == new.isascii()


def _open(document: Document, at: int, defined: frozenset[str]) -> bool:
    """Whether the block at `at` holds the start of a tag, or one of what could be a label."""
    block = document.block_at(at)
    if block is None:
        return True
    place = document.source_map.locate(block.span)
    source = document.raw[document.raw.rfind("\n", 0, place.start) + 1 : place.end]
    return "<" in source or (bool(defined) and "[" in source)
