"""Discovery of LanguageTool: a server, an installation, or the cache."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from editkit.core.engine import EngineError
from editkit.engines.chosen_server import chosen_server
from editkit.engines.languagetool.install import Progress, install, install_folder, missing_jars
from editkit.engines.languagetool.java import Java, find_java
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.supported_system import require_supported_system

DEFAULT_IDLE = 600.0
"""Idle seconds after which a server ends, unless `EDITKIT_LANGUAGETOOL_IDLE` is set."""

_JARS = ("languagetool-server.jar", "languagetool.jar")
INSTALL_HINT = "run “editkit engines install” once with a network"


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Engine settings of a run; None means the environment variable or the default.

    `url` is the address of a running LanguageTool server. `idle` is the number of idle
    seconds after which a server that editkit has started ends.
    """

    offline: bool = False
    url: str | None = None
    idle: float | None = None

    @property
    def idle_seconds(self) -> float:
        """The effective idle time. Raises EngineError if the variable is not a positive number."""
        if self.idle is not None:
            return self.idle
        value = os.environ.get("EDITKIT_LANGUAGETOOL_IDLE") or str(DEFAULT_IDLE)
        try:
            seconds = float(value)
        except ValueError:
            seconds = 0
        if seconds > 0:
            return seconds
        raise EngineError(
            f"EDITKIT_LANGUAGETOOL_IDLE is “{value}”, which is not a number of seconds."
        )


@dataclass(frozen=True, slots=True)
class RemoteServer:
    """A server that editkit does not manage."""

    url: str

    @property
    def is_local(self) -> bool:
        """Whether it runs on this machine."""
        from editkit.engines.languagetool.client import LOOPBACK  # noqa: PLC0415  (an installation needs no client)

        return urlsplit(self.url).hostname in LOOPBACK


@dataclass(frozen=True, slots=True)
class Installation:
    """An installed LanguageTool; `is_pinned` if its jars are those of the lock."""

    jar: Path
    version: str
    is_pinned: bool

    @property
    def identity(self) -> str:
        """A string that changes whenever its jars do."""
        if self.is_pinned:
            return read_lock().digest
        stat = self.jar.stat()
        return f"{self.jar} {self.version} {stat.st_size} {stat.st_mtime_ns}"

    def check(self, *, offline: bool, progress: Progress) -> None:
        """Repair damaged pinned jars, or raise EngineError when offline."""
        if self.is_pinned and missing_jars(read_lock(), self.jar.parent):
            if offline:
                raise EngineError(
                    f"The LanguageTool in “{self.jar.parent}” is damaged; {INSTALL_HINT}."
                )
            install(read_lock(), progress)


@dataclass(frozen=True, slots=True)
class LocalRuntime:
    """An installation and a Java to run it."""

    installation: Installation
    java: Java


def provide(settings: EngineSettings, progress: Progress) -> RemoteServer | LocalRuntime:
    """Return the LanguageTool to use, installing it in the cache if there is none.

    The order is: the server of the settings or of `EDITKIT_LANGUAGETOOL_URL`, an
    installation of language-tool-python, the cache. Raises EngineError if it cannot be
    used or installed, for example because Java is missing or the run is offline.
    """
    found = find_languagetool(settings)
    if isinstance(found, RemoteServer):
        if settings.offline and not found.is_local:
            raise EngineError(f"The LanguageTool server “{found.url}” is not used offline.")
        return found
    require_supported_system()
    java = find_java()  # before downloading 45 MB that need it
    if found:
        return LocalRuntime(found, java)
    if settings.offline:
        raise EngineError(f"LanguageTool is not in the cache; {INSTALL_HINT}.")
    install(read_lock(), progress)
    return LocalRuntime(_cached(), java)


def find_languagetool(settings: EngineSettings) -> RemoteServer | Installation | None:
    """Return the LanguageTool that is already available, without using the network."""
    if url := chosen_server(settings.url):
        return RemoteServer(server_url(url))
    if found := _find_language_tool_python():
        return found
    cached = _cached()
    return cached if cached.jar.exists() else None


def is_local_url(url: str) -> bool:
    """Return whether `url` is the address of a server that runs on this machine."""
    try:
        return RemoteServer(server_url(url)).is_local
    except EngineError:
        return False


def server_url(url: str) -> str:
    """Return a server's address without the API path. Raises EngineError if it is invalid."""
    try:
        parsed = urlsplit(url if "://" in url else f"http://{url}")
        is_valid = parsed.scheme in {"http", "https"} and parsed.hostname and parsed.port != 0
    except ValueError:  # an invalid port or IPv6 address
        is_valid = False
    if not is_valid:
        raise EngineError(f"“{url}” is not the address of a LanguageTool server.")
    return parsed.geturl().rstrip("/").removesuffix("/v2/check").removesuffix("/v2")


def _cached() -> Installation:
    lock = read_lock()
    return Installation(install_folder(lock) / _JARS[0], lock.version, is_pinned=True)


def _find_language_tool_python() -> Installation | None:
    """Return the newest LanguageTool that language-tool-python would use."""
    if folder := os.environ.get("LTP_JAR_DIR_PATH"):
        folders = [Path(folder)]
    else:
        ltp_path = os.environ.get("LTP_PATH")
        base = Path(ltp_path) if ltp_path else Path.home() / ".cache" / "language_tool_python"
        folders = sorted(base.glob("LanguageTool-*"), key=_version_key, reverse=True)
        if ltp_path:
            folders.append(base)
    jars = (folder / name for folder in folders for name in _JARS)
    if not (jar := next((jar for jar in jars if jar.is_file()), None)):
        return None
    version = jar.parent.name.removeprefix("LanguageTool-")
    return Installation(jar.absolute(), version if version[:1].isdigit() else "?", is_pinned=False)


def _version_key(folder: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", folder.name))
