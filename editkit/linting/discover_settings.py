"""Discovery of settings: the files that paths match, and the settings of each."""

import os
from collections.abc import Iterable
from dataclasses import dataclass

from editkit.config import Configuration, Settings
from editkit.core.result import Notice
from editkit.linting.discovery import STDIN, SourceFile, expand, skipped_files_message


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files of a run, each with its settings, and the notices about the run as a whole."""

    files: tuple[tuple[Settings, SourceFile], ...]
    notices: tuple[Notice, ...] = ()


def find_files(paths: Iterable[str], configuration: Configuration) -> FoundFiles:
    """Return the files that `paths` match.

    A notice counts the files in folders that have a format which editkit does not check.
    Raises InputError for an invalid configuration, before any file is read.
    """
    skipped: set[str] = set()
    files = list(expand(paths, skipped, configuration.format_for))
    settings = [
        configuration.for_folder() if f.uri == STDIN else configuration.for_file(f.uri)
        for f in files
    ]
    for each in set(settings):
        skipped -= {os.path.realpath(name) for name in (*each.data_files, each.baseline) if name}
    notices = (Notice(skipped_files_message(skipped)),) if skipped else ()
    return FoundFiles(tuple(zip(settings, files, strict=True)), notices)
