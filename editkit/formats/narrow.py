"""Narrowing of edits to the words that differ, and splitting at markup."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_WORD = lazy_pattern(r"\w+|\W", re.DOTALL)


def narrow_edit(document: Document, edit: Edit) -> tuple[Edit, ...] | None:
    """Return `edit` as edits of only the words that differ, none of them across markup.

    In plain text the result is one edit, from the first word that differs to the last. It is empty
    for an edit without effect, and None if a word that differs crosses markup or is part of an
    opaque chunk.
    """
    found, source_map = edit.span.of(document.text), document.source_map
    difference = _difference(found, edit.text)
    if difference is None:
        return ()
    (first, last), replacement = difference
    whole = Edit(Span(edit.span.start + first, edit.span.start + last), replacement)
    if source_map.verbatim_chunk(whole.span):
        return (whole,)
    is_plain = all(chunk.verbatim for chunk in source_map.chunks_at(whole.span))
    if is_plain and source_map.is_replaceable(whole.span):
        return (whole,)
    pieces: list[Edit] = []
    for piece in _word_edits(edit.span.start, _WORD.findall(found), _WORD.findall(edit.text)):
        split = _split_at_markup(document, piece)
        if split is None:
            return None
        pieces += split
    return tuple(pieces)


@lru_cache(maxsize=8192)
def _difference(old: str, new: str) -> tuple[tuple[int, int], str] | None:
    """Return the range of `old` that changes and its new text, in whole words; None if equal."""
    edit = _trim_common(0, _WORD.findall(old), _WORD.findall(new))
    return ((edit.span.start, edit.span.end), edit.text) if edit else None


def _trim_common(start: int, old: Sequence[str], new: Sequence[str]) -> Edit | None:
    """Return the edit from `old` to `new` without their common start and end; None if equal."""
    shared = min(len(old), len(new))
    before = next((i for i in range(shared) if old[i] != new[i]), shared)
    after = next(
        (i for i in range(shared - before) if old[-1 - i] != new[-1 - i]), shared - before
    )
    removed, inserted = old[before : len(old) - after], new[before : len(new) - after]
    if not removed and not inserted:
        return None
    at = start + _length(old[:before])
    return Edit(Span(at, at + _length(removed)), "".join(inserted))


def _word_edits(start: int, old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Yield an edit for each run of words that differ."""
    from difflib import SequenceMatcher  # noqa: PLC0415  (slow to import)

    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        at = start + _length(old[:a])
        yield Edit(Span(at, at + _length(old[a:b])), "".join(new[c:d]))


def _split_at_markup(document: Document, edit: Edit) -> tuple[Edit, ...] | None:
    """Return `edit` as edits that do not cross markup; None if impossible.

    A deletion is split at each boundary. A replacement must be on one side of the markup after its
    common first and last letters are removed.
    """
    source_map = document.source_map
    if source_map.is_replaceable(edit.span):
        return (edit,)
    if edit.text:
        letters = _trim_common(edit.span.start, edit.span.of(document.text), edit.text)
        is_movable = letters is not None and source_map.is_replaceable(letters.span)
        return (letters,) if letters and is_movable else None
    pieces = tuple(
        Edit(Span(max(chunk.text.start, edit.span.start), min(chunk.text.end, edit.span.end)), "")
        for chunk in source_map.chunks_at(edit.span)
    )
    return pieces if all(source_map.is_replaceable(piece.span) for piece in pieces) else None


def _length(words: Sequence[str]) -> int:
    return sum(map(len, words))
