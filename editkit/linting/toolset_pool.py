"""Toolset pool: keeps toolsets open between runs and lends them to runs."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from editkit.config import Settings
from editkit.core.glossary import Glossary
from editkit.linting.toolset import Toolset

OpenToolset = Callable[[Settings, Glossary | None], Toolset]

MAX_TOOLSETS = 8
"""Number of toolsets that are kept; the least recently used one is closed first."""


class ClosedError(ValueError):
    """A linter's session was closed before or during its use."""

    def __init__(self, message: str = "This Linter is closed.") -> None:
        super().__init__(message)


@dataclass(slots=True, eq=False)
class _Entry:
    """A toolset and the number of runs that use it now."""

    toolset: Toolset
    leases: int = 0

    @property
    def is_exhausted(self) -> bool:
        return any(engine.exhausted for engine in self.toolset.engines)


class ToolsetPool:
    """Toolsets by settings and glossary, each opened by `open_toolset` when it is needed.

    Thread-safe. A toolset that is replaced or no longer kept is closed once no run uses it.
    """

    def __init__(self, open_toolset: OpenToolset) -> None:
        self._open_toolset = open_toolset
        self._entries: OrderedDict[object, _Entry] = OrderedDict()
        self._closed = False
        # Reentrant: an abandoned run may be garbage-collected while its thread has the lock.
        self._lock = RLock()

    @contextmanager
    def lease(self, settings: Settings, glossary: Glossary | None) -> Iterator[Toolset]:
        """Yield the toolset for `settings`; it is not closed while it is leased.

        `glossary` replaces the glossary files of the settings. Raises InputError for a
        glossary, pack or word list that cannot be read, and ClosedError after `close`.
        """
        entry = self._acquire(settings, glossary)
        try:
            yield entry.toolset
        finally:
            with self._lock:
                entry.leases -= 1
                if entry not in self._entries.values():
                    self._close_if_unused(entry)

    def close(self) -> None:
        """Close all toolsets, those that are leased at the end of their last lease."""
        with self._lock:
            self._closed = True
            while self._entries:
                self._close_if_unused(self._entries.popitem()[1])

    def _acquire(self, settings: Settings, glossary: Glossary | None) -> _Entry:
        # By content: a worker of a cluster may unpickle the glossary anew for each text.
        digest = None if glossary is None else glossary.digest
        key = (settings, digest, _file_versions(settings))
        with self._lock:
            if self._closed:
                raise ClosedError
            entry = self._entries.get(key)
            if entry is not None and entry.is_exhausted:
                self._close_if_unused(self._entries.pop(key))
                entry = None
            if entry is None:
                entry = self._entries[key] = _Entry(self._open_toolset(settings, glossary))
            entry.leases += 1
            self._entries.move_to_end(key)
            if len(self._entries) > MAX_TOOLSETS:
                _, oldest = self._entries.popitem(last=False)
                self._close_if_unused(oldest)
            return entry

    def _close_if_unused(self, entry: _Entry) -> None:
        if not entry.leases:
            entry.toolset.close()


def _file_versions(settings: Settings) -> tuple[tuple[int, int], ...]:
    """Return the times and sizes of the glossaries, packs and word lists."""
    files = map(Path, settings.data_files)  # built-in packs only change with editkit
    stats = (file.stat() for file in files if file.exists())
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)
