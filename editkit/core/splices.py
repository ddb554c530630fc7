"""Application of splices to a source, or to a part of it."""

from collections.abc import Iterable
from itertools import pairwise

from editkit.core.fix import Splice
from editkit.core.span import RawSpan


def apply_splices(raw: str, splices: Iterable[Splice], window: RawSpan | None = None) -> str:
    """Return `raw` with each range replaced, or only its part in `window`, if one is given.

    An insertion at the start of a replaced range goes before it, one at its end after it.
    Raises ValueError for overlapping ranges, and for ranges outside the window.
    """
    # An empty window is false.
    at, end = (0, len(raw)) if window is None else (window.start, window.end)
    pieces: list[str] = []
    for each in sorted(splices, key=_span):
        if each.span.start < at or each.span.end > end:
            raise ValueError(f"overlaps another splice, or is outside the text: {each}")
        pieces += (raw[at : each.span.start], each.text)
        at = each.span.end
    pieces.append(raw[at:end])
    return "".join(pieces)


def have_overlap(splices: Iterable[Splice]) -> bool:
    """Return whether two of `splices` replace the same code point, or one of them inserts there.

    Only splices without overlap can be applied.
    """
    ordered = sorted(splices, key=_span)
    return any(one.span.end > other.span.start for one, other in pairwise(ordered))


def _span(splice: Splice) -> RawSpan:
    return splice.span
