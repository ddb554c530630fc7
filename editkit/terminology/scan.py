"""Scan of a document for the occurrences of glossary terms."""

from copy import copy
from functools import lru_cache

from editkit.core.context import LintContext
from editkit.core.glossary import Glossary
from editkit.core.setup import Setup
from editkit.terminology.classify import Occurrence, classify
from editkit.terminology.matcher import TermMatcher
from editkit.terminology.overlaps import without_overlaps


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
        return tuple(without_overlaps(filter(None, classified)))

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
