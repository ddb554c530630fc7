"""Edits that could change the markup next to them: hard breaks, emphasis marks, table bars."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from editkit.core.document import Document
from editkit.core.fix import Edit, Splice
from editkit.core.lazy_pattern import lazy_pattern

_GAP = lazy_pattern(r"(\s+)")
_MARKS = frozenset("*_")
_DELIMITER_ROW = lazy_pattern(r"[ \t>]*[|:-][|: \t-]*")


def keep_hard_breaks(document: Document, edit: Edit) -> Edit:
    """Return `edit` with the hard line breaks of the text that it replaces.

    A space that would take the place of a break becomes the break, if the texts have as many gaps
    between words.
    """
    breaks = frozenset(_hard_breaks(document, edit))
    if not breaks:
        return edit
    old, new = _GAP.split(edit.span.of(document.text)), _GAP.split(edit.text)
    if len(old) != len(new):
        return edit
    at = edit.span.start
    for number, piece in enumerate(old):
        if number % 2 and not breaks.isdisjoint(range(at, at + len(piece))):
            new[number] = piece
        at += len(piece)
    return replace(edit, text="".join(new))


def removes_hard_break(document: Document, edit: Edit) -> bool:
    """Return whether `edit` replaces a hard line break, such as a backslash at a line end."""
    return any(True for _ in _hard_breaks(document, edit))


def _hard_breaks(document: Document, edit: Edit) -> Iterator[int]:
    """Yield the offsets of the hard line breaks in the text that `edit` replaces."""
    if "\n" not in edit.span.of(document.text):
        return
    for chunk in document.source_map.chunks_at(edit.span):
        is_break = not chunk.verbatim and chunk.text.of(document.text) == "\n"
        if is_break and document.raw[chunk.raw.start] not in "\r\n":
            yield chunk.text.start


def changes_markup_nearby(raw: str, splice: Splice) -> bool:
    """Return whether `splice` could change the meaning of marks or bars next to it.

    The parser of the format does not see all of these changes.
    """
    return _changes_emphasis(raw, splice) or _changes_table(raw, splice)


def _changes_emphasis(raw: str, splice: Splice) -> bool:
    """Return whether a run of `*` or `_` next to `splice` can open or close what it could not."""
    start, end = splice.span.start, splice.span.end
    before, after = raw[start - 1 : start], raw[end : end + 1]
    if before in _MARKS:
        first = _run_start(raw, start, before)
        previous = raw[first - 1 : first]
        old, new = (previous, raw[start : start + 1]), (previous, splice.text[:1] or after)
        if previous != "\\" and (new[1] in _MARKS or _changes_role(_roles(*old), _roles(*new))):
            return True
    if after in _MARKS:
        last = _run_end(raw, end, after)
        following = raw[last : last + 1]
        old, new = (raw[end - 1 : end], following), (splice.text[-1:] or before, following)
        return new[0] in _MARKS or _changes_role(_roles(*old), _roles(*new))
    return False


def _changes_role(old: frozenset[str], new: frozenset[str]) -> bool:
    """Return whether a run of marks has a role, and none of those that it had.

    If it keeps one of several, parsing shows whether it is the one that counts.
    """
    return old != new and not old & new


def _run_start(raw: str, end: int, mark: str) -> int:
    while end and raw[end - 1] == mark:
        end -= 1
    return end


def _run_end(raw: str, start: int, mark: str) -> int:
    while raw[start : start + 1] == mark:
        start += 1
    return start


def _roles(before: str, after: str) -> frozenset[str]:
    """Return the roles of a run of marks between two characters: left- and right-flanking."""
    blank_before, punctuation_before = _class(before)
    blank_after, punctuation_after = _class(after)
    roles: set[str] = set()
    if not blank_after and (not punctuation_after or blank_before or punctuation_before):
        roles.add("left")
    if not blank_before and (not punctuation_before or blank_after or punctuation_after):
        roles.add("right")
    return frozenset(roles)


def _class(char: str) -> tuple[bool, bool]:
    """Return whether a character is white space, and whether it is punctuation or a symbol."""
    if not char or char.isspace():
        return True, False
    return False, unicodedata.category(char)[0] in "PS"


def _changes_table(raw: str, splice: Splice) -> bool:
    """Return whether bars change in a line that can be the first one of a table."""
    if splice.span.of(raw).count("|") == splice.text.count("|"):
        return False
    start = max(raw.rfind("\n", 0, splice.span.start), raw.rfind("\r", 0, splice.span.start)) + 1
    end = _line_end(raw, splice.span.end)
    next_start = end + (2 if raw.startswith("\r\n", end) else 1)
    lines = (raw[start:end], raw[next_start : _line_end(raw, next_start)])
    return any("-" in line and _DELIMITER_ROW.fullmatch(line) for line in lines)


def _line_end(raw: str, at: int) -> int:
    """Return the end of the line at `at`."""
    ends = (found for end in "\r\n" if (found := raw.find(end, at)) >= 0)
    return min(ends, default=len(raw))
