"""Contracts of a session with what its caller provides: result cache and baseline filter.

They keep `linting` independent of `cache` and `baseline`, which import it.
"""

from collections.abc import Callable
from typing import Protocol

from editkit.config import Settings
from editkit.core.result import FileResult
from editkit.core.storage.blob_store import BlobStore
from editkit.linting.files.source_file import SourceFile
from editkit.linting.toolset import Toolset


class ResultFilter(Protocol):
    """Drops known issues from results."""

    def apply(self, settings: Settings, result: FileResult, /) -> FileResult:
        """Return a result without known issues, and with their number."""


LoadFilter = Callable[[str], ResultFilter]
"""Returns the filter for the baseline at a path; raises InputError if it cannot be read."""


class RunResults(Protocol):
    """Cached results of one run."""

    def has_toolset(self, settings: Settings, /) -> bool:
        """Return whether the reports and notices of the toolset for `settings` are cached."""

    def put_toolset(self, settings: Settings, toolset: Toolset, /) -> None:
        """Cache the reports and notices of an open toolset."""

    def has(self, settings: Settings, file: SourceFile, /) -> bool:
        """Return whether there is a cache entry for a file, which may be corrupt."""

    def get(self, settings: Settings, file: SourceFile, /) -> FileResult | None:
        """Return the cached result of a file, or None."""

    def put(self, settings: Settings, result: FileResult, file: SourceFile, /) -> None:
        """Cache the result of a file, unless a check or an engine has failed."""


class ResultStore(BlobStore, Protocol):
    """A store of entries, which engines use as well, that caches the results of runs."""

    def for_run(self, corpus: str = "", glossary: str = "") -> RunResults:
        """Return the cached results of one run.

        `corpus` is the digest of the files that are compared with each other, and `glossary`
        that of the glossary which replaces the files of the settings; "" if there is none.
        """

    def close(self) -> None:
        """Finish writing."""
