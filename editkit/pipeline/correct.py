"""Corrections made without a reader: the fixes that are trusted, until none is left."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from editkit.core.fix import Safety
from editkit.core.result import DocumentResult, FileResult, PlacedIssue, SourceFix
from editkit.core.taxonomy import Family
from editkit.formats import format_named
from editkit.pipeline.apply import apply, choose
from editkit.pipeline.resolve import precedence

_ROUNDS = 8
"""How often corrections may uncover more of them before a text counts as one that never rests."""

Again = Callable[[bytes], FileResult]


@dataclass(frozen=True, slots=True)
class Trust:
    """Which fixes are made: the safe ones, with `unsafe` all; of one family, or of every one."""

    unsafe: bool = False
    family: Family | None = None

    def fix(self, placed: PlacedIssue) -> SourceFix | None:
        """Return the best fix of an issue that may be made."""
        if self.family not in {None, placed.issue.family}:
            return None
        return next((f for f in placed.fixes if self.unsafe or f.safety is Safety.SAFE), None)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A file before and after its corrections, and how many were made."""

    uri: str
    before: bytes
    after: bytes
    count: int


def correct(result: FileResult, trust: Trust, again: Again) -> Corrected:
    """Return what `result`'s file becomes.

    One correction can uncover another, so the outcome is looked at `again`
    until nothing more is to be made: done twice, the second time changes
    nothing. Raises ValueError for a file that could not be read.
    """
    if result.package is None:
        raise ValueError(f"{result.uri} was not read")
    before = after = result.package.data
    seen = {before}
    count = 0
    for _ in range(_ROUNDS):
        made, number = _once(result, trust)
        if made == after:
            break
        after, count = made, count + number
        if after in seen:
            break
        seen.add(after)
        result = again(after)
        if result.package is None:
            break
    return Corrected(result.uri, before, after, count)


def _once(result: FileResult, trust: Trust) -> tuple[bytes, int]:
    package = result.package
    if package is None:
        raise ValueError(f"{result.uri} was not read")
    chosen = [choose(_fixes(part, trust))[0] for part in result.documents]
    return apply(package, format_named(package.format), chosen), sum(map(len, chosen))


def _fixes(part: DocumentResult, trust: Trust) -> Iterator[SourceFix]:
    for placed in sorted(part.issues, key=precedence):
        if (fix := trust.fix(placed)) is not None:
            yield fix
