"""Recognition of a killed apply: its edits and entries are made, but are still decisions."""

from collections.abc import Sequence
from dataclasses import replace

from editkit.core.result import FileResult
from editkit.formats import format_named
from editkit.reviewing.decisions import Decisions, FileDecisions
from editkit.reviewing.made_before import bytes_before
from editkit.reviewing.server.rebase import Rebaser
from editkit.reviewing.server.review_files import ReviewFiles
from editkit.termbase.append import append_rows
from editkit.termbase.word_list import read_words
from editkit.text.counts import format_count


def without_made(
    stored: Decisions, files: ReviewFiles, results: Sequence[FileResult]
) -> tuple[Decisions, tuple[str, ...]]:
    """Return the decisions of a file that are not made yet, and messages about the others.

    `results` are those of the files as they are. Raises InputError if a file that
    receives entries cannot be read.
    """
    before = _bytes_before(stored, results)
    if not before:
        return _without_made_entries(stored, files), ()
    rebaser = Rebaser(tuple(files.lint(before)), results)
    kept: list[FileDecisions] = []
    messages: list[str] = []
    for file in stored.files:
        if file.path not in before:
            kept.append(file)
            continue
        rest = tuple(each for each in file.decisions if not each.is_approved)
        if count := len(file.decisions) - len(rest):
            messages.append(
                f"{file.path}: {format_count(count, 'edit')} made before the run was interrupted."
            )
        kept.append(rebaser.rebase(replace(file, decisions=rest)))
    return _without_made_entries(replace(stored, files=tuple(kept)), files), tuple(messages)


def _bytes_before(stored: Decisions, results: Sequence[FileResult]) -> dict[str, bytes]:
    """Return the reviewed bytes of the files that are now what the decisions make of them."""
    by_path: dict[str, list[FileDecisions]] = {}
    for file in stored.files:
        by_path.setdefault(file.path, []).append(file)
    before = {}
    for result in results:
        entries = by_path.get(result.uri, [])
        if result.package is None or all(each.sha256 == result.sha256 for each in entries):
            continue
        data = bytes_before(
            result.uri, result.package.data, entries, format_named(result.package.format)
        )
        if data is not None:
            before[result.uri] = data
    return before


def _without_made_entries(decisions: Decisions, files: ReviewFiles) -> Decisions:
    """Return decisions without the words and rows that their files have already."""
    targets = files.targets
    words, rows = decisions.words, decisions.glossary
    if words and targets.words is not None:
        known = set(read_words(targets.words, missing_ok=True))
        words = tuple(word for word in words if word not in known)
    if rows and targets.glossary is not None:
        rows = tuple(row for row in rows if append_rows(targets.glossary, [row]).added)
    return replace(decisions, words=words, glossary=rows)
