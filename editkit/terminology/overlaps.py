"""Selection of occurrences that do not overlap: the longest of each group."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from editkit.core.span import Span
from editkit.terminology.classify import Occurrence

_start = attrgetter("start")


def without_overlaps(occurrences: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Yield the longest occurrences in order of position.

    A guess that partially overlaps a certain occurrence is dropped. The time grows with the
    number of occurrences, however many overlap in a chain (decision 083).
    """
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


def _longest(group: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the occurrences to keep of an overlapping group, in order."""
    kept: list[Occurrence] = []
    spans: list[Span] = []  # of `kept`, which do not overlap
    certain = _CertainSpans(group)
    for occurrence in sorted(group, key=lambda o: (-len(o.span), o.kind, o.span.start)):
        at = bisect_left(spans, occurrence.span.end, key=_start)
        is_separate = at == 0 or not occurrence.span.overlaps(spans[at - 1])
        if is_separate and (occurrence.kind.is_certain or not certain.cut(occurrence.span)):
            kept.append(occurrence)
            insort(spans, occurrence.span, key=_start)
    return sorted(kept, key=_position)


class _CertainSpans:
    """The spans of the certain occurrences of a group, indexed for queries."""

    def __init__(self, group: Iterable[Occurrence]) -> None:
        self._by_start: dict[int, int] = {}  # the end of the longest at each start
        self._by_end: dict[int, int] = {}  # the start of the longest at each end
        for span in (each.span for each in group if each.kind.is_certain):
            self._by_start[span.start] = max(span.end, self._by_start.get(span.start, 0))
            self._by_end[span.end] = min(span.start, self._by_end.get(span.end, span.start))
        self._starts = sorted(self._by_start)
        self._ends = sorted(self._by_end)

    def cut(self, span: Span) -> bool:
        """Return whether one of the spans overlaps `span` and neither covers the other."""
        starts = _between(self._starts, span)
        ends = _between(self._ends, span)
        return any(self._by_start[start] > span.end for start in starts) or any(
            self._by_end[end] < span.start for end in ends
        )


def _between(offsets: Sequence[int], span: Span) -> Sequence[int]:
    """Return the sorted `offsets` that are inside `span` and not at its ends."""
    return offsets[bisect_right(offsets, span.start) : bisect_left(offsets, span.end)]
