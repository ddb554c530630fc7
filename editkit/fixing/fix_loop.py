"""Corrections made without a reader: the fixes that are trusted, until none is left."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from editkit.config import Settings
from editkit.core.document import Package
from editkit.core.errors import InputError
from editkit.core.fix import Safety, Splice
from editkit.core.result import DocumentResult, FileResult, PlacedIssue, SourceFix
from editkit.core.taxonomy import Family
from editkit.fixing.apply import apply, choose, merged
from editkit.fixing.compose import compose
from editkit.formats import format_named
from editkit.linting.resolve import precedence

_ROUNDS = 8
"""How often corrections may uncover more of them before a text counts as one that never rests."""

Again = Callable[[bytes], FileResult]


@dataclass(frozen=True, slots=True)
class Trust:
    """Which fixes are made: the safe ones, or with `unsafe` all; with `terms`, the glossary's."""

    unsafe: bool = False
    terms: bool = False

    def fix(self, placed: PlacedIssue) -> SourceFix | None:
        """Return the best fix of an issue that may be made."""
        if self.terms and placed.issue.family is not Family.TERM:
            return None
        return next((f for f in placed.fixes if self.unsafe or f.safety is Safety.SAFE), None)

    def narrowed(self, settings: Settings) -> Settings:
        """Return the settings that find no more than what may be made; terms need no engine.

        Of what is selected the families of others are left out, and rules stay.
        """
        if not self.terms:
            return settings
        families = {family.value for family in Family}
        rules = tuple(name for name in settings.select if name not in families)
        whole = not rules or Family.TERM.value in settings.select
        return replace(settings, select=(Family.TERM.value,) if whole else rules, engine="none")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A file as it was read, and what becomes of it.

    `splices` are, for each of its documents, what turns the source that was
    read into the corrected one; `count` says how many fixes were made.
    """

    package: Package
    after: bytes
    splices: tuple[tuple[Splice, ...], ...]
    count: int

    @property
    def changed(self) -> bool:
        """Whether the file is not what it was."""
        return self.after != self.package.data


def correct(result: FileResult, trust: Trust, again: Again) -> Corrected:
    """Return what `result`'s file becomes.

    One correction can uncover another, so the outcome is looked at `again`
    until nothing more is to be made: done twice, the second time changes
    nothing. Raises ValueError for a file that could not be read, and InputError for
    one that cannot be read any more once it is corrected.
    """
    package = _package(result)
    after, count = package.data, 0
    total: list[tuple[Splice, ...]] = [() for _ in package.documents]
    seen = {after}
    for _ in range(_ROUNDS):
        chosen = [choose(_fixes(part, trust))[0] for part in result.documents]
        made = apply(_package(result), format_named(package.format), chosen)
        if made == after:
            break
        after, count = made, count + sum(map(len, chosen))
        total = [
            compose(len(document.raw), before, merged(fixes))
            for document, before, fixes in zip(package.documents, total, chosen, strict=True)
        ]
        if after in seen:
            break
        seen.add(after)
        result = again(after)
        if result.package is None:
            why = "This file cannot be read once it is corrected, so it is left as it is"
            raise InputError(f"{why}: {result.notices[-1].message}", uri=package.uri)
    splices = tuple(_real(d.raw, made) for d, made in zip(package.documents, total, strict=True))
    return Corrected(package, after, splices, count)


def _package(result: FileResult) -> Package:
    if result.package is None:
        raise ValueError(f"{result.uri} was not read")
    return result.package


def _fixes(part: DocumentResult, trust: Trust) -> Iterator[SourceFix]:
    for placed in sorted(part.issues, key=precedence):
        if (fix := trust.fix(placed)) is not None:
            yield fix


def _real(raw: str, splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Leave out what later rounds have taken back."""
    return tuple(splice for splice in splices if splice.span.of(raw) != splice.text)
