"""Application of review decisions to articles, baseline, word list and glossary."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from editkit.baseline.file import BaselineEntry, read_baseline
from editkit.core.errors import InputError
from editkit.core.fix import Tracked
from editkit.core.result import Notice
from editkit.fixing.atomic_write import FileTransaction
from editkit.fixing.folder_lock import folders_locked
from editkit.fixing.recovery import recover
from editkit.formats import FormatFor, no_format
from editkit.reviewing.decisions import Decisions
from editkit.reviewing.plan import FilePlan, plan_files, resolve_inside
from editkit.text.counts import format_count


@dataclass(frozen=True, slots=True)
class ApplyTargets:
    """Files that receive suppressions, words and glossary rows; None if not configured."""

    baseline: str | None = None
    words: str | None = None
    glossary: str | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the files that are configured."""
        return tuple(path for path in (self.baseline, self.words, self.glossary) if path)


NO_TARGETS = ApplyTargets()


@dataclass(frozen=True, slots=True)
class Addition:
    """The number of entries added to a file, such as words or suppressions."""

    uri: str
    count: int
    noun: str

    def __str__(self) -> str:
        return f"{self.uri}: {format_count(self.count, self.noun)} added"


class _UpdatedTarget(NamedTuple):
    """A target file with its new content, and its version when it was read."""

    path: str
    data: bytes
    version: str


@dataclass(slots=True)
class ApplyResult:
    """The outcome for each article, the entries added to other files, and notices."""

    files: tuple[FilePlan, ...]
    added: list[Addition] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    @property
    def refused(self) -> tuple[InputError, ...]:
        """The errors of the files that were refused."""
        return tuple(file.error for file in self.files if file.error is not None)


def apply_decisions(
    decisions: Decisions,
    root: str | Path,
    targets: ApplyTargets = NO_TARGETS,
    *,
    format_for: FormatFor = no_format,
    tracked: Tracked | None = None,
    write: bool = True,
    all_or_nothing: bool = False,
) -> ApplyResult:
    """Apply decisions and return the result.

    In each article all edits are made or none; `plan_files` decides which articles are
    refused. What a killed run left in the folders of the files is finished or undone
    first. With `tracked`, edits become tracked changes. Raises InputError if another run keeps
    changing these folders. The other
    arguments are those of `apply_plans`.
    """
    paths: tuple[str | Path, ...] = ()
    if write:
        paths = (*article_paths(decisions, root), *targets.paths)
    with folders_locked(paths):
        recovered = recover(paths)
        plans = plan_files(decisions, root, format_for, tracked)
        result = apply_plans(plans, decisions, targets, write=write, all_or_nothing=all_or_nothing)
    result.notices[:0] = [Notice(each.message, each.name) for each in recovered]
    return result


def apply_plans(
    plans: Iterable[FilePlan],
    decisions: Decisions,
    targets: ApplyTargets = NO_TARGETS,
    *,
    write: bool = True,
    all_or_nothing: bool = False,
) -> ApplyResult:
    """Apply planned edits, and the other entries of decisions; return the result.

    With `all_or_nothing`, nothing is written if any article is refused. All new contents
    are prepared before any file is replaced; without `write`, no file is. Raises
    InputError if the root or one of `targets` cannot be used, and FileChangedError if an
    article changes while this runs; in both cases nothing is written.
    """
    result = ApplyResult(tuple(plans))
    result.notices += (n for file in result.files for part in file.parts for n in part.notices)
    with FileTransaction() as transaction:
        if write:
            result.files = tuple(_add_to_transaction(file, transaction) for file in result.files)
        if all_or_nothing and result.refused:
            return result
        target_files = tuple(_updated_targets(decisions, targets, result))
        if write:
            for target in target_files:
                transaction.add(Path(target.path), target.data, version=target.version)
            transaction.commit()
    return result


def article_paths(decisions: Decisions, root: str | Path) -> Iterator[Path]:
    """Yield the paths of the articles that exist inside `root`."""
    for file in decisions.files:
        with suppress(InputError):
            yield resolve_inside(Path(root).resolve(), file.path)


def _add_to_transaction(file: FilePlan, transaction: FileTransaction) -> FilePlan:
    if file.target_path is None or file.new_data is None:
        return file
    try:
        transaction.add(file.target_path, file.new_data, version=file.sha256, name=file.path)
    except InputError as error:
        return FilePlan(file.path, error=InputError(error.message, uri=file.path))
    return file


def _updated_targets(
    decisions: Decisions, targets: ApplyTargets, result: ApplyResult
) -> Iterator[_UpdatedTarget]:
    """Yield each target file that changes."""
    unapplied = result.notices
    if suppressed := [file for file in result.files if any(d.suppress for d in file.decisions)]:
        if targets.baseline is None:
            count = sum(d.suppress for file in suppressed for d in file.decisions)
            unapplied.append(_unapplied_notice(count, "suppression", "--baseline"))
        else:
            yield _updated_baseline(targets.baseline, suppressed, result)
    if decisions.words:
        if targets.words is None:
            unapplied.append(_unapplied_notice(len(decisions.words), "word", "--words"))
        else:
            yield _updated_word_list(targets.words, decisions, result)
    if decisions.glossary:
        if targets.glossary is None:
            unapplied.append(
                _unapplied_notice(len(decisions.glossary), "glossary row", "--glossary")
            )
        else:
            yield _updated_glossary(targets.glossary, decisions, result)


def _unapplied_notice(count: int, noun: str, option: str) -> Notice:
    return Notice(f"{format_count(count, noun)} not saved. Use {option} FILE.")


def _updated_baseline(uri: str, files: Sequence[FilePlan], result: ApplyResult) -> _UpdatedTarget:
    old = read_baseline(uri, missing_ok=True)
    new = {
        BaselineEntry(
            old.relative_path(file.target_path), decision.rule, decision.fingerprint, decision.text
        )
        for file in files
        for decision in file.decisions
        if decision.suppress and decision.rule and decision.fingerprint and file.target_path
    }
    known = {(entry.path, entry.fingerprint) for entry in old.entries}
    new = {entry for entry in new if (entry.path, entry.fingerprint) not in known}
    result.added.append(Addition(uri, len(new), "suppression"))
    return _UpdatedTarget(uri, old.to_bytes((*old.entries, *new)), old.version)


def _updated_word_list(uri: str, decisions: Decisions, result: ApplyResult) -> _UpdatedTarget:
    from editkit.termbase.word_list import add_words  # noqa: PLC0415  (rarely used)

    words = add_words(uri, decisions.words)
    result.added.append(Addition(uri, words.added, "word"))
    return _UpdatedTarget(uri, words.data, words.version)


def _updated_glossary(uri: str, decisions: Decisions, result: ApplyResult) -> _UpdatedTarget:
    from editkit.termbase.append import append_rows  # noqa: PLC0415  (as above)

    table = append_rows(uri, decisions.glossary)
    result.added.append(Addition(uri, table.added, "row"))
    result.notices += (Notice(message, uri) for message in table.notices)
    return _UpdatedTarget(uri, table.data, table.version)
