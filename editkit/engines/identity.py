"""Which LanguageTool a run would have, told without starting it."""

from dataclasses import dataclass

from editkit.core.engine import EngineError
from editkit.engines import own_rules
from editkit.engines.file_locks import require_locks
from editkit.engines.java import find_java
from editkit.engines.lock import read_lock
from editkit.engines.provision import EngineSettings, Installation, Remote, look


@dataclass(frozen=True, slots=True)
class Identity:
    """A name that differs as soon as answers may; `lacking` where no LanguageTool can be had."""

    name: str
    lacking: bool = False


def identity(settings: EngineSettings) -> Identity | None:
    """Return the identity of the LanguageTool that is there; None where it cannot be told.

    Starts nothing and fetches nothing. A server that somebody else keeps is
    asked for its version; one that has none, or does not answer, has no
    identity, nor has a LanguageTool that is yet to be fetched.
    """
    try:
        found = look(settings)
        if isinstance(found, Remote):
            return _remote(found, settings)
    except EngineError:
        return None
    try:
        require_locks()
        java = find_java()
    except EngineError as error:
        return Identity(str(error), lacking=True)
    if found is None:
        return Identity("not in the cache", lacking=True) if settings.offline else None
    return Identity(f"{_jars(found)} with rules {own_rules.digest()} on Java {java.release}")


def _jars(found: Installation) -> str:
    if found.pinned:
        return read_lock().digest
    stat = found.jar.stat()
    return f"{found.jar} {found.version} {stat.st_size} {stat.st_mtime_ns}"


def _remote(found: Remote, settings: EngineSettings) -> Identity | None:
    if settings.offline and not found.local:
        return Identity("not asked", lacking=True)
    from editkit.engines.link import RemoteLink  # noqa: PLC0415  (where a server is asked only)

    link = RemoteLink(found.url)
    link.close()
    return None if link.version == "?" else Identity(f"{found.url} {link.version}")
