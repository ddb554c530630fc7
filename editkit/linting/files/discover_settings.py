"""Discovery of settings: the files that paths match, and the settings of each."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from editkit.config import Configuration, Settings
from editkit.core.errors import InputError
from editkit.core.result import Notice
from editkit.linting.files.discovery import expand, skipped_files_message
from editkit.linting.files.ignored_paths import Excludes, PathFilter
from editkit.linting.files.source_file import STDIN, SourceFile


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files of a run, each with its settings, and the notices about the run as a whole."""

    files: tuple[tuple[Settings, SourceFile], ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """How files are searched for.

    Without `reads_ignore_files`, .gitignore and .ignore are not read; with `force_exclude`, files
    that the user has named are left out as well if they are ignored or excluded. `stdin_name` is
    the path that the standard input is checked as.
    """

    reads_ignore_files: bool = True
    force_exclude: bool = False
    stdin_name: str | None = None


def find_files(
    paths: Iterable[str], configuration: Configuration, search: Search = Search()
) -> FoundFiles:
    """Return the files that `paths` match, without ignored and excluded ones.

    A notice counts the files in folders that have a format which editkit does not check.
    Raises InputError for an invalid configuration, before any file is read.
    """
    skipped: set[str] = set()

    @cache
    def excludes_of(folder: str) -> Excludes:
        try:
            return configuration.for_folder(folder).exclude
        except InputError:  # it is raised again if there is an article in the folder
            return ()

    kept = PathFilter(excludes_of, search.reads_ignore_files, search.force_exclude)
    found = expand(paths, skipped, kept, configuration.format_for)
    files = [_named(file, search.stdin_name) for file in found]
    settings = [
        configuration.for_folder() if f.uri == STDIN else configuration.for_file(f.uri)
        for f in files
    ]
    for each in set(settings):
        skipped -= {os.path.realpath(name) for name in (*each.data_files, each.baseline) if name}
    notices = dict.fromkeys(kept.notices)
    if skipped:
        notices[Notice(skipped_files_message(skipped))] = None
    known = (
        (own, replace(file, encoding=own.encoding))
        for own, file in zip(settings, files, strict=True)
    )
    return FoundFiles(tuple(known), tuple(notices))


def _named(file: SourceFile, stdin_name: str | None) -> SourceFile:
    return replace(file, uri=stdin_name) if file.is_stdin and stdin_name else file
