"""Opening of LanguageTool: connects to a server, with cached responses."""

from editkit.core.engine import EngineError
from editkit.core.engine_provider import Progress
from editkit.core.setup import Setup
from editkit.core.storage.blob_store import BlobStore
from editkit.engines.languagetool.connection import (
    CachingConnection,
    Connection,
    ManagedConnection,
    RemoteConnection,
)
from editkit.engines.languagetool.engine import LanguageTool
from editkit.engines.languagetool.identity import current_identity
from editkit.engines.languagetool.language_tags import CachedLanguageTags
from editkit.engines.languagetool.provision import EngineSettings, LocalRuntime, RemoteServer
from editkit.engines.response_cache import ResponseCache


def open_languagetool(
    provided: RemoteServer | LocalRuntime,
    setup: Setup,
    settings: EngineSettings,
    progress: Progress,
    store: BlobStore | None,
) -> LanguageTool:
    """Return LanguageTool once it has responded, or has a cached response.

    Raises EngineError if it does not respond.
    """
    responses = _response_cache(settings, store)
    connection = CachingConnection(_connect(provided, settings, progress), responses)
    is_local = not isinstance(provided, RemoteServer) or provided.is_local
    try:
        return LanguageTool(
            connection, CachedLanguageTags(connection, responses, is_local=is_local), setup
        )
    except EngineError:
        connection.close()
        raise


def _response_cache(settings: EngineSettings, store: BlobStore | None) -> ResponseCache:
    """Return the cache of this LanguageTool's responses; an empty one if it has no identity."""
    if store is None:
        return ResponseCache()
    identity = current_identity(settings)
    if identity is None or identity.is_unavailable:
        return ResponseCache()
    return ResponseCache(f"languagetool {identity.name}", store)


def _connect(
    provided: RemoteServer | LocalRuntime, settings: EngineSettings, progress: Progress
) -> Connection:
    if isinstance(provided, RemoteServer):
        return RemoteConnection(provided.url)
    from editkit.engines.languagetool.server import Server  # noqa: PLC0415  (needs file locks)

    return ManagedConnection(Server(provided, settings, progress))
