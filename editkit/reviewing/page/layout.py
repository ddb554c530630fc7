"""Layout of an article on the review page: paragraphs of text, edits and notes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editkit.core.document import BlockKind, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import RawSpan
from editkit.reviewing.page.model import Item, Source

_NEWLINE = lazy_pattern(r"\r\n|\r|\n")
_BLANK_LINES = lazy_pattern(r"(?:[ \t]*(?:\r\n|\r|\n)){2,}")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Overlapping edits, which the page shows one at a time in the same position.

    `members` are the items, each with the index of the item's piece in this cluster.
    """

    span: RawSpan
    members: tuple[tuple[Item, int], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """An issue without a fix; its span is empty if the flagged text cannot be wrapped."""

    span: RawSpan
    item: Item


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text without an issue."""

    span: RawSpan


Run = Cluster | Note | PlainText


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph of the source; `kind` is None if it contains no prose."""

    span: RawSpan
    kind: BlockKind | None
    runs: tuple[Run, ...]


def sections(source: Source) -> Iterator[Section]:
    """Yield the paragraphs of a file in order, each with its edits and notes."""
    document = source.document.document
    raw = document.raw
    blocks = [document.source_map.locate(block.span) for block in document.blocks]
    clusters = _clusters(source.items)
    starts = _paragraph_starts(raw, blocks)
    breaks = sorted(_outside_spans(raw, starts, [each.span for each in clusters]))
    placed: list[Cluster | Note] = [*clusters, *_notes(source.items, clusters, breaks)]
    placed.sort(key=lambda each: (each.span, isinstance(each, Cluster)))
    placed_starts = [each.span.start for each in placed]
    boundaries = [0, *breaks, len(raw)]
    for number, (start, end) in enumerate(pairwise(boundaries), 1):
        last = number == len(boundaries) - 1
        last_index = len(placed) if last else bisect_left(placed_starts, end)
        inside = placed[bisect_left(placed_starts, start) : last_index]
        text = raw[start:end]
        if inside or text.strip():
            shown = RawSpan(start, start + len(text.rstrip("\r\n")))
            runs = tuple(_runs(shown.start, shown.end, inside))
            yield Section(shown, _block_kind(document, blocks, RawSpan(start, end)), runs)


def _clusters(items: Sequence[Item]) -> list[Cluster]:
    pieces = [(p, i, n) for i in items if i.choices for n, p in enumerate(i.pieces)]
    clusters: list[Cluster] = []
    for piece, item, number in sorted(pieces, key=lambda entry: entry[0]):
        last = clusters[-1] if clusters else None
        if last and (piece.start < last.span.end or piece.start == last.span.start):
            span = RawSpan(last.span.start, max(last.span.end, piece.end))
            clusters[-1] = Cluster(span, (*last.members, (item, number)))
        else:
            clusters.append(Cluster(piece, ((item, number),)))
    return clusters


def _paragraph_starts(raw: str, blocks: Sequence[RawSpan]) -> Iterator[int]:
    """Yield the start offsets of all paragraphs except the first."""
    yield from (blank.end() for blank in _BLANK_LINES.finditer(raw))
    position = 0
    for block in blocks:
        line_ends = [
            newline.end()
            for newline in _NEWLINE.finditer(raw, position, max(position, block.start))
        ]
        if line_ends:
            yield line_ends[-1]
        position = max(position, block.end)


def _outside_spans(raw: str, positions: Iterator[int], spans: Sequence[RawSpan]) -> set[int]:
    """Return the positions outside of spans; one after line ends in a span moves to its start."""
    ends = [span.end for span in spans]
    outside = set()
    for position in positions:
        index = bisect_right(ends, position)
        if index == len(spans) or position <= spans[index].start:
            outside.add(position)
        elif not raw[spans[index].start : position].strip():
            outside.add(spans[index].start)
    return outside


def _notes(
    items: Sequence[Item], clusters: Sequence[Cluster], paragraph_starts: Sequence[int]
) -> list[Note]:
    """Return notes that wrap their text, or follow it if it overlaps something else."""
    ends = [cluster.span.end for cluster in clusters]
    wrapped: list[Note] = []
    unwrapped: list[Item] = []
    wrapped_end = 0
    for item in sorted((i for i in items if not i.choices), key=lambda i: i.pieces[0]):
        span = item.pieces[0]
        index = bisect_right(ends, span.start)
        is_clear = index == len(clusters) or clusters[index].span.start >= span.end
        is_one_paragraph = bisect_right(paragraph_starts, span.start) == bisect_left(
            paragraph_starts, span.end
        )
        if span and is_clear and is_one_paragraph and span.start >= wrapped_end:
            wrapped.append(Note(span, item))
            wrapped_end = span.end
        else:
            unwrapped.append(item)
    occupied = sorted([*(cluster.span for cluster in clusters), *(note.span for note in wrapped)])
    return [
        *wrapped,
        *(Note(_position_after(occupied, item.pieces[0].end), item) for item in unwrapped),
    ]


def _position_after(occupied: Sequence[RawSpan], position: int) -> RawSpan:
    """Return an empty span at `position`, or after the occupied span that contains it."""
    index = bisect_right(occupied, position, key=lambda span: span.end)
    if index < len(occupied) and occupied[index].start < position:
        position = occupied[index].end
    return RawSpan(position, position)


def _runs(start: int, end: int, placed: Sequence[Cluster | Note]) -> Iterator[Run]:
    position = start
    for each in placed:
        if each.span.start > position:
            yield PlainText(RawSpan(position, each.span.start))
        yield each
        position = max(position, each.span.end)
    if end > position:
        yield PlainText(RawSpan(position, end))


def _block_kind(document: Document, blocks: Sequence[RawSpan], span: RawSpan) -> BlockKind | None:
    index = bisect_right(blocks, span.start, key=lambda block: block.end)
    if index < len(blocks) and blocks[index].overlaps(span):
        return document.blocks[index].kind
    return None if blocks else BlockKind.PARAGRAPH
