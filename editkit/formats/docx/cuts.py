"""Cuts: the parts of edits that fall on each piece of a story."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editkit.core.errors import InputError
from editkit.core.fix import Splice
from editkit.core.span import RawSpan
from editkit.formats.docx.pieces import Piece, Story


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A change within a piece: `start` and `end` count its characters.

    `text` replaces them. `before` and `after` are XML that goes between runs there.
    """

    start: int
    end: int
    text: str = ""
    before: bytes = b""
    after: bytes = b""


def cuts_of(story: Story, splices: Iterable[Splice], uri: str) -> dict[int, list[Cut]]:
    """Return the cuts of each piece, by its index in the story.

    Replaced text that crosses runs of different formats keeps the characters that both ends
    share in their format. Raises InputError if an edit is about more than characters.
    """
    found: dict[int, list[Cut]] = defaultdict(list)
    for splice in splices:
        for number, cut in _cuts(story, _narrowed(story, splice), uri):
            found[number].append(cut)
    return found


def _cuts(story: Story, splice: Splice, uri: str) -> Iterator[tuple[int, Cut]]:
    if not splice.span:
        number = piece_index(story, splice.span.start)
        if number is None:
            raise _impossible(uri)
        at = splice.span.start - story.pieces[number].start
        yield number, Cut(at, at, splice.text)
        return
    text, covered = splice.text, 0
    for number in _overlapping(story, splice.span):
        piece = story.pieces[number]
        start = max(splice.span.start, piece.start) - piece.start
        end = min(splice.span.end, piece.end) - piece.start
        covered += end - start
        yield number, Cut(start, end, text)
        text = ""
    if covered < len(splice.span):
        raise _impossible(uri)


def piece_index(story: Story, at: int) -> int | None:
    """Return the index of the piece that a position belongs to: that on its left, if any."""
    number = bisect_right(story.pieces, at, key=lambda piece: piece.start) - 1
    if number >= 0 and story.pieces[number].start == at and _ends_at(story.pieces, number - 1, at):
        return number - 1
    return number if number >= 0 and at <= story.pieces[number].end else None


def _ends_at(pieces: Sequence[Piece], number: int, at: int) -> bool:
    return number >= 0 and pieces[number].end == at


def _overlapping(story: Story, span: RawSpan) -> range:
    first = bisect_right(story.pieces, span.start, key=lambda piece: piece.end)
    last = bisect_left(story.pieces, span.end, key=lambda piece: piece.start)
    return range(first, last)


def _narrowed(story: Story, splice: Splice) -> Splice:
    """Return a splice that crosses formats without the characters that its ends share."""
    numbers = _overlapping(story, splice.span)
    if len({story.pieces[number].run.properties for number in numbers}) <= 1:
        return splice
    old, new = splice.span.of(story.raw), splice.text
    shared = min(len(old), len(new))
    before = next((i for i in range(shared) if old[i] != new[i]), shared)
    rest = shared - before
    after = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    span = RawSpan(splice.span.start + before, splice.span.end - after)
    return Splice(span, new[before : len(new) - after])


def _impossible(uri: str) -> InputError:
    return InputError("An edit is about more than the characters of its paragraph.", uri=uri)
