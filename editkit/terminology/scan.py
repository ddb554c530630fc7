"""Scan of a document for the occurrences of glossary terms."""

from copy import copy
from functools import cached_property, lru_cache

from editkit.core.context import LintContext
from editkit.core.glossary import Glossary
from editkit.core.setup import Setup
from editkit.terminology.classify import Occurrence, classify
from editkit.terminology.matcher import TermMatcher
from editkit.terminology.overlaps import without_overlaps
from editkit.terminology.packs.first_look import may_have_rejected
from editkit.terminology.packs.pack_matcher import PackMatcher

_CHARS_BEFORE_MATCHER = 2_000
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
        self._rows = _pack_rows(setup.packs, setup.lang)

    def find(self, context: LintContext) -> tuple[Occurrence, ...]:
        """Return the occurrences as `TermScan.find` does; none if no entry is rejected."""
        if not self._rows.may_have_rejected(context.document.text):
            return ()
        return self._setup.shared(_PackTermScan).find(context)


class _PackTermScan(TermScan):
    @staticmethod
    def _make_matcher(setup: Setup) -> TermMatcher:
        return copy(_pack_rows(setup.packs, setup.lang).matcher)


class _PackRows:
    """Rows of packs, with a matcher that is built when it is worth its time.

    Packs have hundreds of rows, so a process that has read little text takes a first look at it.
    """

    def __init__(self, packs: Glossary, lang: str) -> None:
        self._packs, self._lang = packs, lang
        self._chars_before_matcher = _CHARS_BEFORE_MATCHER

    @cached_property
    def matcher(self) -> PackMatcher:
        """The matcher of the rows."""
        self._chars_before_matcher = 0
        return PackMatcher(Setup(self._packs, self._lang), exact_only=True)

    def may_have_rejected(self, text: str) -> bool:
        """Return whether a matcher may find a rejected term in `text`."""
        if len(text) >= self._chars_before_matcher:
            return True
        self._chars_before_matcher -= len(text)
        return may_have_rejected(self._packs, self._lang, text)


@lru_cache(maxsize=8)
def _pack_rows(packs: Glossary, lang: str) -> _PackRows:
    """Return the rows of packs, which are the same in almost every run of a process."""
    return _PackRows(packs, lang)


def term_occurrences(context: LintContext) -> tuple[Occurrence, ...]:
    """Return the occurrences of glossary terms in a document, in order of position."""
    return context.setup.shared(TermScan).find(context) if context.setup.glossary.concepts else ()


def pack_occurrences(context: LintContext) -> tuple[Occurrence, ...]:
    """Return the occurrences of pack entries in a document, in order of position."""
    return context.setup.shared(PackScan).find(context) if context.setup.packs.concepts else ()
