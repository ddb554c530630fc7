"""Runs over the files that a user names."""

import os
from collections.abc import Generator, Iterable
from dataclasses import replace

from editkit.config import Configuration, Settings
from editkit.core.result import FileResult
from editkit.linting.discovery import STDIN, Found, expand, skipped_remark
from editkit.linting.session import Progress, Session


def find(paths: Iterable[str], configuration: Configuration) -> tuple[tuple[Settings, Found], ...]:
    """Return the files that `paths` name, each with its settings.

    Raises InputError for a faulty configuration, before any file is read.
    """
    skipped: set[str] = set()
    files = list(expand(paths, skipped))
    settings = [configuration.at() if f.uri == STDIN else configuration.of(f.uri) for f in files]
    for each in set(settings):
        skipped -= {os.path.realpath(name) for name in (*each.tables, each.baseline) if name}
    if skipped:  # a folder has at least one file, or a fault
        files[0] = replace(files[0], remark=skipped_remark(skipped))
    return tuple(zip(settings, files, strict=True))


def run(
    paths: Iterable[str], configuration: Configuration, *, progress: Progress = lambda *_: None
) -> Generator[FileResult, None, None]:
    """Yield the result of each file that `paths` name, one at a time.

    A file that cannot be read has a result without a package. Raises InputError
    for a faulty configuration or glossary, before any file is read.
    """
    files = find(paths, configuration)
    with Session(progress) as session:
        yield from session.run(files)
