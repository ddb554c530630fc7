"""Result cache: a folder with a file per entry and least-recently-used eviction."""

import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.read_file import MEGABYTE, read_file, size_setting

if TYPE_CHECKING:
    from editkit.cache.results import CachedResults

DEFAULT_MEGABYTES = 200
"""Default size limit in megabytes; `EDITKIT_CACHE_SIZE` overrides it."""
MAX_AGE_DAYS = 30
"""Days after which an entry that no run has used is deleted."""
_ENTRY_NAME = lazy_pattern(r"[0-9a-f]{64}(\.[0-9a-f]{8})?")
"""The name of an entry, or of one that is being written."""
_BLOCK_BYTES = 4096
"""Block size of most file systems, to which file sizes are rounded up."""
_TRIM_RATIO = 0.9
"""Share of the limit that a trim leaves in use, so that the next runs need not trim."""
_TRIMS_PER_LIMIT = 16
"""Number of trims while a run writes as many bytes as the limit."""


@dataclass(frozen=True, slots=True)
class CacheEntry:
    """A file of the cache, its size on disk, and when it was last used (seconds since 1970)."""

    used: float
    size: int
    path: Path


class ResultCache:
    """A folder of entries by key; safe with several processes, since entries are atomic.

    `limit` is in bytes. Errors of the file system are ignored: nothing is cached then.
    Entries have phrases of the articles, so only this user can read them.
    """

    def __init__(self, folder: Path, limit: int = DEFAULT_MEGABYTES * MEGABYTE) -> None:
        self._folder, self._limit = folder, limit
        self._written = 0
        self._usable = limit > 0

    def for_run(self, corpus: str = "", glossary: str = "") -> "CachedResults":
        """Return the cached results of one run; for `corpus` and `glossary`, see there."""
        from editkit.cache.results import CachedResults  # noqa: PLC0415  (needs the toolset)

        return CachedResults(self, corpus, glossary)

    def has(self, key: str) -> bool:
        """Return whether there is an entry, which may be corrupt."""
        return self._usable and self._path(key).is_file()

    def get(self, key: str) -> bytes | None:
        """Return an entry, or None, and mark it as used now."""
        if not self._usable:
            return None
        path = self._path(key)
        try:
            data = read_file(path, limit=self._limit)
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Write an entry atomically: concurrent readers get either the old or the new one."""
        if not self._usable or len(data) > self._limit // 2:
            return
        draft = self._folder / f"{key}.{secrets.token_hex(4)}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                _write_private(draft, data)
                draft.replace(self._path(key))
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
        except OSError:
            self._usable = False
            return
        self._written += _on_disk(len(data))
        if self._written * _TRIMS_PER_LIMIT > self._limit:
            self.trim()

    def trim(self) -> None:
        """Delete entries unused for `MAX_AGE_DAYS`, and the least recently used over the limit."""
        self._written = 0
        entries = self.entries()
        size = sum(entry.size for entry in entries)
        target = size if size <= self._limit else self._limit * _TRIM_RATIO
        oldest = time.time() - MAX_AGE_DAYS * 86_400
        for entry in entries:
            if size <= target and entry.used >= oldest:
                return
            with suppress(OSError):
                entry.path.unlink()
            size -= entry.size

    def entries(self) -> list["CacheEntry"]:
        """Return the entries, the least recently used first; files of others are left out."""
        entries: list[CacheEntry] = []
        with suppress(OSError), os.scandir(self._folder) as found:
            for file in found:
                if not _ENTRY_NAME.fullmatch(file.name):
                    continue
                with suppress(OSError):  # another process may have deleted it
                    stat = file.stat(follow_symlinks=False)
                    if not S_ISREG(stat.st_mode):
                        continue
                    size = _on_disk(stat.st_size)
                    entries.append(CacheEntry(stat.st_mtime, size, Path(file.path)))
        return sorted(entries, key=lambda entry: (entry.used, entry.path))

    def clear(self) -> list["CacheEntry"]:
        """Delete all entries and return those that could be deleted."""
        deleted: list[CacheEntry] = []
        for entry in self.entries():
            with suppress(OSError):
                entry.path.unlink()
                deleted.append(entry)
        return deleted

    def close(self) -> None:
        """Trim the cache if anything was added."""
        if self._written:
            self.trim()

    @property
    def limit(self) -> int:
        """The size limit in bytes."""
        return self._limit

    @property
    def folder(self) -> Path:
        """The folder of the entries."""
        return self._folder

    def _path(self, key: str) -> Path:
        return self._folder / key


def user_cache() -> ResultCache:
    """Return the current user's cache, in the cache folder that has the engines, too.

    Raises InputError if `EDITKIT_CACHE_SIZE` is not a whole number of megabytes.
    """
    from editkit.engines.folders import cache_folder  # noqa: PLC0415  (not needed without a cache)

    limit = size_setting("EDITKIT_CACHE_SIZE", DEFAULT_MEGABYTES)
    return ResultCache(cache_folder() / "results", limit)


def _write_private(path: Path, data: bytes) -> None:
    """Write a new file that only this user can read."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)


def _on_disk(size: int) -> int:
    return -(-size // _BLOCK_BYTES) * _BLOCK_BYTES
