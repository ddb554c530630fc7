"""What the results of a file depend on, as one key: as soon as any of it differs, so does it."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import editkit
from editkit.config import Settings
from editkit.linting.toolset import engines_wanted

_SHAPE = 1
"""Goes up when what is kept is written in another way."""


@dataclass(frozen=True, slots=True)
class BenchKey:
    """What files are checked with, as a key; `lacking` where it lacks an engine that is named."""

    key: str
    lacking: bool = False

    def file(self, form: str, content: str, name: str = "") -> str:
        """Return the key of a file's results: of its format and the SHA-256 of its bytes."""
        return _hash(self.key, form, content, name)


def bench_key(settings: Settings, scope: str = "") -> BenchKey | None:
    """Return the key of what files of equal settings are checked with.

    That is editkit and all that is installed beside it, the settings, the
    contents of the glossaries, packs and word lists, and the engine. `scope` is
    whatever else results depend on. None where the engine cannot be told, or a
    glossary not be read: then nothing is to be remembered.
    """
    # The packs that are not among them change with editkit's files.
    glossaries = [_content(Path(name)) for name in settings.tables]
    engine = _engine(settings)
    if engine is None or None in glossaries:
        return None
    # What a reader sees differently is still the same result; a baseline comes after it.
    told = replace(settings, color="auto", cache=True, baseline=None, root=None)
    told = replace(told, per_file_ignores=())
    name, lacking = engine
    parts = (_SHAPE, editkit.__version__, installed(), told, glossaries, name, scope)
    return BenchKey(_hash(*parts), lacking)


@cache
def installed() -> str:
    """Return what changes when editkit's own files do, or a package is installed or updated."""
    shelves = (Path(name) for name in sys.path if name.endswith("-packages"))
    packages = sorted(entry for shelf in shelves for entry in _listed(shelf))
    return _hash(sys.version, packages, stamp(Path(editkit.__file__).parent))


def stamp(folder: Path) -> str:
    """Return what changes when a file below `folder` does, by its size and time."""
    found: list[tuple[str, int, int]] = []
    for here, below, names in os.walk(folder):
        below[:] = [name for name in below if name != "__pycache__"]
        for name in names:
            path = Path(here, name)
            stat = path.stat()
            found.append((str(path), stat.st_size, stat.st_mtime_ns))
    return _hash(sorted(found))


def _engine(settings: Settings) -> tuple[str, bool] | None:
    """Return what tells one engine from another, and whether one that is named is lacking."""
    if not engines_wanted(settings):
        return "none", False
    if settings.engine == "harper":
        return "harper", False  # its version is a package's
    from editkit.engines.languagetool.identity import identity  # noqa: PLC0415  (term-only runs go without)
    from editkit.engines.languagetool.provision import EngineSettings  # noqa: PLC0415  (as above)

    known = identity(EngineSettings(url=settings.languagetool_url, offline=settings.offline))
    return None if known is None else (known.name, known.lacking)


def _content(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _listed(shelf: Path) -> Iterable[str]:
    try:
        return [name for name in os.listdir(shelf) if name.endswith(".dist-info")]  # noqa: PTH208  (names only)
    except OSError:
        return ()


def _hash(*parts: object) -> str:
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
