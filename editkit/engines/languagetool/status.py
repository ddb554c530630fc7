"""LanguageTool's status: its version, missing components, and how to install them."""

from editkit.core.engine import EngineError
from editkit.core.engine_provider import EngineStatus
from editkit.engines.languagetool.connection import RemoteConnection
from editkit.engines.languagetool.install import missing_jars
from editkit.engines.languagetool.java import find_java
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.provision import (
    INSTALL_HINT,
    EngineSettings,
    Installation,
    RemoteServer,
    find_languagetool,
)
from editkit.engines.languagetool.supported_system import require_supported_system


def languagetool_status(settings: EngineSettings) -> EngineStatus:
    """Return the status of LanguageTool. Starts nothing and downloads nothing."""
    details: list[str] = []
    problems: list[str] = []
    version_found = None
    try:
        found = find_languagetool(settings)
        if isinstance(found, RemoteServer):
            return _remote(found, settings)
        if found is None:
            problems.append(f"LanguageTool is not in the cache; {INSTALL_HINT}.")
        else:
            version_found = found.version
            details.append(f"jars in {found.jar.parent}")
            problems += _damaged_jars(found)
    except EngineError as error:
        problems.append(str(error))
    try:
        require_supported_system()
        java = find_java()
        details.append(f"Java {java.release} at {java.path}")
    except EngineError as error:
        problems.append(str(error))
    return EngineStatus(
        "languagetool", version_found, not problems, tuple(details), tuple(problems)
    )


def _damaged_jars(found: Installation) -> list[str]:
    damaged = missing_jars(read_lock(), found.jar.parent) if found.is_pinned else ()
    if not damaged:
        return []
    return [f"{len(damaged)} of its jars are missing or damaged; {INSTALL_HINT}."]


def _remote(found: RemoteServer, settings: EngineSettings) -> EngineStatus:
    details = (f"server at {found.url}",)
    if settings.offline and not found.is_local:
        return EngineStatus("languagetool", None, is_ready=False, problems=("not used offline.",))
    try:
        connection = RemoteConnection(found.url)
    except EngineError as error:
        return EngineStatus(
            "languagetool", None, is_ready=False, details=details, problems=(str(error),)
        )
    connection.close()
    return EngineStatus("languagetool", connection.version, is_ready=True, details=details)
