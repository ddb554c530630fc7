"""Composition of two consecutive sets of splices into one."""

from collections.abc import Iterable, Iterator

from editkit.core.fix import Splice
from editkit.core.span import RawSpan

_Piece = tuple[int, int, str]
"""A range of the original source with an empty text, or an empty range with a new text."""


def compose_splices(
    length: int, first: Iterable[Splice], second: Iterable[Splice]
) -> tuple[Splice, ...]:
    """Return splices with the same effect as applying `first` and then `second`.

    `length` is that of the original source in code points. The splices of each set are in
    order and do not overlap; `second` has offsets in the result of `first`.
    """
    pieces = list(_apply_second(_apply_first(length, first), second))
    return tuple(_splices(length, pieces))


def _apply_first(length: int, splices: Iterable[Splice]) -> Iterator[_Piece]:
    at = 0
    for splice in splices:
        yield at, splice.span.start, ""
        yield splice.span.end, splice.span.end, splice.text
        at = splice.span.end
    yield at, length, ""


def _apply_second(pieces: Iterable[_Piece], splices: Iterable[Splice]) -> Iterator[_Piece]:
    """Yield the pieces of the original source after the second set."""
    queue = iter(pieces)
    piece = next(queue, None)
    at = 0  # offset of `piece` in the result of the first set
    for splice in splices:
        while piece is not None and at + _size(piece) <= splice.span.start:
            yield piece
            at += _size(piece)
            piece = next(queue, None)
        if piece is not None and at < splice.span.start:
            kept, piece = _split(piece, splice.span.start - at)
            yield kept
            at = splice.span.start
        yield -1, -1, splice.text
        while piece is not None and at < splice.span.end:
            if at + _size(piece) <= splice.span.end:
                at += _size(piece)
                piece = next(queue, None)
            else:
                _, piece = _split(piece, splice.span.end - at)
                at = splice.span.end
    if piece is not None:
        yield piece
    yield from queue


def _size(piece: _Piece) -> int:
    start, end, text = piece
    return len(text) or end - start


def _split(piece: _Piece, size: int) -> tuple[_Piece, _Piece]:
    start, end, text = piece
    if text:
        return (start, end, text[:size]), (start, end, text[size:])
    return (start, start + size, ""), (start + size, end, "")


def _splices(length: int, pieces: Iterable[_Piece]) -> Iterator[Splice]:
    """Yield a splice for each gap between kept ranges."""
    at, new = 0, ""
    for start, end, text in (*pieces, (length, length, "")):
        kept = end > start or (start == end == length and not text)
        if kept:
            if start > at or new:
                yield Splice(RawSpan(at, start), new)
            at, new = end, ""
        new += text
