"""From what a user names to the files it stands for, and from a file to its documents."""

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editkit.config.sources import CONFIGURATIONS
from editkit.core.document import Package
from editkit.core.errors import INTERRUPTIONS, InputError
from editkit.core.format import Format
from editkit.core.result import FileResult, Notice
from editkit.formats import format_named, format_of, known_suffixes, suffix_of
from editkit.text.plural_messages import counted

STDIN = "<stdin>"
_NAMED = 5
"""How many suffixes of files that were skipped are named."""
_LEFT_OUT = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, by the name it was found under; `fault` says why there is none.

    A text at hand has its bytes in `data`. `format` is None where the name says it.
    `remark` is what the reader should know about the whole run.
    """

    uri: str
    fault: str | None = None
    data: bytes | None = None
    format: str | None = None
    remark: str | None = None


def expand(paths: Iterable[str], skipped: set[str]) -> Iterator[Found]:
    """Yield the files that `paths` name, each once, those of a folder or glob in sorted order.

    A path is a file, a folder (its articles, in subfolders too; hidden folders
    and those of installed packages are left out), a glob that the shell has not
    expanded, or `-` for the standard input. The real paths of files in folders whose
    suffix no format claims are added to `skipped`; files without a suffix are ignored.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _found(path, skipped):
            known = found.uri if found.fault or found.uri == STDIN else os.path.realpath(found.uri)
            if known not in seen:
                seen.add(known)
                yield found


def skipped_remark(skipped: Iterable[str]) -> str:
    """Return the sentence that counts the files of folders that no format claims."""
    suffixes = Counter(map(suffix_of, skipped))
    most = sorted(suffixes.items(), key=lambda each: (-each[1], each[0]))
    named = ", ".join(f"{count} {suffix}" for suffix, count in most[:_NAMED])
    others = suffixes.total() - sum(count for _, count in most[:_NAMED])
    rest = f" and {others} others" if others else ""
    files = counted(suffixes.total(), "file")
    return f"Skipped {files} in formats that editkit does not check: {named}{rest}."


def form_of(found: Found) -> Format:
    """Return the format that a file is in; raise InputError for a format there is not."""
    if found.format is not None:
        return format_named(found.format)
    if found.uri == STDIN:
        return format_of("")
    # What a link leads to is what would be changed; a store of files may name it without a suffix.
    real = os.path.realpath(found.uri)
    return format_of(real if suffix_of(real) else found.uri)


def hold(found: Found) -> Found:
    """Return a file with its format and bytes at hand, so that it is read once.

    One that cannot be read is returned as it is.
    """
    if found.fault is not None or found.data is not None:
        return found
    try:
        form = form_of(found).name
        return replace(found, format=form, data=_bytes(found.uri))
    except InputError:
        return found


def read(found: Found, lang: str) -> Package:
    """Return a file's documents; raise InputError where it cannot be read."""
    if found.fault is not None:
        raise InputError(found.fault, uri=found.uri)
    form = form_of(found)
    data = _bytes(found.uri) if found.data is None else found.data
    return form.parse(data, uri=found.uri, lang=lang)


def package_of(found: Found, lang: str) -> Package | None:
    """Return a file's documents; None where it cannot be read, whatever the reason."""
    try:
        return read(found, lang)
    except INTERRUPTIONS:
        raise
    except BaseException:  # noqa: BLE001  (whoever needs to know why reads it again)
        return None


def remarked(result: FileResult, found: Found) -> FileResult:
    """Return the result of a file with the file's remark among its notices."""
    if found.remark is None:
        return result
    return replace(result, notices=(Notice(found.remark), *result.notices))


def _found(path: str, skipped: set[str]) -> Iterator[Found]:
    if path == "-":
        yield Found(STDIN)
    elif Path(path).is_dir():
        yield from _articles(path, skipped)
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield Found(path)
    else:
        # Unlike Path.glob, this one takes absolute patterns and leaves hidden files out.
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207
        if not matches:
            yield Found(path, "No file matches this pattern.")
        for match in matches:
            yield from _articles(match, skipped) if Path(match).is_dir() else (Found(match),)


def _articles(folder: str, skipped: set[str]) -> Iterator[Found]:
    known = known_suffixes()
    names: list[str] = []
    for here, below, files in os.walk(folder):
        below[:] = [b for b in below if not b.startswith(".") and b not in _LEFT_OUT]
        real = os.path.realpath(here)
        for name in files:
            suffix = suffix_of(name)
            if suffix in known and not name.startswith("."):
                names.append(str(Path(here, name)))
            elif suffix and not name.startswith(".") and name not in CONFIGURATIONS:
                skipped.add(str(Path(real, name)))
    if not names:
        yield Found(folder, f"This folder has no articles ({', '.join(sorted(known))}).")
    yield from map(Found, sorted(names))


def _bytes(uri: str) -> bytes:
    if uri == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(uri).read_bytes()
    except FileNotFoundError:
        raise InputError("There is no such file.", uri=uri) from None
    except OSError as error:
        raise InputError(f"This file cannot be read: {error.strerror}.", uri=uri) from None
