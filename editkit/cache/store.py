"""Keeps results between runs: one file an entry, the least recently used of them given up."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from editkit.core.errors import InputError

MEGABYTE = 1_000_000
DEFAULT_SIZE = 200
"""Megabytes that are kept, unless `EDITKIT_CACHE_SIZE` differs."""
_BLOCK = 4096
"""Bytes that a file takes on most disks at least."""
_ROOM = 0.9
"""How much of the bound is left in use once it was reached, so that not every run has to look."""
_OFTEN = 16
"""How many times the bound is looked at while as much as it allows is written."""


class ResultCache:
    """A folder of entries by key; safe with several processes, since each is replaced whole.

    `limit` is in bytes. A folder that cannot be read or written costs nothing
    but what could have been remembered, and no word is said about it.
    """

    def __init__(self, folder: Path, limit: int = DEFAULT_SIZE * MEGABYTE) -> None:
        self._folder, self._limit = folder, limit
        self._written = 0
        self._usable = limit > 0

    def has(self, key: str) -> bool:
        """Whether there is an entry, damaged or not."""
        return self._usable and self._path(key).is_file()

    def get(self, key: str) -> bytes | None:
        """Return an entry, which counts as used now."""
        if not self._usable:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry; whoever reads it meanwhile finds the old one or the new, whole."""
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
        if self._written * _OFTEN > self._limit:
            self.trim()

    def trim(self) -> None:
        """Give up what was used longest ago until the rest keeps to the limit."""
        self._written = 0
        entries: list[tuple[int, int, str]] = []
        with suppress(OSError), os.scandir(self._folder) as found:
            for entry in found:
                with suppress(OSError):  # another process may have given it up
                    stat = entry.stat()
                    entries.append((stat.st_mtime_ns, _on_disk(stat.st_size), entry.path))
        size = sum(each for _, each, _ in entries)
        if size <= self._limit:
            return
        for _, each, path in sorted(entries):
            if size <= self._limit * _ROOM:
                return
            with suppress(OSError):
                Path(path).unlink()
            size -= each

    def close(self) -> None:
        """Keep to the limit, if anything was added."""
        if self._written:
            self.trim()

    def _path(self, key: str) -> Path:
        return self._folder / key


def user_cache() -> ResultCache:
    """Return the cache of the user who runs this, beside the engines.

    Raises InputError where `EDITKIT_CACHE_SIZE` is no number of megabytes.
    """
    from editkit.engines.folders import cache_folder  # noqa: PLC0415  (not by whoever keeps none)

    named = os.environ.get("EDITKIT_CACHE_SIZE") or str(DEFAULT_SIZE)
    if not named.isdecimal():
        raise InputError(f"EDITKIT_CACHE_SIZE is “{named}”, which is no number of megabytes.")
    return ResultCache(cache_folder() / "results", int(named) * MEGABYTE)


def _on_disk(size: int) -> int:
    return -(-size // _BLOCK) * _BLOCK
