"""The article of a review page: paragraphs, and in them text, edits and notes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editkit.core.document import BlockKind, Document
from editkit.core.span import RawSpan
from editkit.reviewing.page.model import Item, Source

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n)){2,}")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Edits whose places overlap, and so are shown one at a time in one place.

    `members` are the items with the number of the item's piece that lies here.
    """

    span: RawSpan
    members: tuple[tuple[Item, int], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """An issue without a fix; its span is empty where the text cannot be wrapped in it."""

    span: RawSpan
    item: Item


@dataclass(frozen=True, slots=True)
class Plain:
    """Text that nothing is said about."""

    span: RawSpan


Run = Cluster | Note | Plain


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph as the source has it; `kind` is None where it holds no prose."""

    span: RawSpan
    kind: BlockKind | None
    runs: tuple[Run, ...]


def sections(source: Source) -> Iterator[Section]:
    """Yield the paragraphs of a file in reading order, each edit and note in its place."""
    document = source.document.document
    raw = document.raw
    blocks = [document.source_map.locate(block.span) for block in document.blocks]
    clusters = _clusters(source.items)
    cuts = sorted(_outside(_cuts(raw, blocks), [c.span for c in clusters]))
    stops: list[Cluster | Note] = [*clusters, *_notes(source.items, clusters, cuts)]
    stops.sort(key=lambda stop: (stop.span, isinstance(stop, Cluster)))
    starts = [stop.span.start for stop in stops]
    edges = [0, *cuts, len(raw)]
    for number, (start, end) in enumerate(pairwise(edges), 1):
        last = number == len(edges) - 1
        to = len(stops) if last else bisect_left(starts, end)
        here = stops[bisect_left(starts, start) : to]
        text = raw[start:end]
        if here or text.strip():
            shown = RawSpan(start, start + len(text.rstrip("\r\n")))
            runs = tuple(_runs(shown.start, shown.end, here))
            yield Section(shown, _kind(document, blocks, RawSpan(start, end)), runs)


def _clusters(items: Sequence[Item]) -> list[Cluster]:
    placed = [(p, i, n) for i in items if i.choices for n, p in enumerate(i.pieces)]
    clusters: list[Cluster] = []
    for piece, item, number in sorted(placed, key=lambda entry: entry[0]):
        last = clusters[-1] if clusters else None
        if last and (piece.start < last.span.end or piece.start == last.span.start):
            span = RawSpan(last.span.start, max(last.span.end, piece.end))
            clusters[-1] = Cluster(span, (*last.members, (item, number)))
        else:
            clusters.append(Cluster(piece, ((item, number),)))
    return clusters


def _cuts(raw: str, blocks: Sequence[RawSpan]) -> Iterator[int]:
    """Yield where paragraphs start, but for the first."""
    yield from (blank.end() for blank in _BLANK.finditer(raw))
    at = 0
    for block in blocks:
        ends = [newline.end() for newline in _NEWLINE.finditer(raw, at, max(at, block.start))]
        if ends:
            yield ends[-1]
        at = max(at, block.end)


def _outside(cuts: Iterator[int], spans: Sequence[RawSpan]) -> set[int]:
    ends = [span.end for span in spans]
    kept = set()
    for cut in cuts:
        after = bisect_right(ends, cut)
        if after == len(spans) or cut <= spans[after].start:
            kept.add(cut)
    return kept


def _notes(items: Sequence[Item], clusters: Sequence[Cluster], cuts: Sequence[int]) -> list[Note]:
    """Wrap each note's text where that crosses nothing, else put it behind its text."""
    ends = [cluster.span.end for cluster in clusters]
    wrapped: list[Note] = []
    left: list[Item] = []
    free = 0
    for item in sorted((i for i in items if not i.choices), key=lambda i: i.pieces[0]):
        span = item.pieces[0]
        after = bisect_right(ends, span.start)
        clear = after == len(clusters) or clusters[after].span.start >= span.end
        one = bisect_right(cuts, span.start) == bisect_left(cuts, span.end)
        if span and clear and one and span.start >= free:
            wrapped.append(Note(span, item))
            free = span.end
        else:
            left.append(item)
    taken = sorted([*(cluster.span for cluster in clusters), *(note.span for note in wrapped)])
    return [*wrapped, *(Note(_behind(taken, item.pieces[0].end), item) for item in left)]


def _behind(taken: Sequence[RawSpan], at: int) -> RawSpan:
    """Return the empty place at `at`, or behind the one of `taken` that it would cut."""
    after = bisect_right(taken, at, key=lambda span: span.end)
    if after < len(taken) and taken[after].start < at:
        at = taken[after].end
    return RawSpan(at, at)


def _runs(start: int, end: int, stops: Sequence[Cluster | Note]) -> Iterator[Run]:
    at = start
    for stop in stops:
        if stop.span.start > at:
            yield Plain(RawSpan(at, stop.span.start))
        yield stop
        at = max(at, stop.span.end)
    if end > at:
        yield Plain(RawSpan(at, end))


def _kind(document: Document, blocks: Sequence[RawSpan], span: RawSpan) -> BlockKind | None:
    at = bisect_right(blocks, span.start, key=lambda block: block.end)
    if at < len(blocks) and blocks[at].overlaps(span):
        return document.blocks[at].kind
    return None if blocks else BlockKind.PARAGRAPH
