"""Texts for a pool of processes."""

from dataclasses import replace

import psutil

from editkit.config import Settings
from editkit.core.result import FileResult
from editkit.linting.files.source_file import SourceFile

ALL_RULES = Settings(engine="none")


BARE = replace(ALL_RULES, select=("repeated-word", "deprecated-term"))
"""Few rules, since importing all of them takes most of the time of a worker."""


def texts(count: int) -> list[tuple[Settings, SourceFile]]:
    return [
        (BARE, SourceFile(f"{n:02}.txt", data=b"The the plant %d  is here." % n * (n % 7 + 1)))
        for n in range(count)
    ]


def without_segments(result: FileResult) -> FileResult:
    """Return a result without the segments of its documents, which caches and workers omit."""
    if result.package is None:
        return result
    bare = tuple(replace(d, segments=()) for d in result.package.documents)
    parts = zip(result.documents, bare, strict=True)
    return replace(
        result,
        package=replace(result.package, documents=bare),
        documents=tuple(replace(part, document=document) for part, document in parts),
    )


def _workers(parent: int) -> list[psutil.Process]:
    """Return the living workers of a process."""
    below = psutil.Process(parent).children()
    return [child for child in below if "spawn_main" in " ".join(child.cmdline())]
