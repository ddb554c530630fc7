"""Rebase of decisions onto changed files."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import FileResult
from editkit.core.span import RawSpan
from editkit.reviewing.decisions import (
    DecidedEdit,
    Decision,
    Decisions,
    DocumentKey,
    FileDecisions,
)
from editkit.reviewing.page.model import Item, Source, decided_edits, sources
from editkit.text.diff import Change, word_diff

_Match = tuple[int, int, int]
"""A range that both texts contain: its start in the old and the new text, and its length."""
_LINE = lazy_pattern(r"[^\n]*\n|[^\n]+")
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
        self._old, self._new = (_sources_by_key(results) for results in (old, new))
        self._old_hashes = {result.uri: result.sha256 for result in old}
        self._new_hashes = {result.uri: result.sha256 for result in new if result.package}
        self._old_items = {
            (key, item.id): item for key, source in self._old.items() for item in source.items
        }
        self._new_items = {
            (key, item.placed.issue.rule, item.placed.location.span.start): item
            for key, source in self._new.items()
            for item in source.items
        }
        self._positions: dict[DocumentKey, PositionMap] = {}

    def old_sha256(self, path: str) -> str | None:
        """Return the SHA-256 of a file before the change."""
        return self._old_hashes.get(path)

    def rebase_all(self, decisions: Decisions) -> Decisions:
        """Return decisions with those about each document rebased."""
        return replace(decisions, files=tuple(map(self.rebase, decisions.files)))

    def rebase(self, file: FileDecisions) -> FileDecisions:
        """Return the decisions about a document that still apply, at their new positions.

        A decision about an issue applies if the issue is still found at the same words; a
        rewrite without an issue, if its words are unchanged. If the file could not be read
        before the change, `rematch` finds them. Decisions about a part that no longer exists
        are dropped; those about a file that can no longer be read are returned unchanged.
        """
        sha256 = self._new_hashes.get(file.path)
        if file.path not in self._old_hashes or sha256 is None or sha256 == file.sha256:
            return file
        new = self._new.get(file.key)
        if new is not None and file.key not in self._old:
            return replace(file, sha256=sha256, decisions=tuple(rematch(file.decisions, new)))
        rebased = (self.rebase_decision(file.key, decision) for decision in file.decisions)
        return replace(file, sha256=sha256, decisions=tuple(each for each in rebased if each))

    def rebase_decision(self, key: DocumentKey, decision: Decision) -> Decision | None:
        """Return a decision about a changed document, or None if it no longer applies."""
        positions = self._position_map(key)
        edits = _map_edits(decision.edits, positions) if positions else None
        if positions is None or edits is None:
            return None
        if decision.rule is None:
            is_rewrite = decision.edit_id.startswith("own-") and edits
            edit_id = _rewrite_id(edits[0].span) if is_rewrite else decision.edit_id
            return replace(decision, edit_id=edit_id, edits=edits)
        item = self._new_item(key, decision.edit_id, positions)
        if item is None:
            return None
        fingerprint = item.placed.issue.fingerprint
        return replace(decision, edit_id=item.id, fingerprint=fingerprint, edits=edits)

    def _position_map(self, key: DocumentKey) -> PositionMap | None:
        """Return the map from the old to the new source, or None if one of them is missing."""
        if key not in self._positions:
            old, new = self._old.get(key), self._new.get(key)
            if old is None or new is None:
                return None
            self._positions[key] = PositionMap(old.raw, new.raw)
        return self._positions[key]

    def _new_item(self, key: DocumentKey, edit_id: str, positions: PositionMap) -> Item | None:
        item = self._old_items.get((key, edit_id))
        if item is None:
            return None
        span = item.placed.location.span
        start = positions.map_start(span.start, span.end)
        return None if start is None else self._new_items.get((key, item.placed.issue.rule, start))


def rematch(decisions: Iterable[Decision], source: Source) -> Iterator[Decision]:
    """Yield the decisions about a changed document whose fingerprint and edits are found again.

    Used if the earlier text of the document is not available. Rewrites are dropped:
    without that text, their position is unknown.
    """
    items = {item.id: item for item in source.items}
    for decision in decisions:
        item = items.get(decision.edit_id)
        if item is None or item.placed.issue.fingerprint != decision.fingerprint:
            continue
        expected = [(edit.before, edit.replacement) for edit in decision.edits]
        if not expected and not item.choices:
            yield decision
        for choice in item.choices:
            edits = decided_edits(source.raw, choice)
            if expected == [(edit.before, edit.replacement) for edit in edits]:
                yield replace(decision, edits=edits)
                break


def _map_edits(
    edits: Iterable[DecidedEdit], positions: PositionMap
) -> tuple[DecidedEdit, ...] | None:
    mapped: list[DecidedEdit] = []
    for edit in edits:
        start = positions.map_start(edit.span.start, edit.span.end)
        if start is None:
            return None
        span = RawSpan(start, start + edit.span.end - edit.span.start)
        mapped.append(replace(edit, span=span))
    return tuple(mapped)


def _rewrite_id(span: RawSpan) -> str:
    """Return the id of a rewrite without an issue, as the page composes it."""
    return f"own-{span.start}-{span.end}"


def _sources_by_key(results: Sequence[FileResult]) -> dict[DocumentKey, Source]:
    return {source.key: source for source in sources(results)}


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
