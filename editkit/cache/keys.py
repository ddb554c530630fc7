"""Cache keys: hashes of everything that the results of a file depend on."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from editkit._version import __version__
from editkit.config import Settings
from editkit.core.plugins import installed
from editkit.core.storage.read_file import read_file
from editkit.linting.toolset import needs_engines

_FORMAT_VERSION = 3
"""Version of the entries' format, to be incremented when it changes."""


@dataclass(frozen=True, slots=True)
class ToolsetKey:
    """The cache key of a toolset; `engine_missing` if a requested engine is not installed."""

    key: str
    engine_missing: bool = False

    def for_file(self, format_name: str, content: str, name: str = "") -> str:
        """Return the key of a file's result; `content` is the SHA-256 of its bytes."""
        return _hash(self.key, format_name, content, name)


def toolset_key(settings: Settings, corpus: str = "", glossary: str = "") -> ToolsetKey | None:
    """Return the cache key of the toolset for `settings`.

    It depends on editkit, the installed packages and plug-ins, the settings, the contents of the
    glossaries, packs and word lists, and the engine. `corpus` is the digest of the
    files for cross-file analysis, `glossary` that of a glossary which replaces the
    glossary files. Returns None, so that nothing is cached, if the engine
    cannot be identified or a glossary cannot be read.
    """
    # Built-in packs are left out; they only change with editkit.
    file_digests = [_file_digest(Path(name)) for name in settings.data_files]
    engine = _engine_identity(settings)
    if engine is None or None in file_digests:
        return None
    # These settings do not change the cached result: baselines are applied to it afterwards.
    # `outside_files` do, since notices quote nothing of them.
    relevant = replace(settings, color="auto", cache=True, baseline=None, root=None)
    relevant = replace(relevant, per_file_ignores=(), project_files=())
    names, engine_missing = engine
    parts = (
        _FORMAT_VERSION,
        __version__,
        installed_digest(),
        plugin_identities(),
        relevant,
        file_digests,
        names,
        corpus,
        glossary,
    )
    return ToolsetKey(_hash(*parts), engine_missing)


@cache
def installed_digest() -> str:
    """Return a digest of editkit's files and of the installed packages' names and versions."""
    folders = (Path(name) for name in sys.path if name.endswith("-packages"))
    packages = sorted(name for folder in folders for name in _distributions(folder))
    return _hash(sys.version, packages, tree_digest(Path(__file__).parent.parent))


@cache
def plugin_identities() -> tuple[tuple[str, ...], ...]:
    """Return the names and versions of the plug-ins, and digests of their files.

    The files count too, since those of an editable installation change without a new version.
    """
    return tuple(
        (
            plugin.group,
            plugin.name,
            plugin.entry.value,
            plugin.distribution,
            plugin.version,
            _module_digest(plugin.entry.module.partition(".")[0]),
        )
        for plugin in installed()
    )


def _module_digest(name: str) -> str:
    """Return a digest of the files of a top-level module or package, without importing it."""
    from importlib.util import find_spec  # noqa: PLC0415  (only with plug-ins)

    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return ""
    if spec is None:
        return ""
    if spec.submodule_search_locations is None:
        return _hash(spec.origin, _file_digest(Path(spec.origin or "")))
    return _hash(*(tree_digest(Path(folder)) for folder in spec.submodule_search_locations))


def tree_digest(folder: Path) -> str:
    """Return a digest of the paths, sizes and modification times of the files in `folder`."""
    found: list[tuple[str, int, int]] = []
    if not folder.is_dir():  # editkit is imported from an archive
        archives = (each for each in folder.parents if each.is_file())
        found.extend((str(each), *_size_and_time(each)) for each in archives)
    for here, below, names in os.walk(folder):
        below[:] = [name for name in below if name != "__pycache__"]
        for name in names:
            path = Path(here, name)
            found.append((str(path), *_size_and_time(path)))
    return _hash(sorted(found))


def _size_and_time(path: Path) -> tuple[int, int]:
    stat = path.lstat()  # not of the target, which may be missing
    return stat.st_size, stat.st_mtime_ns


def _engine_identity(settings: Settings) -> tuple[tuple[str, ...], bool] | None:
    """Return the names of the engines' identities, and whether an engine is not installed.

    None if an engine cannot be identified.
    """
    if not needs_engines(settings):
        return (), False
    from editkit.core.engine_provider import EngineAccess  # noqa: PLC0415  (term-only runs use no engine)
    from editkit.engines.selection import current_identities  # noqa: PLC0415  (as above)

    access = EngineAccess(
        settings.offline, settings.engine_urls, options=settings.options_of_engines
    )
    known = current_identities(settings.engine, settings.lang, access)
    if known is None:
        return None
    return tuple(each.name for each in known), any(each.is_unavailable for each in known)


def _file_digest(path: Path) -> str | None:
    try:
        return sha256(read_file(path)).hexdigest()
    except OSError:
        return None


def _distributions(folder: Path) -> Iterable[str]:
    try:
        return [name for name in os.listdir(folder) if name.endswith(".dist-info")]  # noqa: PTH208  (names only)
    except OSError:
        return ()


def _hash(*parts: object) -> str:
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
