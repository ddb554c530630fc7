"""Download of pinned jars with the user's Maven, which has mirrors and credentials."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from editkit.core.engine import EngineError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.engines.languagetool.lock import Jar

_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
TIMEOUT = 3600.0
"""Seconds that Maven may take."""
_COMMENT = lazy_pattern(r"<!--.*?-->", re.DOTALL)
_REDIRECTION = lazy_pattern(r"<(mirror|proxy|repository)>(.*?)</\1>", re.DOTALL)

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>editkit</groupId><artifactId>languagetool</artifactId><version>1</version>
<dependencies>{}</dependencies>
</project>
"""
_DEPENDENCY = (
    "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version>{}"
    "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
    "</dependency>\n"
)


def maven_with_mirror() -> Path | None:
    """Return the user's `mvn` if its settings name a repository other than Maven Central."""
    if not (found := shutil.which("mvn")):
        return None
    program = Path(found)
    settings = (
        Path.home() / ".m2" / "settings.xml",
        program.resolve().parent.parent / "conf" / "settings.xml",
    )
    return program if any(map(_redirects, settings)) else None


def copy_jars(program: Path, jars: Sequence[Jar], incoming: Path) -> Iterator[tuple[Jar, Path]]:
    """Yield each jar with the file that Maven has copied to `incoming`.

    Raises EngineError with Maven's first error.
    """
    pom = incoming / "pom.xml"
    pom.write_text(_POM.format("".join(map(_dependency, jars))), "utf-8")
    try:
        finished = subprocess.run(  # noqa: S603  (the user's Maven with fixed arguments)
            [program, "-B", "-q", "-f", pom, _PLUGIN, f"-DoutputDirectory={incoming}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired as error:
        raise EngineError(f"Maven was not ready after {TIMEOUT / 60:.0f} minutes.") from error
    if finished.returncode:
        lines = finished.stdout.split("\n")
        reason = next((line for line in lines if "[ERROR]" in line), "no reason")
        reason = reason.replace("[ERROR]", "").strip()[:300].rstrip(".")
        raise EngineError(f"Maven could not fetch LanguageTool: {reason}.")
    for jar in jars:
        suffix = f"-{jar.classifier}" if jar.classifier else ""
        yield jar, incoming / f"{jar.artifact}-{jar.version}{suffix}.jar"


def _redirects(settings: Path) -> bool:
    try:
        text = _COMMENT.sub("", settings.read_text("utf-8", "replace"))
    except OSError:
        return False
    # Maven's default settings have a mirror that only blocks plain HTTP.
    return any("<blocked>true" not in found[2] for found in _REDIRECTION.finditer(text))


def _dependency(jar: Jar) -> str:
    classifier = f"<classifier>{escape(jar.classifier)}</classifier>" if jar.classifier else ""
    coordinates = (escape(value) for value in (jar.group, jar.artifact, jar.version))
    return _DEPENDENCY.format(*coordinates, classifier)
