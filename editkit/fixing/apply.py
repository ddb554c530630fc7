"""Selection of fixes that do not conflict, and their application to the source."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from editkit.core.document import Package
from editkit.core.errors import InputError
from editkit.core.fix import Splice, Tracked
from editkit.core.format import Format
from editkit.core.result import SourceFix
from editkit.core.span import RawSpan


def select_compatible(
    fixes: Iterable[SourceFix],
) -> tuple[tuple[SourceFix, ...], tuple[SourceFix, ...]]:
    """Return the fixes that can be applied together, and the rejected ones.

    `fixes` are in order of precedence. A fix is rejected as a whole if one of its splices
    conflicts with another one or with an earlier fix. Two splices conflict if their ranges
    overlap, or if they insert different texts at the same offset. Equal splices count as
    one; adjacent ones do not conflict.
    """
    splices: list[tuple[RawSpan, str]] = []
    selected: list[SourceFix] = []
    rejected: list[SourceFix] = []
    for fix in fixes:
        new = sorted({(splice.span, splice.text) for splice in fix.splices})
        has_conflict = any(_conflict(a, b) for a, b in pairwise(new))
        if has_conflict or any(_conflicts_with_any(splices, splice) for splice in new):
            rejected.append(fix)
            continue
        selected.append(fix)
        for splice in new:
            at = bisect_left(splices, splice)
            if splices[at : at + 1] != [splice]:
                insort(splices, splice)
    return tuple(selected), tuple(rejected)


def merge_splices(fixes: Iterable[SourceFix]) -> tuple[Splice, ...]:
    """Return the splices of compatible fixes in order, without duplicates."""
    pairs = {(splice.span, splice.text) for fix in fixes for splice in fix.splices}
    return tuple(Splice(span, text) for span, text in sorted(pairs))


def apply_fixes(
    package: Package,
    format_: Format,
    fixes: Sequence[Sequence[SourceFix]],
    tracked: Tracked | None = None,
) -> bytes:
    """Return the bytes of the file with compatible fixes applied, one sequence per document.

    Without fixes, these are the bytes that were read. With `tracked`, the fixes are changes that
    a reader of the file can accept or reject.
    """
    made = [merge_splices(selected) for selected in fixes]
    return format_.pack(package, made, tracked)


def check_tracks(file_format: Format, uri: str) -> None:
    """Raise InputError if a format cannot write tracked changes."""
    if not file_format.tracks:
        name = file_format.name.partition("+")[0]
        raise InputError(f"Files in the format {name} cannot have tracked changes.", uri=uri)


def _conflicts_with_any(splices: Sequence[tuple[RawSpan, str]], new: tuple[RawSpan, str]) -> bool:
    """Return whether `new` conflicts with one of `splices`, which are sorted and disjoint."""
    at = bisect_left(splices, new)
    return any(_conflict(new, each) for each in splices[max(at - 2, 0) : at + 2])


def _conflict(a: tuple[RawSpan, str], b: tuple[RawSpan, str]) -> bool:
    (a_span, _), (b_span, _) = a, b
    if a == b:
        return False
    if not a_span and not b_span:
        return a_span.start == b_span.start
    return a_span.overlaps(b_span)
