"""Scan of a document for the occurrences of glossary terms."""

from collections.abc import Iterable, Iterator
from copy import copy
from functools import lru_cache

from editkit.core.context import LintContext
from editkit.core.glossary import Glossary
from editkit.core.setup import Setup
from editkit.terminology.classify import Occurrence, classify
from editkit.terminology.matcher import TermMatcher


class TermScan:
    """Finds the occurrences of the terms of a glossary."""

    def __init__(self, setup: Setup) -> None:
        self._matcher = self._make_matcher(setup)

    def find(self, context: LintContext) -> tuple[Occurrence, ...]:
        """Return the occurrences in order of position, without overlaps.

        The longest occurrence wins, so that a correct longer term rules out matches inside
        it.
        """
        candidates = self._matcher.find(context.document)
        classified = (classify(candidate, context) for candidate in candidates)
        return tuple(_without_overlaps(filter(None, classified)))

    @staticmethod
    def _make_matcher(setup: Setup) -> TermMatcher:
        return TermMatcher(setup)


class PackScan(TermScan):
    """Finds the occurrences of pack entries, as listed or inflected."""

    @staticmethod
    def _make_matcher(setup: Setup) -> TermMatcher:
        return copy(_cached_pack_matcher(setup.packs, setup.lang))


@lru_cache(maxsize=4)
def _cached_pack_matcher(packs: Glossary, lang: str) -> TermMatcher:
    """Return the matcher of packs, which are the same in almost every run of a process."""
    return TermMatcher(Setup(packs, lang), exact_only=True)


def term_occurrences(context: LintContext) -> tuple[Occurrence, ...]:
    """Return the occurrences of glossary terms in a document, in order of position."""
    return context.setup.shared(TermScan).find(context) if context.setup.glossary.concepts else ()


def pack_occurrences(context: LintContext) -> tuple[Occurrence, ...]:
    """Return the occurrences of pack entries in a document, in order of position."""
    return context.setup.shared(PackScan).find(context) if context.setup.packs.concepts else ()


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
