"""Where a LanguageTool is to be had: a server, an installation, or the cache."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from editkit.core.engine import EngineError
from editkit.engines.languagetool.file_locks import require_locks
from editkit.engines.languagetool.install import Progress, home_of, install, missing
from editkit.engines.languagetool.java import Java, find_java
from editkit.engines.languagetool.lock import read_lock

DEFAULT_IDLE = 600.0
"""Seconds without use after which a server ends, unless `EDITKIT_LANGUAGETOOL_IDLE` differs."""

_JARS = ("languagetool-server.jar", "languagetool.jar")
HOW_TO_GET = "run “editkit engines install” once with a network"


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What a run says about engines; None where the environment or a default decides.

    `url` is that of a running LanguageTool server; `idle` are the seconds
    without use after which a server that editkit has started ends.
    """

    offline: bool = False
    url: str | None = None
    idle: float | None = None

    @property
    def idle_seconds(self) -> float:
        """The seconds that hold; raises EngineError for a variable that is no number."""
        if self.idle is not None:
            return self.idle
        named = os.environ.get("EDITKIT_LANGUAGETOOL_IDLE") or str(DEFAULT_IDLE)
        try:
            seconds = float(named)
        except ValueError:
            seconds = 0
        if seconds > 0:
            return seconds
        raise EngineError(
            f"EDITKIT_LANGUAGETOOL_IDLE is “{named}”, which is no number of seconds."
        )


@dataclass(frozen=True, slots=True)
class Remote:
    """A server that somebody else has started."""

    url: str

    @property
    def local(self) -> bool:
        """Whether it runs on this machine."""
        from editkit.engines.languagetool.client import LOOPBACK  # noqa: PLC0415  (jars need no client to start)

        return urlsplit(self.url).hostname in LOOPBACK


@dataclass(frozen=True, slots=True)
class Installation:
    """A LanguageTool on this disk; `pinned` where its jars are those of the lock."""

    jar: Path
    version: str
    pinned: bool

    @property
    def identity(self) -> str:
        """What differs as soon as its jars do."""
        if self.pinned:
            return read_lock().digest
        stat = self.jar.stat()
        return f"{self.jar} {self.version} {stat.st_size} {stat.st_mtime_ns}"

    def check(self, *, offline: bool, progress: Progress) -> None:
        """Make sure, before a server starts, that pinned jars are what they should be."""
        if self.pinned and missing(read_lock(), self.jar.parent):
            if offline:
                raise EngineError(
                    f"The LanguageTool in “{self.jar.parent}” is damaged; {HOW_TO_GET}."
                )
            install(read_lock(), progress)


@dataclass(frozen=True, slots=True)
class Local:
    """An installation, and the Java that it runs on."""

    installation: Installation
    java: Java


def provide(settings: EngineSettings, progress: Progress) -> Remote | Local:
    """Return the LanguageTool to use, filling the cache where there is no other.

    In this order: the server of the settings or of `EDITKIT_LANGUAGETOOL_URL`,
    an installation of language-tool-python's, the cache. Raises EngineError
    where there is none, or none without a network when it must stay offline,
    and where the system has not what an installation runs on.
    """
    found = look(settings)
    if isinstance(found, Remote):
        if settings.offline and not found.local:
            raise EngineError(f"The LanguageTool server “{found.url}” is not asked when offline.")
        return found
    require_locks()
    java = find_java()  # first of all: without it 45 MB would be fetched for nothing
    if found:
        return Local(found, java)
    if settings.offline:
        raise EngineError(f"LanguageTool is not in the cache; {HOW_TO_GET}.")
    install(read_lock(), progress)
    return Local(_cached(), java)


def look(settings: EngineSettings) -> Remote | Installation | None:
    """Return the LanguageTool that is there already; never touches the network."""
    if url := settings.url or os.environ.get("EDITKIT_LANGUAGETOOL_URL"):
        return Remote(server_url(url))
    if found := _installed():
        return found
    cached = _cached()
    return cached if cached.jar.exists() else None


def on_this_machine(url: str) -> bool:
    """Whether `url` is the address of a server that runs on this machine."""
    try:
        return Remote(server_url(url)).local
    except EngineError:
        return False


def server_url(url: str) -> str:
    """Return the address of a server without its paths; raise EngineError where it is none."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:  # a port or an IPv6 address that is none
        usable = False
    if not usable:
        raise EngineError(f"“{url}” is no address of a LanguageTool server.")
    return parts.geturl().rstrip("/").removesuffix("/v2/check").removesuffix("/v2")


def _cached() -> Installation:
    lock = read_lock()
    return Installation(home_of(lock) / _JARS[0], lock.version, pinned=True)


def _installed() -> Installation | None:
    """Return the newest LanguageTool that language-tool-python would use."""
    if folder := os.environ.get("LTP_JAR_DIR_PATH"):
        homes = [Path(folder)]
    else:
        named = os.environ.get("LTP_PATH")
        shelf = Path(named) if named else Path.home() / ".cache" / "language_tool_python"
        homes = sorted(shelf.glob("LanguageTool-*"), key=_newest_last, reverse=True)
        if named:
            homes.append(shelf)
    jars = (home / name for home in homes for name in _JARS)
    if not (jar := next((jar for jar in jars if jar.is_file()), None)):
        return None
    version = jar.parent.name.removeprefix("LanguageTool-")
    return Installation(jar.absolute(), version if version[:1].isdigit() else "?", pinned=False)


def _newest_last(home: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", home.name))
