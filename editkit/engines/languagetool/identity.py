"""Identity of the available LanguageTool, for cache keys, without starting it."""

from editkit.core.engine import EngineError
from editkit.core.engine_provider import EngineIdentity
from editkit.engines.languagetool import own_rules
from editkit.engines.languagetool.java import find_java
from editkit.engines.languagetool.provision import EngineSettings, RemoteServer, find_languagetool
from editkit.engines.languagetool.supported_system import require_supported_system


def current_identity(settings: EngineSettings) -> EngineIdentity | None:
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
        require_supported_system()
        java = find_java()
    except EngineError as error:
        return EngineIdentity(str(error), is_unavailable=True)
    if found is None:
        return (
            EngineIdentity("not in the cache", is_unavailable=True) if settings.offline else None
        )
    return EngineIdentity(
        f"{found.identity} with rules {own_rules.digest()} on Java {java.release}"
    )


def _remote(found: RemoteServer, settings: EngineSettings) -> EngineIdentity | None:
    if settings.offline and not found.is_local:
        return EngineIdentity("not asked", is_unavailable=True)
    from editkit.engines.languagetool.connection import RemoteConnection  # noqa: PLC0415  (only for a remote server)

    connection = RemoteConnection(found.url)
    connection.close()
    if connection.version == "?":
        return None
    return EngineIdentity(f"{found.url} {connection.build}")
