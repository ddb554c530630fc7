"""Edits narrowed to what they change."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.span import Span

_WORD = re.compile(r"\w+|\W", re.DOTALL)


def narrow(document: Document, edit: Edit) -> tuple[Edit, ...] | None:
    """Return `edit` as edits of the words that differ, none of them across markup.

    Where all of it is plain text, it stays one edit from the first word that
    differs to the last. Nothing is left of an edit that changes nothing. None where a word that
    differs stands on both sides of markup or is part of an opaque chunk.
    """
    found, source_map = edit.span.of(document.text), document.source_map
    changed = _changed(found, edit.text)
    if changed is None:
        return ()
    (first, last), made = changed
    whole = Edit(Span(edit.span.start + first, edit.span.start + last), made)
    if source_map.verbatim(whole.span):
        return (whole,)
    plain = all(chunk.verbatim for chunk in source_map.under(whole.span))
    if plain and source_map.replaceable(whole.span):
        return (whole,)
    pieces: list[Edit] = []
    for piece in _words(edit.span.start, _WORD.findall(found), _WORD.findall(edit.text)):
        cut = _cut(document, piece)
        if cut is None:
            return None
        pieces += cut
    return tuple(pieces)


@lru_cache(maxsize=8192)
def _changed(old: str, new: str) -> tuple[tuple[int, int], str] | None:
    """Return which part of `old` becomes what in `new`, in whole words; None where they agree."""
    whole = _trim(0, _WORD.findall(old), _WORD.findall(new))
    return ((whole.span.start, whole.span.end), whole.text) if whole else None


def _trim(start: int, old: Sequence[str], new: Sequence[str]) -> Edit | None:
    """Return the replacement of `old` by `new` without what both begin and end with."""
    shared = min(len(old), len(new))
    before = next((i for i in range(shared) if old[i] != new[i]), shared)
    after = next(
        (i for i in range(shared - before) if old[-1 - i] != new[-1 - i]), shared - before
    )
    gone, made = old[before : len(old) - after], new[before : len(new) - after]
    if not gone and not made:
        return None
    at = start + _length(old[:before])
    return Edit(Span(at, at + _length(gone)), "".join(made))


def _words(start: int, old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Yield what differs, one stretch of words at a time."""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        at = start + _length(old[:a])
        yield Edit(Span(at, at + _length(old[a:b])), "".join(new[c:d]))


def _cut(document: Document, edit: Edit) -> tuple[Edit, ...] | None:
    """Return `edit` in pieces that cross no markup.

    A deletion is cut at each boundary; a replacement must lie on one side once
    the letters are left out that it begins and ends with.
    """
    source_map = document.source_map
    if source_map.replaceable(edit.span):
        return (edit,)
    if edit.text:
        letters = _trim(edit.span.start, edit.span.of(document.text), edit.text)
        whole = letters is not None and source_map.replaceable(letters.span)
        return (letters,) if letters and whole else None
    pieces = tuple(
        Edit(Span(max(chunk.text.start, edit.span.start), min(chunk.text.end, edit.span.end)), "")
        for chunk in source_map.under(edit.span)
    )
    return pieces if all(source_map.replaceable(piece.span) for piece in pieces) else None


def _length(words: Sequence[str]) -> int:
    return sum(map(len, words))
