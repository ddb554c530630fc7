"""File discovery: expands paths, folders and globs to files, and reads files."""

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editkit.config.files import CONFIG_NAMES
from editkit.core.document import Package
from editkit.core.errors import INTERRUPTIONS, InputError
from editkit.core.format import Format
from editkit.core.read_file import MEGABYTE, is_stream, max_file_bytes, read_file
from editkit.formats import (
    FormatFor,
    format_named,
    format_of,
    known_suffixes,
    no_format,
    suffix_of,
)
from editkit.linting.ignored_paths import FolderFilter, PathFilter
from editkit.linting.walk import find_matches, fixed_folder, walk
from editkit.text.counts import format_count

STDIN = "<stdin>"
_MAX_NAMED_SUFFIXES = 5
"""Number of suffixes listed in the notice about skipped files."""
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to lint; `error` says why it cannot be read.

    `uri` is the path as the user gave it. `data` has the bytes if they are already
    in memory. `format` is None if the file name determines it. `original` is the text
    that the file was translated from. `folder` is the folder that the file was found in,
    None if the user has named the file itself. `is_stdin` says that it is the standard input,
    whatever name it has been given. `encoding` is that of its text, None if it has to be
    found out.
    """

    uri: str
    error: str | None = None
    data: bytes | None = None
    format: str | None = None
    original: str | None = None
    folder: str | None = None
    is_stdin: bool = False
    encoding: str | None = None

    @property
    def leads_outside(self) -> bool:
        """Whether links lead from the folder that the user has named to this file."""
        if self.folder is None:
            return False
        return not Path(os.path.realpath(self.uri)).is_relative_to(os.path.realpath(self.folder))


def named_file(path: str, format_for: FormatFor = no_format) -> SourceFile:
    """Return the file that the user has named; a pipe or device is read at once."""
    chosen = format_for(path)
    if not is_stream(path):
        return SourceFile(path, format=chosen)
    try:
        return SourceFile(path, data=read_file(path, stream_ok=True), format=chosen)
    except OSError as error:
        return SourceFile(path, f"This file cannot be read: {error.strerror}.")


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


def resolve_format(file: SourceFile) -> Format:
    """Return the format of a file; raise InputError for an unknown format."""
    if file.format is not None:
        return format_named(file.format)
    if file.uri == STDIN:
        return format_of("")
    # A fix changes the target of a symbolic link, so the target's suffix decides. Some
    # content-addressed stores name targets without a suffix.
    real = os.path.realpath(file.uri)
    return format_of(real if suffix_of(real) else file.uri)


def with_bytes(file: SourceFile) -> SourceFile:
    """Return a file with its format and bytes set, so that it is read only once.

    A file that cannot be read is returned unchanged.
    """
    if file.error is not None or file.data is not None:
        return file
    try:
        name = resolve_format(file).name
        return replace(file, format=name, data=_read_bytes(file))
    except INTERRUPTIONS:
        raise
    except BaseException:  # noqa: BLE001  (`read` gives the reason)
        return file


def read(file: SourceFile, lang: str) -> Package:
    """Return the documents of a file; raise InputError if it cannot be read."""
    if file.error is not None:
        raise InputError(file.error, uri=file.uri)
    file_format = resolve_format(file)
    data = _read_bytes(file) if file.data is None else file.data
    if file.encoding is None:
        return file_format.parse(data, uri=file.uri, lang=lang)
    return file_format.parse_as(data, uri=file.uri, lang=lang, encoding=file.encoding)


def try_read(file: SourceFile, lang: str) -> Package | None:
    """Return the documents of a file; None if it cannot be read for any reason."""
    try:
        return read(file, lang)
    except INTERRUPTIONS:
        raise
    except BaseException:  # noqa: BLE001  (a caller that needs the reason uses `read`)
        return None


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
        ignored = "Every file that matches this pattern is ignored or excluded; see --no-ignore."
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
    known = known_suffixes()
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
            if name.startswith(".") or name in CONFIG_NAMES:
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


def _read_bytes(file: SourceFile) -> bytes:
    uri = file.uri
    try:
        return _read_stdin() if file.is_stdin else read_file(uri)
    except FileNotFoundError:
        raise InputError("There is no such file.", uri=uri) from None
    except ValueError:  # a NUL in the path
        raise InputError("This is no file name.", uri=uri) from None
    except OSError as error:
        raise InputError(f"This file cannot be read: {error.strerror}.", uri=uri) from None


def _read_stdin() -> bytes:
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None or buffer.closed:
        raise InputError("The standard input is closed.", uri=STDIN)
    data: bytes = buffer.read((limit := max_file_bytes()) + 1)
    if len(data) > limit:
        raise InputError(f"It has more than {limit // MEGABYTE} MB.", uri=STDIN)
    return data
