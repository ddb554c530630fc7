"""The edits and notes of a review page, each with an id that outlives the run."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editkit.core.fix import Splice
from editkit.core.result import DocumentResult, FileResult, PlacedIssue, SourceFix
from editkit.core.span import RawSpan
from editkit.text.characters import HAN

_NEAR = 24
"""Places of one fix that are no farther apart than this are shown as one."""
_LONGEST_WORD = 30
"""A run of letters longer than this is no word to widen an edit to, such as Thai."""
_ALONE = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Item:
    """An issue on the page: an edit if it has choices, else a note.

    `pieces` are the stretches of source, in order, that its choices touch, each
    widened to whole words: what is shown as changed and what a rewrite replaces.
    """

    id: str
    placed: PlacedIssue
    choices: tuple[SourceFix, ...]
    pieces: tuple[RawSpan, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file on the page, its one document and the items in it, in order."""

    file: FileResult
    document: DocumentResult
    items: tuple[Item, ...]


def sources(results: Sequence[FileResult]) -> tuple[Source, ...]:
    """Return the files that could be read; ids are unique over all of them."""
    taken: dict[str, int] = {}
    return tuple(
        Source(result, part, tuple(_items(part, taken)))
        for result in results
        if result.package is not None
        for part in result.documents
    )


def _items(part: DocumentResult, taken: dict[str, int]) -> Iterable[Item]:
    raw = part.document.raw
    for placed in part.issues:
        choices = tuple(fix for fix in placed.fixes if fix.splices)
        spans = [splice.span for fix in choices for splice in fix.splices]
        pieces = _pieces(raw, spans) if spans else (placed.place.span,)
        yield Item(_id(placed, taken), placed, choices, pieces)


def _id(placed: PlacedIssue, taken: dict[str, int]) -> str:
    base = placed.issue.fingerprint[:16] or placed.issue.rule
    taken[base] = count = taken.get(base, 0) + 1
    return base if count == 1 else f"{base}-{count}"


def _pieces(raw: str, spans: Iterable[RawSpan]) -> tuple[RawSpan, ...]:
    pieces: list[RawSpan] = []
    for span in sorted({whole_words(raw, span) for span in spans}):
        last = pieces[-1] if pieces else None
        if last and (span.start <= last.end or _near(raw[last.end : span.start])):
            pieces[-1] = RawSpan(last.start, max(last.end, span.end))
        else:
            pieces.append(span)
    return tuple(pieces)


def _near(between: str) -> bool:
    return len(between) <= _NEAR and "\n" not in between and "\r" not in between


def whole_words(raw: str, span: RawSpan) -> RawSpan:
    """Return `span` with the rest of the words that it cuts or touches.

    A character of a script without spaces is a word of its own.
    """
    start, end = span.start, span.end
    while start and span.start - start <= _LONGEST_WORD and _joins(raw[start - 1]):
        start -= 1
    while end < len(raw) and end - span.end <= _LONGEST_WORD and _joins(raw[end]):
        end += 1
    if span.start - start > _LONGEST_WORD:
        start = span.start
    if end - span.end > _LONGEST_WORD:
        end = span.end
    return RawSpan(start, end)


def stretches(
    raw: str, splices: Iterable[Splice], *, touching: bool = False
) -> Iterator[tuple[RawSpan, str]]:
    """Yield the stretches of whole words that splices change, each with its new text.

    Those that overlap are one, and with `touching` those that follow on each other.
    """
    groups: list[tuple[RawSpan, list[Splice]]] = []
    for splice in sorted(splices, key=lambda splice: splice.span):
        words = whole_words(raw, splice.span)
        last = groups[-1][0] if groups else None
        if last and (words.start < last.end or (touching and words.start == last.end)):
            groups[-1] = RawSpan(last.start, max(last.end, words.end)), [*groups[-1][1], splice]
        else:
            groups.append((words, [splice]))
    for span, made in groups:
        after, at = "", span.start
        for splice in made:
            after += raw[at : splice.span.start] + splice.text
            at = splice.span.end
        yield span, after + raw[at : span.end]


def _joins(char: str) -> bool:
    return char.isalnum() and not _ALONE.match(char)
