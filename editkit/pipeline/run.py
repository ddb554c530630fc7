"""Runs over the files that a user names."""

from collections.abc import Generator, Iterable
from dataclasses import replace

from editkit.config import Configuration, Settings
from editkit.core.result import FileResult
from editkit.pipeline.read import STDIN, Found, expand, skipped_remark
from editkit.pipeline.session import Progress, Session


def find(paths: Iterable[str], configuration: Configuration) -> tuple[tuple[Settings, Found], ...]:
    """Return the files that `paths` name, each with its settings.

    Raises InputError for a faulty configuration, before any file is read.
    """
    skipped: set[str] = set()
    files = list(expand(paths, skipped))
    if skipped:  # which takes a folder, and a folder has a file or a fault
        files[0] = replace(files[0], remark=skipped_remark(skipped))
    return tuple(
        (configuration.at() if f.uri == STDIN else configuration.of(f.uri), f) for f in files
    )


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
