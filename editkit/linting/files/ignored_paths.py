"""Ignored paths: what .gitignore, .ignore and the setting `exclude` leave out of folders."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.result import Notice
from editkit.core.storage.read_file import MEGABYTE, read_file
from editkit.linting.files.ignore_patterns import IgnorePatterns

_IGNORE_FILES = (".ignore", ".gitignore")
"""The names of ignore files; the patterns of the first one take precedence."""
_MAX_BYTES = MEGABYTE
_MAX_LINES = 10_000
"""Limits of an ignore file, which may have come with the articles."""

Excludes = Sequence[tuple[str, tuple[str, ...]]]
"""Excluded patterns, each group with the folder it is relative to, links resolved."""


def _no_excludes(_: str) -> Excludes:
    return ()


@dataclass(frozen=True, slots=True)
class PathFilter:
    """Decides which files and folders a search leaves out.

    `excludes_of` returns the excluded patterns for the files of a folder. Without
    `reads_files`, no ignore file is read. With `is_forced`, files that the user has named are
    left out as well. Notices about ignore files that cannot be read are added to `notices`.
    """

    excludes_of: Callable[[str], Excludes] = _no_excludes
    reads_files: bool = True
    is_forced: bool = False
    notices: list[Notice] = field(default_factory=list)
    _known: "dict[str, FolderFilter]" = field(default_factory=dict, repr=False)

    def folder(self, folder: str) -> "FolderFilter":
        """Return the filter of a folder, given with links resolved.

        Ignore files in the folders that contain it count up to the root of the repository, or
        outside of one, up to the current folder.
        """
        if folder not in self._known:
            outer, *inner = _folders_from_root(Path(folder))
            found = FolderFilter(self, outer, ()).with_files()
            for each in inner:
                found = found.enter(each)
            self._known[folder] = found
        return self._known[folder]

    def hides(self, path: str, base: str | None = None) -> bool:
        """Return whether a file, or a folder between it and `base`, is left out.

        Without `base`, all folders count whose ignore files do.
        """
        real = Path(os.path.realpath(Path(path).parent), Path(path).name)
        start = _folders_from_root(real.parent)[0] if base is None else os.path.realpath(base)
        if not real.is_relative_to(start):
            return False
        found = self.folder(start)
        *folders, name = real.relative_to(start).parts
        for each in folders:
            if found.ignores(each, is_folder=True):
                return True
            inner = str(Path(found.path, each))
            if inner not in self._known:
                self._known[inner] = found.enter(inner)
            found = self._known[inner]
        return found.ignores(name, is_folder=os.path.isdir(real))  # noqa: PTH112  (as below)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns of the file or setting `name`, and the start of the paths they are about."""

    name: str
    prefix: str
    patterns: IgnorePatterns

    def ignores(self, path: str) -> bool | None:
        """Return whether `path`, which ends with a slash if it is a folder, is ignored."""
        if not path.startswith(self.prefix):
            return None
        return self.patterns.ignores(path.removeprefix(self.prefix).replace(os.sep, "/"))


@dataclass(frozen=True, slots=True)
class FolderFilter:
    """Decides what is left out in the folder `path`, given the ignore files that apply to it."""

    search: PathFilter
    path: str
    rules: tuple[_Rules, ...]

    def enter(self, folder: str) -> "FolderFilter":
        """Return the filter of a folder inside this one; a repository does not inherit files."""
        is_repository = self.rules and os.path.lexists(Path(folder, ".git"))
        return FolderFilter(self.search, folder, () if is_repository else self.rules).with_files()

    def with_files(self) -> "FolderFilter":
        """Return this filter with the ignore files in the folder itself."""
        if not self.search.reads_files:
            return self
        found = list(self.rules)
        if os.path.isdir(os.path.join(self.path, ".git")):  # noqa: PTH112, PTH118  (no error for a long path)
            found += self._read(".git/info/exclude", ".gitignore")
        for name in _IGNORE_FILES:
            found += self._read(name, name)
        return replace(self, rules=tuple(found))

    def ignores(self, name: str, *, is_folder: bool) -> bool:
        """Return whether the file or folder `name` in this folder is left out.

        The last pattern of the nearest file decides.
        """
        path = f"{_prefix(self.path)}{name}{'/' if is_folder else ''}"
        for folder, patterns in self.search.excludes_of(self.path):
            if _Rules("exclude", _prefix(folder), _excluded(patterns)).ignores(path):
                return True
        for file in _IGNORE_FILES:
            for rules in reversed(self.rules):
                ignored = rules.ignores(path) if rules.name == file else None
                if ignored is not None:
                    return ignored
        return False

    def _read(self, file: str, name: str) -> list[_Rules]:
        path = Path(self.path, file)
        if not os.path.lexists(path):
            return []
        lines, problem = _lines(path)
        if problem:
            self.search.notices.append(Notice(problem, _shown(path)))
        patterns = IgnorePatterns.parse(lines)
        return [_Rules(name, _prefix(self.path), patterns)] if patterns.rules else []


def _lines(path: Path) -> tuple[list[str], str]:
    """Return the lines of an ignore file, and what of it cannot be used."""
    try:
        # As for git: the file may have come with the articles, and the target is none of them.
        reason = "it is a link" if path.is_symlink() else ""
        lines = [] if reason else read_file(path, limit=_MAX_BYTES).decode("utf-8-sig").split("\n")
    except OSError as error:
        lines, reason = [], str(error.strerror)
    except UnicodeDecodeError:
        lines, reason = [], "it is not UTF-8"
    if reason:
        return lines, f"This file is not used: {reason}; what it ignores is checked."
    if len(lines) > _MAX_LINES:
        return lines[:_MAX_LINES], f"Only the first {_MAX_LINES:,} lines of this file are used."
    return lines, ""


@cache
def _excluded(patterns: tuple[str, ...]) -> IgnorePatterns:
    """Return the patterns of a setting or option; raise InputError for an invalid one."""
    for each in patterns:
        if not IgnorePatterns.parse([each]).rules:
            raise InputError(f"exclude: “{each}” is no pattern as in a .gitignore.")
    return IgnorePatterns.parse(patterns)


def _prefix(folder: str) -> str:
    return folder if folder.endswith(os.sep) else f"{folder}{os.sep}"


def _folders_from_root(folder: Path) -> tuple[str, ...]:
    """Return the folders from the root of the repository, or the current folder, to `folder`."""
    root = next((p for p in (folder, *folder.parents) if os.path.lexists(p / ".git")), None)
    if root is None:
        current = Path(os.path.realpath("."))
        root = current if folder.is_relative_to(current) else folder
    return (*(str(p) for p in reversed(folder.parents) if p.is_relative_to(root)), str(folder))


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
