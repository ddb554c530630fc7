"""What stands in a text for the terms of a glossary, right and wrong, each place once."""

from collections.abc import Iterable, Iterator

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.terminology.classify import Occurrence, judge
from editkit.terminology.matcher import TermMatcher


class TermScan:
    """The occurrences of a glossary's terms; the checks of the term family share one."""

    def __init__(self, setup: Setup, *, listed: bool = False) -> None:
        self._matcher = TermMatcher(setup, listed=listed)
        self._last: tuple[Document, tuple[Occurrence, ...]] | None = None

    def find(self, document: Document) -> tuple[Occurrence, ...]:
        """Return the occurrences in order of position; none overlaps another.

        The longest wins, so that a correct longer term shields what is inside
        it. The result of the last document is kept, for the next check to read.
        """
        last = self._last
        if last is None or last[0] is not document:
            read = (judge(found, document) for found in self._matcher.find(document))
            last = self._last = (document, tuple(_apart(filter(None, read))))
        return last[1]


class PackScan(TermScan):
    """The occurrences of what packs list, as it is listed or inflected."""

    def __init__(self, setup: Setup) -> None:
        super().__init__(Setup(setup.packs, setup.lang), listed=True)


def _apart(read: Iterable[Occurrence]) -> Iterator[Occurrence]:
    group: list[Occurrence] = []
    end = 0
    for one in sorted(read, key=_place):
        if group and one.span.start >= end:
            yield from _longest(group) if len(group) > 1 else group
            group = []
        group.append(one)
        end = max(end, one.span.end) if len(group) > 1 else one.span.end
    yield from _longest(group)


def _place(one: Occurrence) -> tuple[int, int]:
    return one.span.start, one.span.end


def _longest(group: list[Occurrence]) -> list[Occurrence]:
    """Return those of a few overlapping occurrences that stand, in order.

    A guess never cuts through what is certain.
    """
    kept: list[Occurrence] = []
    for one in sorted(group, key=lambda o: (-len(o.span), o.verdict, o.span.start)):
        apart = not any(one.span.overlaps(other.span) for other in kept)
        if apart and (one.verdict.certain or not _cuts(one, group)):
            kept.append(one)
    return sorted(kept, key=_place)


def _cuts(one: Occurrence, group: list[Occurrence]) -> bool:
    return any(
        one.span.overlaps(other.span)
        and not one.span.covers(other.span)
        and not other.span.covers(one.span)
        for other in group
        if other.verdict.certain
    )
