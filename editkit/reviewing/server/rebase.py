"""Rebase of decisions onto changed files."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from editkit.core.result import FileResult
from editkit.reviewing.page.model import Item, sources
from editkit.reviewing.page.page_data import edits_json
from editkit.text.diff import Change, word_diff

JsonObject = dict[str, Any]
"""A file, decision or edit in a decisions document."""
_Match = tuple[int, int, int]
"""A range that both texts contain: its start in the old and the new text, and its length."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MAX_WORD_DIFF_LENGTH = 20_000
"""Changed passages longer than this, in code points, are not compared word by word."""


class PositionMap:
    """Maps positions in unchanged ranges of an old text to a new text."""

    def __init__(self, old: str, new: str) -> None:
        self._matches = tuple(_merge_adjacent(_matching_ranges(old, new)))
        self._starts = [start for start, _, _ in self._matches]

    def map_start(self, start: int, end: int) -> int | None:
        """Return the new start of the range from `start` to `end`, or None if it has changed."""
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return None
        old, new, size = self._matches[index]
        return new + start - old if end <= old + size else None


class Rebaser:
    """Moves decisions from the results before a change of files to those after it."""

    def __init__(self, old: Sequence[FileResult], new: Sequence[FileResult]) -> None:
        self._old = {result.uri: result for result in old}
        self._new = {result.uri: result for result in new}
        self._old_items = {(path, item.id): item for path, item in _items(old)}
        self._new_items = {
            (path, item.placed.issue.rule, item.placed.location.span.start): item
            for path, item in _items(new)
        }

    def old_sha256(self, path: str) -> str | None:
        """Return the SHA-256 of a file before the change."""
        old = self._old.get(path)
        return old.sha256 if old else None

    def rebase(self, file: JsonObject) -> JsonObject:
        """Return the decisions about a file that still apply, at their new positions.

        A decision about an issue applies if the issue is still found at the same words; a
        rewrite without an issue, if its words are unchanged. Decisions about a file that
        can no longer be read are returned unchanged.
        """
        old, new = self._old.get(file["path"]), self._new.get(file["path"])
        if old is None or new is None or new.package is None or new.sha256 == file["sha256"]:
            return file
        positions = PositionMap(_raw(old), _raw(new))
        rebased = (
            self._rebase_entry(file["path"], entry, positions) for entry in file["decisions"]
        )
        return {**file, "sha256": new.sha256, "decisions": [each for each in rebased if each]}

    def _rebase_entry(
        self, path: str, entry: JsonObject, positions: PositionMap
    ) -> JsonObject | None:
        edits = _map_edits(entry["edits"], positions)
        if edits is None:
            return None
        if entry["rule"] is None:
            [edit, *_] = [*edits, None]
            is_rewrite = entry["edit"].startswith("own-") and edit
            edit_id = (
                f"own-{edit['start']}-{edit['end']}" if is_rewrite and edit else entry["edit"]
            )
            return {**entry, "edit": edit_id, "edits": edits}
        item = self._new_item(path, entry["edit"], positions)
        if item is None:
            return None
        fingerprint = item.placed.issue.fingerprint
        return {**entry, "edit": item.id, "fingerprint": fingerprint, "edits": edits}

    def _new_item(self, path: str, edit_id: str, positions: PositionMap) -> Item | None:
        item = self._old_items.get((path, edit_id))
        if item is None:
            return None
        span = item.placed.location.span
        start = positions.map_start(span.start, span.end)
        return (
            None if start is None else self._new_items.get((path, item.placed.issue.rule, start))
        )


def rematch(
    path: str, entries: Iterable[JsonObject], results: Sequence[FileResult]
) -> Iterator[JsonObject]:
    """Yield the decisions about a changed file whose fingerprint and edits are found again.

    Used if the earlier text of the file is not available. Rewrites are dropped: without
    that text, their position is unknown.
    """
    items = {item.id: item for uri, item in _items(results) if uri == path}
    raw = next((_raw(result) for result in results if result.uri == path), "")
    for entry in entries:
        item = items.get(entry["edit"])
        if item is None or item.placed.issue.fingerprint != entry["fingerprint"]:
            continue
        expected = [(edit["before"], edit["replacement"]) for edit in entry["edits"]]
        if not expected and not item.choices:
            yield entry
        for choice in item.choices:
            edits = edits_json(raw, choice.splices)
            if expected == [(edit["before"], edit["replacement"]) for edit in edits]:
                yield {**entry, "edits": edits}
                break


def _map_edits(
    edits: Iterable[Mapping[str, Any]], positions: PositionMap
) -> list[JsonObject] | None:
    mapped: list[JsonObject] = []
    for edit in edits:
        start = positions.map_start(edit["start"], edit["end"])
        if start is None:
            return None
        mapped.append({**edit, "start": start, "end": start + edit["end"] - edit["start"]})
    return mapped


def _items(results: Sequence[FileResult]) -> Iterator[tuple[str, Item]]:
    for source in sources(results):
        for item in source.items:
            yield source.file.uri, item


def _raw(result: FileResult | None) -> str:
    return result.documents[0].document.raw if result and result.documents else ""


def _matching_ranges(old: str, new: str) -> Iterator[_Match]:
    """Yield the ranges that two texts share: whole lines, and words of changed lines."""
    old_lines, new_lines = _LINE.findall(old), _LINE.findall(new)
    old_starts, new_starts = _line_starts(old_lines), _line_starts(new_lines)
    matcher = SequenceMatcher(None, old_lines, new_lines, autojunk=False)
    for tag, first, last, other, end in matcher.get_opcodes():
        old_start, new_start = old_starts[first], new_starts[other]
        if tag == "equal":
            yield old_start, new_start, old_starts[last] - old_start
        elif tag == "replace":
            old_part, new_part = (
                old[old_start : old_starts[last]],
                new[new_start : new_starts[end]],
            )
            if max(len(old_part), len(new_part)) <= _MAX_WORD_DIFF_LENGTH:
                yield from _matching_words(old_part, new_part, old_start, new_start)


def _matching_words(old: str, new: str, old_start: int, new_start: int) -> Iterator[_Match]:
    for change, text in word_diff(old, new):
        if change is Change.KEPT:
            yield old_start, new_start, len(text)
        old_start += len(text) if change is not Change.INSERTED else 0
        new_start += len(text) if change is not Change.DELETED else 0


def _line_starts(lines: Iterable[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _merge_adjacent(matches: Iterable[_Match]) -> Iterator[_Match]:
    """Merge matches that are adjacent in both texts."""
    last: _Match | None = None
    for old, new, size in matches:
        if last and (last[0] + last[2], last[1] + last[2]) == (old, new):
            last = (last[0], last[1], last[2] + size)
            continue
        if last:
            yield last
        last = (old, new, size)
    if last:
        yield last
