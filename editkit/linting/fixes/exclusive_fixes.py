"""Fixes that do not go together: two of neighboring words that would make a defect.

In `a epidemic`, one fix writes `an` and another one `pandemic`; both would make `an pandemic`.
Such fixes exclude each other: one of them also covers the words of the other, unchanged, so that
every program that applies fixes sees that they overlap (decision 087).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from editkit.core.document import Document
from editkit.core.fix import Splice
from editkit.core.language import matches
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import PlacedIssue, SourceFix
from editkit.core.span import RawSpan
from editkit.core.splices import apply_splices, have_overlap
from editkit.languages.en.seams import article_before, doubled_words, has_word, wrong_articles
from editkit.linting.resolve import precedence

_WINDOW = 60
"""Code points around two splices in which defects are counted."""
_MAX_GAP = 40
"""Code points between two splices of neighboring words."""
_MAX_SPLICES = 8
"""Splices of a fix from which on only those next to the other fix are applied."""
_WORD = lazy_pattern(r"\w")


class _Place(NamedTuple):
    """A splice of the fix at index `fix` of the issue at index `issue`."""

    span: RawSpan
    issue: int
    fix: int
    splice: Splice


def exclude_conflicts(document: Document, placed: Sequence[PlacedIssue]) -> list[PlacedIssue]:
    """Return the issues of a document with conflicting fixes that overlap each other.

    A fix that makes an article wrong also corrects the article, and one that doubles a word is
    left out.
    """
    issues = list(placed)
    if not matches("en", document.lang):
        return issues
    raw = document.raw
    for at, issue in enumerate(issues):
        fixes = tuple(
            fix for each in issue.fixes if not _doubles_word(raw, fix := _with_article(raw, each))
        )
        if fixes != issue.fixes:
            issues[at] = replace(issue, fixes=fixes)
    for one, other in _neighbors(raw, issues):
        first, second = sorted((one, other), key=lambda place: precedence(issues[place.issue]))
        if _conflict(raw, issues, first, second):
            issues[second.issue] = _with_claim(issues[second.issue], second.fix, first, raw)
    return issues


def _neighbors(raw: str, issues: Sequence[PlacedIssue]) -> Iterator[tuple[_Place, _Place]]:
    """Yield the splices of two issues that have no word between them, and do not overlap."""
    places = sorted(
        _Place(splice.span, at, number, splice)
        for at, issue in enumerate(issues)
        for number, fix in enumerate(issue.fixes)
        for splice in fix.splices
    )
    for at, one in enumerate(places):
        for other_at in range(at + 1, len(places)):
            other = places[other_at]
            if other.span.start > one.span.end + _MAX_GAP:
                break
            gap = raw[one.span.end : other.span.start]
            is_separate = one.span.end <= other.span.start and one.issue != other.issue
            if is_separate and not has_word(gap):
                yield one, other


def _conflict(raw: str, issues: Sequence[PlacedIssue], first: _Place, second: _Place) -> bool:
    """Return whether two fixes make a defect that neither makes alone."""
    start, end = min(first.span.start, second.span.start), max(first.span.end, second.span.end)
    window = _window(raw, start, end)
    near_first = _near(issues[first.issue].fixes[first.fix], first, window)
    near_second = _near(issues[second.issue].fixes[second.fix], second, window)
    both = {*near_first, *near_second}
    if have_overlap(both):
        return False  # they overlap elsewhere
    alone = max(
        _count_defects(apply_splices(raw, near, window)) for near in (near_first, near_second)
    )
    return _count_defects(apply_splices(raw, both, window)) > alone


def _with_claim(issue: PlacedIssue, number: int, other: _Place, raw: str) -> PlacedIssue:
    """Return an issue whose fix at `number` keeps the source that `other` changes."""
    fixes = list(issue.fixes)
    fix = fixes[number]
    kept = Splice(other.span, other.span.of(raw))
    if not any(splice.span.overlaps(kept.span) or splice == kept for splice in fix.splices):
        fixes[number] = replace(fix, splices=tuple(sorted((*fix.splices, kept), key=_start)))
    return replace(issue, fixes=tuple(fixes))


def _with_article(raw: str, fix: SourceFix) -> SourceFix:
    """Return a fix of one word that also corrects the article which it would make wrong."""
    if len(fix.splices) != 1 or not fix.splices[0].span or not _WORD.match(fix.splices[0].text):
        return fix
    [splice] = fix.splices
    start = splice.span.start
    before = raw[max(0, start - _WINDOW) : start]
    old, new = splice.span.of(raw), splice.text
    if article_before(before, old) or not (found := article_before(before, new)):
        return fix
    length, article = found
    at = RawSpan(start - length, start - length + (1 if article.lower() == "an" else 2))
    return replace(fix, splices=(Splice(at, article), splice))


def _doubles_word(raw: str, fix: SourceFix) -> bool:
    """Return whether a fix makes a doubled word."""
    if len(fix.splices) > _MAX_SPLICES or have_overlap(fix.splices):
        return False
    window = _window(raw, fix.splices[0].span.start, fix.splices[0].span.end)
    near = [splice for splice in fix.splices if window.covers(splice.span)]
    return doubled_words(apply_splices(raw, near, window)) > doubled_words(window.of(raw))


def _count_defects(text: str) -> int:
    return wrong_articles(text) + doubled_words(text)


def _window(raw: str, start: int, end: int) -> RawSpan:
    """Return the range around `start` and `end` in which the context of words is read."""
    first, last = max(0, start - _WINDOW), min(len(raw), end + _WINDOW)
    while 0 < first < start and raw[first - 1].isalnum():
        first += 1
    while end < last < len(raw) and raw[last].isalnum():
        last -= 1
    return RawSpan(first, last)


def _near(fix: SourceFix, place: _Place, window: RawSpan) -> list[Splice]:
    if len(fix.splices) > _MAX_SPLICES:
        return [place.splice]
    return [splice for splice in fix.splices if window.covers(splice.span)]


def _start(splice: Splice) -> RawSpan:
    return splice.span
