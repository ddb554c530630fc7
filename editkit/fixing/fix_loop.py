"""Fix loop: applies the allowed fixes of a file and lints it again until none is left."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from editkit.config import Settings
from editkit.core.document import Package
from editkit.core.errors import InputError, single_file
from editkit.core.fix import Safety, Splice, Tracked
from editkit.core.format import Format
from editkit.core.result import DocumentResult, FileResult, Notice, PlacedIssue, SourceFix
from editkit.core.taxonomy import Family
from editkit.fixing.apply import apply_fixes, check_tracks, merge_splices, select_compatible
from editkit.fixing.compose import compose_splices
from editkit.fixing.encoding_check import encoding_notice, lacking_in
from editkit.fixing.structure import split_by_structure, structure_notice
from editkit.formats import format_named
from editkit.linting.resolve import precedence

MAX_PASSES = 8
"""Largest number of passes, for files whose fixes keep causing new issues."""

Relint = Callable[[bytes], FileResult]
"""Lints the changed content of the same file."""


@dataclass(frozen=True, slots=True)
class FixPolicy:
    """The fixes to apply: safe ones unless `unsafe`, glossary terms only if `terms_only`."""

    unsafe: bool = False
    terms_only: bool = False

    def best_fix(self, placed: PlacedIssue) -> SourceFix | None:
        """Return the first allowed fix of an issue, or None."""
        if self.terms_only and placed.issue.family is not Family.TERM:
            return None
        return next((f for f in placed.fixes if self.unsafe or f.safety is Safety.SAFE), None)

    def restrict(self, settings: Settings) -> Settings:
        """Return settings that find only issues with allowed fixes.

        With `terms_only`, no engine runs, and other families are removed from the selection
        while rules selected by id stay.
        """
        if not self.terms_only:
            return settings
        families = {family.value for family in Family}
        rules = tuple(name for name in settings.select if name not in families)
        selects_family = not rules or Family.TERM.value in settings.select
        select = (Family.TERM.value,) if selects_family else rules
        return replace(settings, select=select, engine="none")


@dataclass(frozen=True, slots=True)
class FixResult:
    """A file as it was read, and its content after the fixes.

    `splices` turn the original source of each document into the fixed one; `fix_count` is
    the number of applied fixes. `notices` are about fixes that are not applied: they would change
    the structure of the file, such as its Markdown, or its encoding lacks a character.
    """

    package: Package
    data: bytes
    splices: tuple[tuple[Splice, ...], ...]
    fix_count: int
    notices: tuple[Notice, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the content differs from the original."""
        return self.data != self.package.data


def fix_file(
    result: FileResult, policy: FixPolicy, relint: Relint, tracked: Tracked | None = None
) -> FixResult:
    """Apply the allowed fixes of a lint result and return the fixed file.

    A fix can reveal another issue, so the file is linted again until there is nothing left
    to fix; fixing the result again changes nothing. With `tracked`, all fixes are written as
    tracked changes of the file as it was read. Raises ValueError if the file could not be read,
    and InputError if it can no longer be read after the fixes, if its format has no tracked
    changes, or if that fails.
    """
    package = _package(result)
    with single_file(package.uri, "cannot be corrected"):
        fixed = _fix_package(package, result, policy, relint)
        return _as_tracked(fixed, tracked) if tracked and fixed.is_changed else fixed


def _as_tracked(fixed: FixResult, tracked: Tracked) -> FixResult:
    file_format = format_named(fixed.package.format)
    check_tracks(file_format, fixed.package.uri)
    return replace(fixed, data=file_format.pack(fixed.package, fixed.splices, tracked))


def _fix_package(
    package: Package, result: FileResult, policy: FixPolicy, relint: Relint
) -> FixResult:
    data, fix_count = package.data, 0
    splices_so_far: list[tuple[Splice, ...]] = [() for _ in package.documents]
    seen = {data}
    file_format = format_named(package.format)
    notices: tuple[Notice, ...] = ()
    for _ in range(MAX_PASSES):
        selections = [_select(d, policy, file_format, package) for d in result.documents]
        selected = [selection.fixes for selection in selections]
        notices = tuple(notice for selection in selections for notice in selection.notices)
        fixed = apply_fixes(_package(result), file_format, selected)
        if fixed == data:
            break
        data, fix_count = fixed, fix_count + sum(map(len, selected))
        splices_so_far = [
            compose_splices(len(document.raw), before, merge_splices(fixes))
            for document, before, fixes in zip(
                package.documents, splices_so_far, selected, strict=True
            )
        ]
        if data in seen:
            break
        seen.add(data)
        result = relint(data)
        if result.package is None:
            problem = "This file cannot be read once it is corrected, so it is left as it is"
            raise InputError(f"{problem}: {result.notices[-1].message}", uri=package.uri)
    changes = zip(package.documents, splices_so_far, strict=True)
    splices = tuple(
        _without_no_ops(document.raw, all_splices) for document, all_splices in changes
    )
    return FixResult(package, data, splices, fix_count, notices)


def _package(result: FileResult) -> Package:
    if result.package is None:
        raise ValueError(f"{result.uri} was not read")
    return result.package


@dataclass(frozen=True, slots=True)
class _Selection:
    """The fixes of a document to apply, and a notice for each that cannot be."""

    fixes: tuple[SourceFix, ...]
    notices: tuple[Notice, ...]


def _select(
    result: DocumentResult, policy: FixPolicy, file_format: Format, package: Package
) -> _Selection:
    document = result.document
    by_precedence = sorted(result.issues, key=precedence)
    candidates: list[tuple[SourceFix, PlacedIssue]] = []
    notices: list[Notice] = []
    for each in by_precedence:
        if (fix := policy.best_fix(each)) is None:
            continue
        if (char := lacking_in(package.encoding, fix)) is None:
            candidates.append((fix, each))
            continue
        line, rule = each.location.line, each.issue.rule
        notices.append(encoding_notice(package.encoding, char, document.uri, line, rule))
    issue_of = {id(fix): placed for fix, placed in candidates}
    compatible, _ = select_compatible(fix for fix, _ in candidates)
    kept, rejected = split_by_structure(document.raw, file_format, compatible)
    places = (issue_of[id(fix)] for fix in rejected)
    notices += (
        structure_notice(file_format.name, document.uri, p.location.line, p.issue.rule)
        for p in places
    )
    return _Selection(kept, tuple(notices))


def _without_no_ops(raw: str, splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Return the splices without those that later passes have reverted."""
    return tuple(splice for splice in splices if splice.span.of(raw) != splice.text)
