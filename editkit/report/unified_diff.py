"""Unified diffs computed from edits, for `git apply` and `patch`."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editkit.core.fix import Splice
from editkit.core.lazy_pattern import lazy_pattern

_CONTEXT = 3
_NO_NEWLINE = "\\ No newline at end of file\n"
_QUOTED_CHARACTERS = lazy_pattern('[\0-\x1f"\\\\\x7f\ud800-\udfff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class _Change:
    """A range of lines of the old text, counted from 0, and their replacement."""

    start: int
    end: int
    lines: tuple[str, ...]


def unified_diff(path: str, raw: str, splices: Sequence[Splice], *, bom: str = "") -> str:
    r"""Return the diff that applies `splices` to `raw`, for `git apply` and `patch -p1`.

    Returns an empty string if nothing changes. `splices` must not overlap; `bom` is the
    byte order mark before `raw` in the file, if any. Lines end with `\n` only, so the diff
    must be written without newline translation.
    """
    lines = _split_lines(bom + raw)
    changes = tuple(_changes(bom + raw, lines, splices, len(bom)))
    if not changes:
        return ""
    pieces = [file_header(path)]
    shift = 0
    for hunk in _hunks(changes):
        pieces += _hunk(lines, hunk, shift)
        shift += sum(len(change.lines) - change.end + change.start for change in hunk)
    return "".join(pieces)


def file_header(path: str) -> str:
    """Return the two header lines of a diff with the file name, as git writes them."""
    return f"--- {_quote_path('a/', path)}\n+++ {_quote_path('b/', path)}\n"


def _changes(
    text: str, lines: Sequence[str], splices: Iterable[Splice], offset: int
) -> Iterator[_Change]:
    """Yield the changed lines in order; splices that share a line form one change."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    if lines and not lines[-1].endswith("\n"):
        starts[-1] += 1  # an insertion at the end of an unterminated line belongs to that line
    pending: list[Splice] = []
    last = -1
    for splice in sorted(splices, key=lambda splice: splice.span):
        first = _line_index(starts, splice.span.start + offset)
        if pending and first > last:
            yield from _change(text, lines, starts, pending, offset)
            pending = []
        pending.append(splice)
        last = _line_index(starts, splice.span.end + offset)
    if pending:
        yield from _change(text, lines, starts, pending, offset)


def _change(
    text: str, lines: Sequence[str], starts: Sequence[int], splices: Sequence[Splice], offset: int
) -> Iterator[_Change]:
    """Yield the change of splices that share lines, without unchanged lines at its ends."""
    first = _line_index(starts, splices[0].span.start + offset)
    end = min(_line_index(starts, splices[-1].span.end + offset) + 1, len(lines))
    pieces: list[str] = []
    position = starts[first]
    for splice in splices:
        pieces += (text[position : splice.span.start + offset], splice.text)
        position = splice.span.end + offset
    pieces.append(text[position : starts[end]])
    new_lines = _split_lines("".join(pieces))
    same = 0
    while first + same < end and new_lines[same : same + 1] == [lines[first + same]]:
        same += 1
    while end > first + same and len(new_lines) > same and new_lines[-1] == lines[end - 1]:
        del new_lines[-1]
        end -= 1
    if first + same < end or new_lines[same:]:
        yield _Change(first + same, end, tuple(new_lines[same:]))


def _hunks(changes: Iterable[_Change]) -> Iterator[tuple[_Change, ...]]:
    """Yield groups of changes whose context lines touch or overlap."""
    group: list[_Change] = []
    for change in changes:
        if group and change.start - group[-1].end > 2 * _CONTEXT:
            yield tuple(group)
            group = []
        group.append(change)
    yield tuple(group)


def _hunk(lines: Sequence[str], changes: Sequence[_Change], shift: int) -> Iterator[str]:
    """Yield the lines of a hunk; `shift` is the number of lines added before it."""
    start = max(changes[0].start - _CONTEXT, 0)
    end = min(changes[-1].end + _CONTEXT, len(lines))
    growth = sum(len(change.lines) - change.end + change.start for change in changes)
    old, new = _range(start, end - start), _range(start + shift, end - start + growth)
    yield f"@@ -{old} +{new} @@\n"
    line = start
    for change in changes:
        yield from _prefix_lines(" ", lines[line : change.start])
        yield from _prefix_lines("-", lines[change.start : change.end])
        yield from _prefix_lines("+", change.lines)
        line = change.end
    yield from _prefix_lines(" ", lines[line:end])


def _prefix_lines(sign: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n{_NO_NEWLINE}"


def _range(start: int, count: int) -> str:
    """Return the range of a hunk; an empty range names the line before it."""
    if count == 1:
        return str(start + 1)
    return f"{start + 1 if count else start},{count}"


def _split_lines(text: str) -> list[str]:
    r"""Return the lines of `text` with their line ends; only `\n` ends a line."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


def _line_index(starts: Sequence[int], position: int) -> int:
    """Return the line number of an offset, counted from 0."""
    return bisect_right(starts, position) - 1


def _quote_path(side: str, path: str) -> str:
    """Return a file name as git writes it in a diff."""
    name = side + path.removeprefix("./").lstrip("/")
    if _QUOTED_CHARACTERS.search(name):
        return f'"{_QUOTED_CHARACTERS.sub(_escape, name)}"'
    return f"{name}\t" if " " in name else name


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    octal = (f"\\{byte:03o}" for byte in char.encode(errors="surrogateescape"))
    return _ESCAPES.get(char) or "".join(octal)
