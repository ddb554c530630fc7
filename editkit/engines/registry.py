"""Engine registry: opens the selected engines, with fallbacks and notices."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editkit.core.blob_store import BlobStore
from editkit.core.engine import Engine, EngineError
from editkit.core.language import matches
from editkit.core.result import EngineReport, EngineState, Notice
from editkit.core.setup import Setup
from editkit.engines.findings import FindingPolicy
from editkit.engines.languagetool.connection import (
    CachingConnection,
    Connection,
    ManagedConnection,
    RemoteConnection,
)
from editkit.engines.languagetool.install import Progress
from editkit.engines.languagetool.language_tags import CachedLanguageTags
from editkit.engines.languagetool.provision import (
    EngineSettings,
    LocalRuntime,
    RemoteServer,
    provide,
)
from editkit.engines.response_cache import ResponseCache

if TYPE_CHECKING:
    from editkit.engines.languagetool.engine import LanguageTool

ENGINE_CHOICES = ("auto", "languagetool", "harper", "both", "none")

_FALLBACK_MESSAGES = {
    (): "Grammar is not checked",
    ("harper",): "Harper checks the grammar instead",
    ("languagetool",): "LanguageTool alone checks the grammar",
}
_FAILURE_MESSAGES = {
    EngineState.MISSING: "LanguageTool cannot be had",
    EngineState.FAILED: "LanguageTool does not work",
}


@dataclass(frozen=True, slots=True)
class OpenedEngines:
    """Open engines, and a report for each engine that was selected.

    The caller must close the engines.
    """

    engines: tuple[Engine, ...]
    reports: tuple[EngineReport, ...]
    notices: tuple[Notice, ...]


def open_engines(
    engine: str,
    setup: Setup,
    settings: EngineSettings,
    *,
    install_progress: Progress | None = None,
    store: BlobStore | None = None,
    policy: FindingPolicy | None = None,
    check_progress: Progress | None = None,
) -> OpenedEngines:
    """Open the engines that `engine`, one of `ENGINE_CHOICES`, selects.

    `auto` is LanguageTool if available and Harper otherwise. An unavailable engine
    produces a notice; the others are still opened. Responses are cached in `store`, and a
    server with cached responses is started only when needed. `policy` replaces the default
    policy of `setup`. `check_progress` is called with the number of chunks that
    LanguageTool has checked and the number submitted so far. Raises ValueError for an
    unknown choice.
    """
    if engine not in ENGINE_CHOICES:
        raise ValueError(f"no engine {engine!r}")
    on_progress = install_progress or (lambda _done, _all: None)
    engines: list[Engine] = []
    reports: list[EngineReport] = []
    notices: list[Notice] = []
    problem = None
    if engine in {"auto", "languagetool", "both"}:
        state = EngineState.MISSING
        try:
            provided = provide(settings, on_progress)
            state = EngineState.FAILED
            opened = _open_languagetool(provided, setup, settings, on_progress, store, policy)
            opened.check_progress = check_progress or opened.check_progress
            engines.append(opened)
        except EngineError as error:
            problem = f"{_FAILURE_MESSAGES[state]}: {error}"
            reports.append(EngineReport("languagetool", None, state, str(error)))
    if engine in {"harper", "both"} or (engine == "auto" and problem):
        if matches("en", setup.lang):
            engines.append(_open_harper(setup, store, policy))
        else:
            reason = "Harper checks English only."
            reports.append(EngineReport("harper", None, EngineState.MISSING, reason))
            problem = f"{problem} {reason}" if problem else reason
    reports += [EngineReport(e.name, e.version, EngineState.RAN) for e in engines]
    if problem:
        consequence = _FALLBACK_MESSAGES[tuple(opened.name for opened in engines)]
        notices.append(Notice(f"{consequence}, because {problem}", engine="languagetool"))
    return OpenedEngines(tuple(engines), tuple(reports), tuple(notices))


def _open_languagetool(
    provided: RemoteServer | LocalRuntime,
    setup: Setup,
    settings: EngineSettings,
    progress: Progress,
    store: BlobStore | None,
    policy: FindingPolicy | None,
) -> "LanguageTool":
    """Return LanguageTool once it has responded, or has a cached response.

    Raises EngineError if it does not respond.
    """
    from editkit.engines.languagetool.engine import LanguageTool  # noqa: PLC0415  (where it runs only)

    responses = _response_cache(settings, store)
    connection = CachingConnection(_connect(provided, settings, progress), responses)
    is_local = not isinstance(provided, RemoteServer) or provided.is_local
    try:
        return LanguageTool(
            connection, CachedLanguageTags(connection, responses, is_local=is_local), setup, policy
        )
    except EngineError:
        connection.close()
        raise


def _response_cache(settings: EngineSettings, store: BlobStore | None) -> ResponseCache:
    """Return the cache of this LanguageTool's responses; an empty one if it has no identity."""
    if store is None:
        return ResponseCache()
    from editkit.engines.languagetool.identity import current_identity  # noqa: PLC0415  (as above)

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


def _open_harper(setup: Setup, store: BlobStore | None, policy: FindingPolicy | None) -> Engine:
    from editkit.engines.harper.engine import Harper  # noqa: PLC0415  (where it runs only)

    return Harper(setup, store, policy)
