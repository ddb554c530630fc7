"""Fixes chosen so that none harms another, and made."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from editkit.core.document import Package
from editkit.core.fix import Splice
from editkit.core.format import Format
from editkit.core.result import SourceFix
from editkit.core.span import RawSpan


def choose(fixes: Iterable[SourceFix]) -> tuple[tuple[SourceFix, ...], tuple[SourceFix, ...]]:
    """Return the fixes that can be made together, and those left out.

    `fixes` come in order of precedence and each is kept whole unless it clashes
    with an earlier one or in itself. Two splices clash where their ranges
    overlap, or where they insert different texts at one place; equal ones are
    one, and touching ones do not clash.
    """
    made: list[tuple[RawSpan, str]] = []
    kept: list[SourceFix] = []
    left: list[SourceFix] = []
    for fix in fixes:
        wanted = sorted({(splice.span, splice.text) for splice in fix.splices})
        own = any(_clash(a, b) for a, b in pairwise(wanted))
        if own or any(_clashes(made, splice) for splice in wanted):
            left.append(fix)
            continue
        kept.append(fix)
        for splice in wanted:
            at = bisect_left(made, splice)
            if made[at : at + 1] != [splice]:
                insort(made, splice)
    return tuple(kept), tuple(left)


def merged(fixes: Iterable[SourceFix]) -> tuple[Splice, ...]:
    """Return the splices of fixes that were chosen, in order, equal ones once."""
    pairs = {(splice.span, splice.text) for fix in fixes for splice in fix.splices}
    return tuple(Splice(span, text) for span, text in sorted(pairs))


def splice(raw: str, splices: Iterable[Splice]) -> str:
    """Return `raw` with each range replaced.

    Where an insertion touches a replacement it goes before or after it, as
    their ranges say. Raises ValueError for ranges that overlap.
    """
    pieces: list[str] = []
    at = 0
    for each in sorted(splices, key=lambda each: each.span):
        if each.span.start < at:
            raise ValueError(f"two splices of one place: {each}")
        pieces += (raw[at : each.span.start], each.text)
        at = each.span.end
    pieces.append(raw[at:])
    return "".join(pieces)


def apply(package: Package, form: Format, fixes: Sequence[Sequence[SourceFix]]) -> bytes:
    """Return the file after `fixes`, chosen ones, one sequence for each document.

    Without fixes these are the bytes that were read.
    """
    sources = [
        splice(document.raw, merged(made))
        for document, made in zip(package.documents, fixes, strict=True)
    ]
    return form.pack(package, sources)


def _clashes(made: Sequence[tuple[RawSpan, str]], wanted: tuple[RawSpan, str]) -> bool:
    """Whether `wanted` clashes with one of `made`, which are in order and do not overlap."""
    at = bisect_left(made, wanted)
    return any(_clash(wanted, each) for each in made[max(at - 2, 0) : at + 2])


def _clash(a: tuple[RawSpan, str], b: tuple[RawSpan, str]) -> bool:
    (a_span, _), (b_span, _) = a, b
    if a == b:
        return False
    if not a_span and not b_span:
        return a_span.start == b_span.start
    return a_span.overlaps(b_span)
