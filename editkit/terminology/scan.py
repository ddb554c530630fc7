"""Scan of a document for the occurrences of glossary terms."""

from copy import copy
from functools import lru_cache

from editkit.core.context import LintContext
from editkit.core.glossary import Glossary
from editkit.core.setup import Setup
from editkit.terminology.classify import Occurrence, classify
from editkit.terminology.matcher import TermMatcher
from editkit.terminology.overlaps import without_overlaps
from editkit.terminology.packs.first_look import may_have_rejected
from editkit.terminology.packs.pack_matcher import PackMatcher

_CHARS_BEFORE_SCAN = 2_000
"""Length of text up to which first looks take less time than building the matcher of a pack."""


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


class PackScan:
    """Finds the occurrences of pack entries, as listed or inflected, if one is rejected."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._chars_before_scan = _CHARS_BEFORE_SCAN

    def find(self, context: LintContext) -> tuple[Occurrence, ...]:
        """Return the occurrences as `TermScan.find` does; none if no entry is rejected.

        Packs have hundreds of entries, so a run that has read little text takes a first look.
        """
        text, setup = context.document.text, self._setup
        if len(text) < self._chars_before_scan:
            self._chars_before_scan -= len(text)
            if not may_have_rejected(setup.packs, setup.lang, text):
                return ()
        return setup.shared(_PackTermScan).find(context)


class _PackTermScan(TermScan):
    @staticmethod
    def _make_matcher(setup: Setup) -> TermMatcher:
        return copy(_cached_pack_matcher(setup.packs, setup.lang))


@lru_cache(maxsize=4)
def _cached_pack_matcher(packs: Glossary, lang: str) -> PackMatcher:
    """Return the matcher of packs, which are the same in almost every run of a process."""
    return PackMatcher(Setup(packs, lang), exact_only=True)


def term_occurrences(context: LintContext) -> tuple[Occurrence, ...]:
    """Return the occurrences of glossary terms in a document, in order of position."""
    return context.setup.shared(TermScan).find(context) if context.setup.glossary.concepts else ()


def pack_occurrences(context: LintContext) -> tuple[Occurrence, ...]:
    """Return the occurrences of pack entries in a document, in order of position."""
    return context.setup.shared(PackScan).find(context) if context.setup.packs.concepts else ()
