"""Edits of plain words in Markdown, which cannot create markup."""

import re
from bisect import bisect_left
from functools import lru_cache

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.lazy_pattern import lazy_pattern

_MARKUP = lazy_pattern(
    r"[\\`*_\[\]<>&|~$@{}]|//|www|mailto|%%|(?<![a-z0-9]):(?=[a-z0-9+_-])", re.IGNORECASE
)
_WORDS = lazy_pattern(r"(?:[^\W_]|[ ,;'’“”-])*")
_LOCAL_MARKUP = lazy_pattern(r"[\\`*_\[\]<>&~@:{}]|\$(?! ?\d)|//|www|mailto", re.IGNORECASE)
_LETTER = lazy_pattern(r"[^\W\d_]")
_REACH = 12
"""Code points next to an edit that can become markup together with it."""
_LONG_BLOCK = 1000
_VERY_LONG_BLOCK = 4000
"""Code points in the source of a block that is not parsed again for any edit."""
_MAX_CHUNKS = 200
"""The same, in stretches of prose with markup between them."""
_COMPLETE_TAG = lazy_pattern(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?>")
_AFTER = lazy_pattern(r" *[^\W_]|[.,;:!?)’”]")


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
    start = max(text.rfind("\n", chunk.text.start, span.start) + 1, chunk.text.start)
    line_end = text.find("\n", span.end, chunk.text.end)
    end = line_end if line_end >= 0 else chunk.text.end
    before = text[max(start, span.start - _REACH) : span.start]
    after = text[span.end : min(end, span.end + _REACH)]
    follows_word = before[-1:].isalnum() or (before != "" and before[-1] in " (“")
    keeps_block = follows_word and _LETTER.search(text, start, span.start) is not None
    return (
        "\n" not in old
        and (keeps_block or _same_letter_class(old[:1], new[:1]))
        and (
            _AFTER.match(text, span.end, end) is not None or _same_letter_class(old[-1:], new[-1:])
        )
        and not _has_markup(text, start, end)
        and not _MARKUP.search(before + new + after)
        and not _may_complete_markup(document, span.start, defined)
    )


def is_local_edit(document: Document, edit: Edit) -> bool:
    """Return whether `edit` is inside a line of a long block, with no markup next to it.

    In a very long block, and one with very much markup, the result is True for any edit.

    Parsing a long block for each of its edits would need quadratic time. What such an edit could
    still change is found when the file is corrected: `structure.py` looks at all edits at once.
    """
    text, span = document.text, edit.span
    block = document.block_at(span.start)
    if block is None:
        return False
    source = document.source_map.locate(block.span)
    pieces = document.source_map.chunks_at(block.span)
    if len(source) > _VERY_LONG_BLOCK or len(pieces) > _MAX_CHUNKS:
        return True
    chunks = document.source_map.chunks_at(span)
    if len(source) <= _LONG_BLOCK or len(chunks) != 1 or not chunks[0].verbatim:
        return False
    inside = chunks[0].text
    start, end = span.start - _REACH, span.end + _REACH
    if start < inside.start or end > inside.end:
        return False
    before, after = text[start : span.start], text[span.end : end]
    both = before + span.of(text) + after + "\n"
    return "\n" not in both[:-1] + edit.text and not _LOCAL_MARKUP.search(
        both + before + edit.text + after
    )


@lru_cache(maxsize=2)
def _markup_starts(text: str) -> tuple[int, ...]:
    """Return the offsets of all characters that may be markup."""
    return tuple(found.start() for found in _MARKUP.finditer(text))


def _has_markup(text: str, start: int, end: int) -> bool:
    starts = _markup_starts(text)
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < end


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
    if "<" in source and "<" in _COMPLETE_TAG.sub("", source):
        return True
    return bool(defined) and "[" in source
