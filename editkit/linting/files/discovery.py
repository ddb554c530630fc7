"""File discovery: expands paths, folders and globs to files."""

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from editkit.config.files import CONFIG_NAMES
from editkit.formats import (
    FormatFor,
    gathered_suffixes,
    no_format,
    suffix_of,
)
from editkit.linting.files.ignored_paths import FolderFilter, PathFilter
from editkit.linting.files.source_file import STDIN, SourceFile, named_file
from editkit.linting.files.walk import find_matches, fixed_folder, walk
from editkit.text.counts import format_count

_MAX_NAMED_SUFFIXES = 5
"""Number of suffixes listed in the notice about skipped files."""
_LOCK_FILE = "~$"
"""How the names of files start in which office programs note who has a document open."""
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})


def expand(
    paths: Iterable[str],
    skipped: set[str],
    search: PathFilter | None = None,
    format_for: FormatFor = no_format,
) -> Iterator[SourceFile]:
    """Yield the files that `paths` match, each once; those of a folder or glob are sorted.

    A path is a file, a folder (searched recursively, except for hidden folders and
    folders of installed packages), a glob that the shell has not expanded, or `-`
    for the standard input. Files in folders that have a suffix of no known format are
    not yielded; their real paths are added to `skipped`. Files without a suffix are
    ignored. A folder that cannot be read is yielded with an error. A file that a link leads to
    out of one folder is yielded as found elsewhere, if it is. `search` leaves out files of
    folders and globs (default: those that ignore files name). `format_for` returns the format
    that is set for a path.
    """
    found: dict[str, SourceFile] = {}
    search = PathFilter() if search is None else search
    for path in paths:
        for file in _expand_path(path, skipped, search, format_for):
            name = file.uri if file.error or file.is_stdin else os.path.realpath(file.uri)
            first = found.setdefault(name, file)
            if first is not file and first.leads_outside and not file.leads_outside:
                found[name] = file
    yield from found.values()


def skipped_files_message(skipped: Iterable[str]) -> str:
    """Return a sentence that counts the skipped files by suffix, most frequent first."""
    suffixes = Counter(map(suffix_of, skipped))
    most = sorted(suffixes.items(), key=lambda each: (-each[1], each[0]))
    named = ", ".join(f"{count} {suffix}" for suffix, count in most[:_MAX_NAMED_SUFFIXES])
    others = suffixes.total() - sum(count for _, count in most[:_MAX_NAMED_SUFFIXES])
    rest = f" and {others} others" if others else ""
    files = format_count(suffixes.total(), "file")
    return f"Skipped {files} in formats that editkit does not check: {named}{rest}."


def _expand_path(
    path: str, skipped: set[str], search: PathFilter, format_for: FormatFor
) -> Iterator[SourceFile]:
    if path == "-":
        yield SourceFile(STDIN, is_stdin=True)
    elif os.path.isdir(path):  # noqa: PTH112  (no error for a path that is too long)
        yield from _expand_folder(path, skipped, search, format_for)
    elif _exists(path) or not glob.has_magic(path):
        if not (search.is_forced and _exists(path) and search.hides(path)):
            yield named_file(path, format_for)
    else:
        yield from _expand_glob(path, skipped, search, format_for)


def _expand_glob(
    pattern: str, skipped: set[str], search: PathFilter, format_for: FormatFor
) -> Iterator[SourceFile]:
    errors: list[OSError] = []
    base = fixed_folder(pattern)
    matches = find_matches(pattern, errors.append)
    kept = [match for match in matches if not search.hides(match, base)]
    if not kept and not errors:
        ignored = "All files that match this pattern are ignored or excluded. See --no-ignore."
        yield SourceFile(pattern, ignored if matches else "No file matches this pattern.")
    for match in kept:
        if os.path.isdir(match):  # noqa: PTH112  (as above)
            yield from _expand_folder(match, skipped, search, format_for, base)
        else:
            yield SourceFile(match, folder=base, format=format_for(match))
    yield from map(_unreadable, errors)


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the path
        return False


def _unreadable(error: OSError) -> SourceFile:
    return SourceFile(str(error.filename), f"This folder cannot be read: {error.strerror}.")


def _expand_folder(
    folder: str,
    skipped: set[str],
    search: PathFilter,
    format_for: FormatFor,
    named: str | None = None,
) -> Iterator[SourceFile]:
    """Yield the files of a folder; `named` is the folder that the user has named."""
    known = gathered_suffixes()
    found: dict[str, str | None] = {}
    errors: list[OSError] = []
    has_ignored = False
    real_folder = os.path.realpath(folder)
    outer: dict[str, FolderFilter] = {}
    for here, below, files in walk(folder, errors.append):
        real = os.path.normpath(Path(real_folder, os.path.relpath(here, folder)))
        kept = outer.pop(here).enter(real) if here in outer else search.folder(real)
        below[:] = [name for name in below if _is_searched(name, kept)]
        outer.update((os.path.join(here, name), kept) for name in below)  # noqa: PTH118  (as `walk` does)
        for name in files:
            suffix = suffix_of(name)
            if name.startswith((".", _LOCK_FILE)) or name in CONFIG_NAMES:
                continue
            path = str(Path(here, name))
            chosen = format_for(path)
            is_read = bool(chosen) or suffix in known
            if (suffix or chosen) and kept.ignores(name, is_folder=False):
                has_ignored |= is_read
            elif is_read:
                found[path] = chosen
            elif suffix:
                skipped.add(str(Path(real, name)))
    if not found and not errors:
        why = " that are not ignored or excluded; see --no-ignore" if has_ignored else ""
        yield SourceFile(folder, f"This folder has no articles ({', '.join(sorted(known))}){why}.")
    for name in sorted(found):
        yield SourceFile(name, folder=named or folder, format=found[name])
    yield from map(_unreadable, errors)


def _is_searched(name: str, here: FolderFilter) -> bool:
    """Return whether a folder in the folder of a filter is searched."""
    if name.startswith(".") or name in _SKIPPED_FOLDERS:
        return False
    return not here.ignores(name, is_folder=True)
