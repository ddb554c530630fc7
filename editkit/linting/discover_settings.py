"""Discovery of settings: the files that paths match, and the settings of each."""

import os
from collections.abc import Iterable
from dataclasses import replace

from editkit.config import Configuration, Settings
from editkit.linting.discovery import STDIN, SourceFile, expand, skipped_files_message


def find_files(
    paths: Iterable[str], configuration: Configuration
) -> tuple[tuple[Settings, SourceFile], ...]:
    """Return the files that `paths` match, each with its settings.

    Raises InputError for an invalid configuration, before any file is read.
    """
    skipped: set[str] = set()
    files = list(expand(paths, skipped))
    settings = [
        configuration.for_folder() if f.uri == STDIN else configuration.for_file(f.uri)
        for f in files
    ]
    for each in set(settings):
        skipped -= {os.path.realpath(name) for name in (*each.data_files, each.baseline) if name}
    if skipped:  # `files` is not empty: a folder yields its files or an error
        files[0] = replace(files[0], run_notice=skipped_files_message(skipped))
    return tuple(zip(settings, files, strict=True))
