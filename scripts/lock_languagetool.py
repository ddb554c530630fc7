"""Update editkit/engines/languagetool/languagetool-en.lock.json.

`uv run python scripts/lock_languagetool.py [--version 6.8] [--check]`. jgo resolves all
dependencies of languagetool-server, 172 jars for 30 languages, from Maven Central or
`EDITKIT_MAVEN_REPOSITORY`. The lock keeps the artifacts that English needs: those in the present
lock, at the resolved versions. If a new LanguageTool needs another artifact, the server responds
with status 500 in the live tests; add the artifact to the lock by group and artifact, and run this
again.
"""

import argparse
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from jgo.maven import MavenContext, PythonResolver

LOCK = (
    Path(__file__).parent.parent
    / "editkit"
    / "engines"
    / "languagetool"
    / "languagetool-en.lock.json"
)
_THREADS = 8


def main() -> int:
    """Write the lock, or with `--check` only compare it; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--version", default="6.8", help="the LanguageTool to lock")
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if it differs")
    options = parser.parse_args()
    present = json.loads(LOCK.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        entries = resolve(present, options.version, Path(folder))
    size = sum(entry["size"] for entry in entries)
    print(f"{len(entries)} jars, {size / 1e6:.1f} MB")
    text = json.dumps(entries, indent=1) + "\n"
    if options.check:
        print("as it was" if entries == present else "differs")
        return int(entries != present)
    new = LOCK.with_suffix(".new")
    new.write_text(text, "utf-8")
    new.replace(LOCK)
    return 0


def resolve(present: Sequence[Mapping[str, Any]], version: str, repository: Path) -> list[Any]:
    """Return the entries of the lock for `version`, after downloading each jar."""
    mirror = os.environ.get("EDITKIT_MAVEN_REPOSITORY")
    remote = {"mirror": mirror.rstrip("/")} if mirror else None
    context = MavenContext(PythonResolver(lenient=True), repository, [], remote, timeout=60)
    server = context.create_dependency(f"org.languagetool:languagetool-server:{version}")
    inputs, others = context.resolver.resolve([server])
    resolved = {(d.groupId, d.artifactId): d.artifact for d in (*inputs, *others)}
    wanted = [(entry["group"], entry["artifact"]) for entry in present]
    if missing := [":".join(name) for name in wanted if name not in resolved]:
        sys.exit(f"LanguageTool {version} has no more: {', '.join(missing)}")
    with ThreadPoolExecutor(_THREADS) as pool:
        return list(pool.map(lambda name: _entry(resolved[name], repository), wanted))


def _entry(artifact: Any, repository: Path) -> dict[str, Any]:  # noqa: ANN401  (jgo has no types)
    file = artifact.resolve()
    jar = file.read_bytes()
    return {
        "path": file.relative_to(repository).as_posix(),
        "group": artifact.groupId,
        "artifact": artifact.artifactId,
        "version": artifact.version,
        "classifier": artifact.classifier or None,
        "size": len(jar),
        "sha256": hashlib.sha256(jar).hexdigest(),
        "sha1": hashlib.sha1(jar, usedforsecurity=False).hexdigest(),
    }


if __name__ == "__main__":
    sys.exit(main())
