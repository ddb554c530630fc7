"""Takes decisions along when the files they are about become others."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from editkit.core.result import FileResult
from editkit.reviewing.page.facts import edits_of
from editkit.reviewing.page.model import Item, sources
from editkit.text.diff import Change, word_diff

Entry = dict[str, Any]
"""What a decisions document says of one edit."""
_Kept = tuple[int, int, int]
"""A stretch that both texts have: where it begins in the old and in the new one, and how long."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LONG = 20_000
"""Of lines that differ in more code points than this, nothing counts as the same."""


class Moved:
    """Tells where in a new text stands what stands unchanged in the old one."""

    def __init__(self, old: str, new: str) -> None:
        self._kept = tuple(_joined(_kept(old, new)))
        self._starts = [start for start, _, _ in self._kept]

    def at(self, start: int, end: int) -> int | None:
        """Return where the stretch from `start` to `end` begins now; None where it has changed."""
        number = bisect_right(self._starts, start) - 1
        if number < 0:
            return None
        old, new, size = self._kept[number]
        return new + start - old if end <= old + size else None


class Carrier:
    """Knows the issues of two looks at the same files, before and after they changed."""

    def __init__(self, old: Sequence[FileResult], new: Sequence[FileResult]) -> None:
        self._old = {result.uri: result for result in old}
        self._new = {result.uri: result for result in new}
        self._before = {(path, item.id): item for path, item in _items(old)}
        self._after = {
            (path, item.placed.issue.rule, item.placed.place.span.start): item
            for path, item in _items(new)
        }

    def before(self, path: str) -> str | None:
        """Return the SHA-256 that a file had before."""
        old = self._old.get(path)
        return old.sha256 if old else None

    def carried(self, file: Entry) -> Entry:
        """Return the decisions about a file that hold for it as it is now, in their new places.

        A decision about an issue holds if that is still found at the same words;
        one about no issue, if its words still stand. Of a file that cannot be read
        any more all are kept as they are.
        """
        old, new = self._old.get(file["path"]), self._new.get(file["path"])
        if old is None or new is None or new.package is None or new.sha256 == file["sha256"]:
            return file
        moved = Moved(_raw(old), _raw(new))
        held = (self._held(file["path"], entry, moved) for entry in file["decisions"])
        return {**file, "sha256": new.sha256, "decisions": [each for each in held if each]}

    def _held(self, path: str, entry: Entry, moved: Moved) -> Entry | None:
        edits = _moved(entry["edits"], moved)
        if edits is None:
            return None
        if entry["rule"] is None:
            [edit, *_] = [*edits, None]
            own = entry["edit"].startswith("own-") and edit
            name = f"own-{edit['start']}-{edit['end']}" if own and edit else entry["edit"]
            return {**entry, "edit": name, "edits": edits}
        now = self._now(path, entry["edit"], moved)
        if now is None:
            return None
        fingerprint = now.placed.issue.fingerprint
        return {**entry, "edit": now.id, "fingerprint": fingerprint, "edits": edits}

    def _now(self, path: str, edit: str, moved: Moved) -> Item | None:
        item = self._before.get((path, edit))
        if item is None:
            return None
        span = item.placed.place.span
        start = moved.at(span.start, span.end)
        return None if start is None else self._after.get((path, item.placed.issue.rule, start))


def refound(path: str, entries: Iterable[Entry], results: Sequence[FileResult]) -> Iterator[Entry]:
    """Yield the decisions about proposals that a file still has, though nobody knows how it was.

    What was written by hand is not among them: there is nothing to know its place by.
    """
    now = {item.id: item for uri, item in _items(results) if uri == path}
    raw = next((_raw(result) for result in results if result.uri == path), "")
    for entry in entries:
        item = now.get(entry["edit"])
        if item is None or item.placed.issue.fingerprint != entry["fingerprint"]:
            continue
        wanted = [(edit["before"], edit["replacement"]) for edit in entry["edits"]]
        if not wanted and not item.choices:
            yield entry
        for choice in item.choices:
            edits = edits_of(raw, choice.splices)
            if wanted == [(edit["before"], edit["replacement"]) for edit in edits]:
                yield {**entry, "edits": edits}
                break


def _moved(edits: Iterable[Mapping[str, Any]], moved: Moved) -> list[Entry] | None:
    made: list[Entry] = []
    for edit in edits:
        start = moved.at(edit["start"], edit["end"])
        if start is None:
            return None
        made.append({**edit, "start": start, "end": start + edit["end"] - edit["start"]})
    return made


def _items(results: Sequence[FileResult]) -> Iterator[tuple[str, Item]]:
    for source in sources(results):
        for item in source.items:
            yield source.file.uri, item


def _raw(result: FileResult | None) -> str:
    return result.documents[0].document.raw if result and result.documents else ""


def _kept(old: str, new: str) -> Iterator[_Kept]:
    """Yield what two texts share: whole lines, and words of the lines that differ."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    at_old, at_new = _starts(before), _starts(after)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, other, end in matcher.get_opcodes():
        start, begin = at_old[first], at_new[other]
        if tag == "equal":
            yield start, begin, at_old[last] - start
        elif tag == "replace":
            a, b = old[start : at_old[last]], new[begin : at_new[end]]
            if max(len(a), len(b)) <= _LONG:
                yield from _words(a, b, start, begin)


def _words(old: str, new: str, start: int, begin: int) -> Iterator[_Kept]:
    for change, text in word_diff(old, new):
        if change is Change.KEPT:
            yield start, begin, len(text)
        start += len(text) if change is not Change.INSERTED else 0
        begin += len(text) if change is not Change.DELETED else 0


def _starts(lines: Iterable[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _joined(kept: Iterable[_Kept]) -> Iterator[_Kept]:
    """Make stretches that touch on both sides one."""
    last: _Kept | None = None
    for old, new, size in kept:
        if last and (last[0] + last[2], last[1] + last[2]) == (old, new):
            last = (last[0], last[1], last[2] + size)
            continue
        if last:
            yield last
        last = (old, new, size)
    if last:
        yield last
