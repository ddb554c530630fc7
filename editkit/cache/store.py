"""Result cache: a folder with a file per entry and least-recently-used eviction."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from editkit.core.errors import InputError
from editkit.core.read_file import read_file

if TYPE_CHECKING:
    from editkit.cache.results import CachedResults

MEGABYTE = 1_000_000
DEFAULT_MEGABYTES = 200
"""Default size limit in megabytes; `EDITKIT_CACHE_SIZE` overrides it."""
_BLOCK_BYTES = 4096
"""Block size of most file systems, to which file sizes are rounded up."""
_TRIM_RATIO = 0.9
"""Share of the limit that a trim leaves in use, so that the next runs need not trim."""
_TRIMS_PER_LIMIT = 16
"""Number of trims while a run writes as many bytes as the limit."""


class ResultCache:
    """A folder of entries by key; safe with several processes, since entries are atomic.

    `limit` is in bytes. Errors of the file system are ignored: nothing is cached then.
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
            data = read_file(path)
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
                draft.write_bytes(data)
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
        """Delete the least recently used entries if the cache is over its limit."""
        self._written = 0
        entries: list[tuple[int, int, str]] = []
        with suppress(OSError), os.scandir(self._folder) as found:
            for entry in found:
                with suppress(OSError):  # another process may have deleted it
                    stat = entry.stat()
                    entries.append((stat.st_mtime_ns, _on_disk(stat.st_size), entry.path))
        size = sum(each for _, each, _ in entries)
        if size <= self._limit:
            return
        for _, each, path in sorted(entries):
            if size <= self._limit * _TRIM_RATIO:
                return
            with suppress(OSError):
                Path(path).unlink()
            size -= each

    def close(self) -> None:
        """Trim the cache if anything was added."""
        if self._written:
            self.trim()

    def _path(self, key: str) -> Path:
        return self._folder / key


def user_cache() -> ResultCache:
    """Return the current user's cache, in the cache folder that has the engines, too.

    Raises InputError if `EDITKIT_CACHE_SIZE` is not a whole number of megabytes.
    """
    from editkit.engines.folders import cache_folder  # noqa: PLC0415  (not needed without a cache)

    size = os.environ.get("EDITKIT_CACHE_SIZE") or str(DEFAULT_MEGABYTES)
    if not size.isdecimal():
        raise InputError(f"EDITKIT_CACHE_SIZE is “{size}”, which is no number of megabytes.")
    return ResultCache(cache_folder() / "results", int(size) * MEGABYTE)


def _on_disk(size: int) -> int:
    return -(-size // _BLOCK_BYTES) * _BLOCK_BYTES
