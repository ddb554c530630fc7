"""Which engines are there, and how to get those that are not."""

from dataclasses import dataclass
from importlib.metadata import version

from editkit.core.engine import EngineError
from editkit.engines.languagetool.connection import RemoteLink
from editkit.engines.languagetool.file_locks import require_locks
from editkit.engines.languagetool.install import missing
from editkit.engines.languagetool.java import find_java
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.provision import (
    HOW_TO_GET,
    EngineSettings,
    Installation,
    Remote,
    look,
)


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """An engine: whether a run can use it now, what it is made of, and what it lacks."""

    name: str
    version: str | None
    ready: bool
    parts: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


def engine_status(settings: EngineSettings) -> tuple[EngineStatus, ...]:
    """Return the state of every engine; starts nothing and fetches nothing."""
    harper = EngineStatus("harper", version("harper-py"), ready=True, parts=("in this process",))
    return (_languagetool(settings), harper)


def _languagetool(settings: EngineSettings) -> EngineStatus:
    parts: list[str] = []
    lacks: list[str] = []
    known = None
    try:
        found = look(settings)
        if isinstance(found, Remote):
            return _remote(found, settings)
        if found is None:
            lacks.append(f"LanguageTool is not in the cache; {HOW_TO_GET}.")
        else:
            known = found.version
            parts.append(f"jars in {found.jar.parent}")
            lacks += _damage(found)
    except EngineError as error:
        lacks.append(str(error))
    try:
        require_locks()
        java = find_java()
        parts.append(f"Java {java.release} at {java.path}")
    except EngineError as error:
        lacks.append(str(error))
    return EngineStatus("languagetool", known, not lacks, tuple(parts), tuple(lacks))


def _damage(found: Installation) -> list[str]:
    damaged = missing(read_lock(), found.jar.parent) if found.pinned else ()
    if not damaged:
        return []
    return [f"{len(damaged)} of its jars are missing or damaged; {HOW_TO_GET}."]


def _remote(found: Remote, settings: EngineSettings) -> EngineStatus:
    place = (f"server at {found.url}",)
    if settings.offline and not found.local:
        return EngineStatus("languagetool", None, ready=False, lacks=("not asked when offline.",))
    try:
        link = RemoteLink(found.url)
    except EngineError as error:
        return EngineStatus("languagetool", None, ready=False, parts=place, lacks=(str(error),))
    link.close()
    return EngineStatus("languagetool", link.version, ready=True, parts=place)
