"""Download of pinned jars from Maven repositories."""

import os
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from editkit.core.engine import EngineError
from editkit.engines.languagetool import fetch_maven
from editkit.engines.languagetool.download_threads import Downloads, StalledError
from editkit.engines.languagetool.lock import HashMismatch, Jar

if TYPE_CHECKING:
    from jgo.maven import MavenContext

OnBytes = Callable[[int], None]
"""Called with the number of bytes received since the last call."""

OnJar = Callable[[Jar, Path], None]
"""Called with a verified jar and its file, which it may move."""

_THREADS = 8
_TIMEOUT = 30  # seconds
_MIRROR = "set EDITKIT_MAVEN_REPOSITORY to a mirror of Maven Central"


def fetch(jars: Sequence[Jar], incoming: Path, on_jar: OnJar, on_bytes: OnBytes) -> None:
    """Download `jars` to the folder `incoming` and pass each to `on_jar`.

    Uses the repository in `EDITKIT_MAVEN_REPOSITORY`; otherwise the user's Maven if its
    settings have a mirror; otherwise jgo with the local repository and Maven Central.
    Raises EngineError if a jar cannot be downloaded or does not have the pinned hash, and
    OSError if it cannot be written. No more bytes than the jar has are read of a file, and
    downloads that stall are given up.
    """
    mirror = os.environ.get("EDITKIT_MAVEN_REPOSITORY")
    try:
        if not mirror and (program := fetch_maven.maven_with_mirror()):
            for jar, file in fetch_maven.copy_jars(program, jars, incoming):
                _verified(jar, file)
                on_jar(jar, file)
                on_bytes(jar.size)
        else:
            _fetch_with_jgo(jars, incoming, mirror, on_jar, on_bytes)
    except HashMismatch as error:
        raise EngineError(
            f"The repository has another “{error}” than editkit knows; {_MIRROR}."
        ) from error


def _fetch_with_jgo(
    jars: Sequence[Jar], incoming: Path, mirror: str | None, on_jar: OnJar, on_bytes: OnBytes
) -> None:
    import requests  # noqa: PLC0415  (0.1 s; a dependency of jgo, which raises its errors)
    from jgo.constants import default_maven_repo  # noqa: PLC0415  (0.3 s)
    from jgo.maven import MavenContext  # noqa: PLC0415

    from editkit.engines.languagetool.bounded_resolver import BoundedResolver  # noqa: PLC0415  (as jgo)

    remote = {"mirror": mirror.rstrip("/")} if mirror else None
    downloads = Downloads(sum(jar.size for jar in jars))
    lock = threading.Lock()

    def received(count: int) -> None:
        downloads.received()
        with lock:
            on_bytes(count)

    resolver = BoundedResolver(jars, received, _TIMEOUT)
    contexts = [
        MavenContext(resolver, incoming / name, local, remote, _TIMEOUT)
        for name, local in (("first", [Path(default_maven_repo())]), ("again", []))
    ]

    def fetch_jar(jar: Jar) -> None:
        try:
            file = _resolve(contexts[0], jar)
        except (HashMismatch, requests.RequestException):
            # The local repository has a damaged copy, or the connection was lost.
            file = _resolve(contexts[1], jar)
        on_jar(jar, file)

    try:
        downloads.run([partial(fetch_jar, jar) for jar in jars], _THREADS)
    except (requests.RequestException, RuntimeError, AssertionError, StalledError) as error:
        raise EngineError(
            f"LanguageTool cannot be fetched ({_short_reason(error)}); {_MIRROR}."
        ) from error


def _resolve(context: "MavenContext", jar: Jar) -> Path:
    component = context.project(jar.group, jar.artifact).at_version(jar.version)
    return _verified(jar, component.artifact(jar.classifier or "").resolve())


def _verified(jar: Jar, file: Path) -> Path:
    if not jar.is_intact(file):
        raise HashMismatch(f"{jar.artifact}-{jar.version}")
    return file


def _short_reason(error: Exception) -> str:
    """Return a short reason; the text of these errors can be a page long and name hosts."""
    import requests  # noqa: PLC0415  (as above)

    kinds = (
        (requests.exceptions.SSLError, "no trusted connection"),
        (requests.Timeout, "no answer in time"),
        (StalledError, "too little arrives"),
        (requests.RequestException, "no connection"),
    )
    return next((reason for kind, reason in kinds if isinstance(error, kind)), "not found there")
