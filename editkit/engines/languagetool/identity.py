"""Identity of the available LanguageTool, for cache keys, without starting it."""

from dataclasses import dataclass

from editkit.core.engine import EngineError
from editkit.engines.languagetool import own_rules
from editkit.engines.languagetool.file_locks import require_locks
from editkit.engines.languagetool.java import find_java
from editkit.engines.languagetool.provision import EngineSettings, RemoteServer, find_languagetool


@dataclass(frozen=True, slots=True)
class Identity:
    """A name that changes whenever LanguageTool's responses may.

    `is_unavailable`: there is no LanguageTool, and `name` is the reason.
    """

    name: str
    is_unavailable: bool = False


def current_identity(settings: EngineSettings) -> Identity | None:
    """Return the identity of the available LanguageTool, or None if unknown.

    Starts nothing and downloads nothing. A server that editkit does not manage is asked for
    its version. The identity is unknown if it has none or does not respond, or if
    LanguageTool is not downloaded yet.
    """
    try:
        found = find_languagetool(settings)
        if isinstance(found, RemoteServer):
            return _remote(found, settings)
    except EngineError:
        return None
    try:
        require_locks()
        java = find_java()
    except EngineError as error:
        return Identity(str(error), is_unavailable=True)
    if found is None:
        return Identity("not in the cache", is_unavailable=True) if settings.offline else None
    return Identity(f"{found.identity} with rules {own_rules.digest()} on Java {java.release}")


def _remote(found: RemoteServer, settings: EngineSettings) -> Identity | None:
    if settings.offline and not found.is_local:
        return Identity("not asked", is_unavailable=True)
    from editkit.engines.languagetool.connection import RemoteConnection  # noqa: PLC0415  (only for a remote server)

    connection = RemoteConnection(found.url)
    connection.close()
    if connection.version == "?":
        return None
    return Identity(f"{found.url} {connection.build}")
