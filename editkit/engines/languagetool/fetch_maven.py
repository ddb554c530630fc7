"""Brings pinned jars through the user's own Maven, which knows mirrors and logins."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from editkit.core.engine import EngineError
from editkit.engines.languagetool.lock import Jar

_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ELSEWHERE = re.compile(r"<(mirror|proxy|repository)>(.*?)</\1>", re.DOTALL)

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


def program_with_mirror() -> Path | None:
    """Return the user's `mvn` where its settings lead elsewhere than to Maven Central."""
    if not (found := shutil.which("mvn")):
        return None
    program = Path(found)
    settings = (
        Path.home() / ".m2" / "settings.xml",
        program.resolve().parent.parent / "conf" / "settings.xml",
    )
    return program if any(map(_leads_elsewhere, settings)) else None


def copy(program: Path, jars: Sequence[Jar], incoming: Path) -> Iterator[tuple[Jar, Path]]:
    """Yield each jar with the file that Maven has copied into `incoming`."""
    pom = incoming / "pom.xml"
    pom.write_text(_POM.format("".join(map(_dependency, jars))), "utf-8")
    run = subprocess.run(  # noqa: S603  (the user's own Maven, arguments of our making)
        [program, "-B", "-q", "-f", pom, _PLUGIN, f"-DoutputDirectory={incoming}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if run.returncode:
        said = next((line for line in run.stdout.split("\n") if "[ERROR]" in line), "no reason")
        said = said.replace("[ERROR]", "").strip()[:300].rstrip(".")
        raise EngineError(f"Maven could not fetch LanguageTool: {said}.")
    for jar in jars:
        suffix = f"-{jar.classifier}" if jar.classifier else ""
        yield jar, incoming / f"{jar.artifact}-{jar.version}{suffix}.jar"


def _leads_elsewhere(settings: Path) -> bool:
    try:
        text = _COMMENT.sub("", settings.read_text("utf-8", "replace"))
    except OSError:
        return False
    # Maven's own settings have one mirror, which only blocks plain HTTP
    return any("<blocked>true" not in found[2] for found in _ELSEWHERE.finditer(text))


def _dependency(jar: Jar) -> str:
    classifier = f"<classifier>{escape(jar.classifier)}</classifier>" if jar.classifier else ""
    coordinates = (escape(part) for part in (jar.group, jar.artifact, jar.version))
    return _DEPENDENCY.format(*coordinates, classifier)
