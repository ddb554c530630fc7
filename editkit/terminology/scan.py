"""Scan of a document for the occurrences of glossary terms."""

from collections.abc import Iterable, Iterator

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.terminology.classify import Occurrence, classify
from editkit.terminology.matcher import TermMatcher


class TermScan:
    """Finds the occurrences of glossary terms; shared by the checks of the term family."""

    def __init__(self, setup: Setup, *, exact_only: bool = False) -> None:
        self._matcher = TermMatcher(setup, exact_only=exact_only)
        self._last: tuple[Document, tuple[Occurrence, ...]] | None = None

    def find(self, document: Document) -> tuple[Occurrence, ...]:
        """Return the occurrences in order of position, without overlaps.

        The longest occurrence wins, so that a correct longer term rules out matches inside
        it. The result for the last document is cached.
        """
        last = self._last
        if last is None or last[0] is not document:
            classified = (classify(found, document) for found in self._matcher.find(document))
            last = self._last = (document, tuple(_without_overlaps(filter(None, classified))))
        return last[1]


class PackScan(TermScan):
    """Finds the occurrences of pack entries, as listed or inflected."""

    def __init__(self, setup: Setup) -> None:
        super().__init__(Setup(setup.packs, setup.lang), exact_only=True)


def _without_overlaps(occurrences: Iterable[Occurrence]) -> Iterator[Occurrence]:
    group: list[Occurrence] = []
    end = 0
    for occurrence in sorted(occurrences, key=_position):
        if group and occurrence.span.start >= end:
            yield from _longest(group) if len(group) > 1 else group
            group = []
        group.append(occurrence)
        end = max(end, occurrence.span.end) if len(group) > 1 else occurrence.span.end
    yield from _longest(group)


def _position(occurrence: Occurrence) -> tuple[int, int]:
    return occurrence.span.start, occurrence.span.end


def _longest(group: list[Occurrence]) -> list[Occurrence]:
    """Return the occurrences to keep of an overlapping group, in order.

    A guess that partially overlaps a certain occurrence is dropped.
    """
    kept: list[Occurrence] = []
    for occurrence in sorted(group, key=lambda o: (-len(o.span), o.kind, o.span.start)):
        is_separate = not any(occurrence.span.overlaps(other.span) for other in kept)
        if is_separate and (
            occurrence.kind.is_certain or not _overlaps_partially(occurrence, group)
        ):
            kept.append(occurrence)
    return sorted(kept, key=_position)


def _overlaps_partially(occurrence: Occurrence, group: list[Occurrence]) -> bool:
    return any(
        occurrence.span.overlaps(other.span)
        and not occurrence.span.covers(other.span)
        and not other.span.covers(occurrence.span)
        for other in group
        if other.kind.is_certain
    )
