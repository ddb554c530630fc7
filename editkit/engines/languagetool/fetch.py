"""Brings pinned jars from Maven repositories."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from editkit.core.engine import EngineError
from editkit.engines.languagetool import fetch_maven
from editkit.engines.languagetool.lock import Jar

if TYPE_CHECKING:
    from jgo.maven import MavenContext

Received = Callable[[int], None]
"""Is told how many more bytes have come."""

Take = Callable[[Jar, Path], None]
"""Is given a verified jar and the file it lies in; may move the file away."""

_THREADS = 8
_TIMEOUT = 30
_MIRROR = "set EDITKIT_MAVEN_REPOSITORY to a mirror of Maven Central"


class WrongHash(Exception):  # noqa: N818  (said to this module only)
    """A repository has something else under a pinned jar's name."""


def fetch(jars: Sequence[Jar], incoming: Path, take: Take, received: Received) -> None:
    """Bring each of `jars` through the folder `incoming` and hand it to `take`.

    The repository is the one that `EDITKIT_MAVEN_REPOSITORY` names; without it
    the user's own Maven is asked where its settings know a mirror, else jgo,
    which knows Maven Central and looks into the local repository first. Raises
    EngineError where a jar cannot be had or is not the pinned one, and OSError
    where it cannot be written.
    """
    mirror = os.environ.get("EDITKIT_MAVEN_REPOSITORY")
    try:
        if not mirror and (program := fetch_maven.program_with_mirror()):
            for jar, file in fetch_maven.copy(program, jars, incoming):
                _verified(jar, file)
                take(jar, file)
                received(jar.size)
        else:
            _through_jgo(jars, incoming, mirror, take, received)
    except WrongHash as error:
        raise EngineError(
            f"The repository has another “{error}” than editkit knows; {_MIRROR}."
        ) from error


def _through_jgo(
    jars: Sequence[Jar], incoming: Path, mirror: str | None, take: Take, received: Received
) -> None:
    import requests  # noqa: PLC0415  (0.1 s; brought by jgo, whose errors are its)
    from jgo.constants import default_maven_repo  # noqa: PLC0415  (0.3 s)
    from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415

    remote = {"mirror": mirror.rstrip("/")} if mirror else None
    resolver = PythonResolver(progress_callback=_Reporter(received).follow)
    contexts = [
        MavenContext(resolver, incoming / name, local, remote, _TIMEOUT)
        for name, local in (("first", [Path(default_maven_repo())]), ("again", []))
    ]

    def bring(jar: Jar) -> None:
        try:
            file = _resolve(contexts[0], jar)
        except (WrongHash, requests.RequestException):
            # a damaged copy in the local repository, or a connection that broke
            file = _resolve(contexts[1], jar)
        take(jar, file)

    with ThreadPoolExecutor(_THREADS) as pool:
        try:
            for done in [pool.submit(bring, jar) for jar in jars]:
                done.result()
        except (requests.RequestException, RuntimeError, AssertionError) as error:
            raise EngineError(
                f"LanguageTool cannot be fetched ({_brief(error)}); {_MIRROR}."
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _resolve(context: "MavenContext", jar: Jar) -> Path:
    component = context.project(jar.group, jar.artifact).at_version(jar.version)
    return _verified(jar, component.artifact(jar.classifier or "").resolve())


def _verified(jar: Jar, file: Path) -> Path:
    if not jar.intact(file):
        raise WrongHash(f"{jar.artifact}-{jar.version}")
    return file


def _brief(error: Exception) -> str:
    """Return what went wrong; an error's own text may be a page long and name hosts."""
    import requests  # noqa: PLC0415  (as above)

    kinds = (
        (requests.exceptions.SSLError, "no trusted connection"),
        (requests.Timeout, "no answer in time"),
        (requests.RequestException, "no connection"),
    )
    return next((said for kind, said in kinds if isinstance(error, kind)), "not found there")


class _Reporter:
    """Tells of what jgo's threads receive, one at a time."""

    def __init__(self, received: Received) -> None:
        self._received, self._guard = received, threading.Lock()

    @contextmanager
    def follow(self, name: str, size: int) -> Iterator[Received]:
        """Return what jgo calls with the length of each piece of the file `name`."""
        del name, size

        def received(count: int) -> None:
            with self._guard:
                self._received(count)

        yield received
