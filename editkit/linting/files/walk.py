"""Folder walk: the files below a folder, without following links or recursion."""

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import takewhile
from pathlib import Path

OnError = Callable[[OSError], None]


def walk(folder: str, on_error: OnError) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each folder with the names of its folders, which may be removed, and its files.

    Like `os.walk`, but links to folders are left out: two that lead upwards would make the
    number of paths grow with every level. A folder that cannot be read is passed to
    `on_error`. Has no limit of depth, as `os.walk` has before Python 3.12.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        below: list[str] = []
        files: list[str] = []
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if _is_folder(entry, follow_links=False):
                        below.append(entry.name)
                    elif not _is_folder(entry, follow_links=True):
                        files.append(entry.name)
        except OSError as error:
            on_error(error)
        yield here, below, files
        waiting += (os.path.join(here, name) for name in sorted(below, reverse=True))  # noqa: PTH118  (strings are faster)


def find_matches(pattern: str, on_error: OnError) -> list[str]:
    """Return the sorted paths that a glob pattern matches, without hidden ones.

    `**` matches any number of folders. Wildcards match no links to folders, and lead through
    none: they may lead anywhere. A link that the pattern names before its first wildcard is
    followed.
    """
    base = fixed_folder(pattern)
    if "**" not in Path(pattern).parts:
        # Unlike Path.glob, this accepts absolute patterns and skips hidden files.
        matches = sorted(glob.glob(pattern))  # noqa: PTH207
        return [match for match in matches if not _leads_through_link(match, base)]
    rest = Path(pattern).parts[len(Path(base).parts) :]
    found: list[str] = []
    for here, below, files in walk(base, on_error):
        below[:] = [name for name in below if not name.startswith(".")]
        parts = Path(os.path.relpath(here, base)).parts
        found += (
            str(Path(here, name))
            for name in (*below, *files)
            if not name.startswith(".") and _matches((*parts, name), rest)
        )
    return sorted(found)


def fixed_folder(pattern: str) -> str:
    """Return the folder of a pattern that precedes its first part with a wildcard.

    >>> fixed_folder("articles/2024/*/a?.txt")
    'articles/2024'
    """
    fixed = takewhile(lambda part: not glob.has_magic(part), Path(pattern).parts)
    return str(Path(*fixed))


def _leads_through_link(path: str, base: str) -> bool:
    """Return whether a part of a path below `base` is a link to a folder."""
    depth = len(Path(base).parts)
    below = [each for each in (Path(path), *Path(path).parents) if len(each.parts) > depth]
    return any(os.path.islink(each) and os.path.isdir(each) for each in below)  # noqa: PTH112, PTH114  (no error for a path that is too long)


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_matches(parts[at:], pattern[1:]) for at in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])


def _is_folder(entry: "os.DirEntry[str]", *, follow_links: bool) -> bool:
    try:
        return entry.is_dir(follow_symlinks=follow_links)
    except OSError:  # a link to itself
        return False
