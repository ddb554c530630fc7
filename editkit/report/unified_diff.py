"""Unified diffs, made from the edits themselves."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editkit.core.fix import Splice

_CONTEXT = 3
_NO_NEWLINE = "\\ No newline at end of file\n"
_QUOTED = re.compile('[\0-\x1f"\\\\\x7f\ud800-\udfff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines of the old text, counted from 0, and what stands in their place."""

    start: int
    end: int
    lines: tuple[str, ...]


def unified_diff(path: str, raw: str, splices: Sequence[Splice], *, bom: str = "") -> str:
    r"""Return the diff of `raw` and what `splices` make of it, for `git apply` and `patch -p1`.

    Empty where nothing changes. `splices` do not overlap; `bom` is the mark
    that stands before `raw` in the file, if one does. A line ends with `\n` and
    nothing else: to be written without translation of line ends.
    """
    lines = _split(bom + raw)
    changes = tuple(_changes(bom + raw, lines, splices, len(bom)))
    if not changes:
        return ""
    pieces = [names(path)]
    shift = 0
    for hunk in _hunks(changes):
        pieces += _hunk(lines, hunk, shift)
        shift += sum(len(change.lines) - change.end + change.start for change in hunk)
    return "".join(pieces)


def names(path: str) -> str:
    """Return the two lines of a diff that name the file, as git writes them."""
    return f"--- {_quoted('a/', path)}\n+++ {_quoted('b/', path)}\n"


def _changes(
    text: str, lines: Sequence[str], splices: Iterable[Splice], shift: int
) -> Iterator[_Change]:
    """Yield the changed lines, in order, those of one stretch together."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    if lines and not lines[-1].endswith("\n"):
        starts[-1] += 1  # what is inserted at the end of an open line is part of it
    pending: list[Splice] = []
    last = -1
    for splice in sorted(splices, key=lambda splice: splice.span):
        first = _line(starts, splice.span.start + shift)
        if pending and first > last:
            yield from _change(text, lines, starts, pending, shift)
            pending = []
        pending.append(splice)
        last = _line(starts, splice.span.end + shift)
    if pending:
        yield from _change(text, lines, starts, pending, shift)


def _change(
    text: str, lines: Sequence[str], starts: Sequence[int], splices: Sequence[Splice], shift: int
) -> Iterator[_Change]:
    """Yield what splices change that share lines, without lines that stay as they are."""
    first = _line(starts, splices[0].span.start + shift)
    end = min(_line(starts, splices[-1].span.end + shift) + 1, len(lines))
    pieces: list[str] = []
    at = starts[first]
    for splice in splices:
        pieces += (text[at : splice.span.start + shift], splice.text)
        at = splice.span.end + shift
    pieces.append(text[at : starts[end]])
    made = _split("".join(pieces))
    before = 0
    while first + before < end and made[before : before + 1] == [lines[first + before]]:
        before += 1
    while end > first + before and len(made) > before and made[-1] == lines[end - 1]:
        del made[-1]
        end -= 1
    if first + before < end or made[before:]:
        yield _Change(first + before, end, tuple(made[before:]))


def _hunks(changes: Iterable[_Change]) -> Iterator[tuple[_Change, ...]]:
    """Yield changes whose context would touch together."""
    near: list[_Change] = []
    for change in changes:
        if near and change.start - near[-1].end > 2 * _CONTEXT:
            yield tuple(near)
            near = []
        near.append(change)
    yield tuple(near)


def _hunk(lines: Sequence[str], changes: Sequence[_Change], shift: int) -> Iterator[str]:
    """Yield the lines of a hunk; `shift` is by how many lines the text before has grown."""
    start = max(changes[0].start - _CONTEXT, 0)
    end = min(changes[-1].end + _CONTEXT, len(lines))
    grown = sum(len(change.lines) - change.end + change.start for change in changes)
    old, new = _range(start, end - start), _range(start + shift, end - start + grown)
    yield f"@@ -{old} +{new} @@\n"
    at = start
    for change in changes:
        yield from _marked(" ", lines[at : change.start])
        yield from _marked("-", lines[change.start : change.end])
        yield from _marked("+", change.lines)
        at = change.end
    yield from _marked(" ", lines[at:end])


def _marked(sign: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n{_NO_NEWLINE}"


def _range(start: int, count: int) -> str:
    """Return a hunk's range; an empty one names the line before it."""
    if count == 1:
        return str(start + 1)
    return f"{start + 1 if count else start},{count}"


def _split(text: str) -> list[str]:
    r"""Return the lines of `text` with their `\n`; nothing else ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


def _line(starts: Sequence[int], at: int) -> int:
    """Return the line of a position, counted from 0."""
    return bisect_right(starts, at) - 1


def _quoted(side: str, path: str) -> str:
    """Return a file name as git writes it in a diff."""
    name = side + path.removeprefix("./").lstrip("/")
    if _QUOTED.search(name):
        return f'"{_QUOTED.sub(_escape, name)}"'
    return f"{name}\t" if " " in name else name


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    octal = (f"\\{byte:03o}" for byte in char.encode(errors="surrogateescape"))
    return _ESCAPES.get(char) or "".join(octal)
