"""Lock file of LanguageTool: its jars with versions and hashes."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path


class HashMismatch(Exception):  # noqa: N818  (handled while jars are downloaded)
    """A jar of a repository is not the pinned one."""


@dataclass(frozen=True, slots=True)
class Jar:
    """A pinned Maven artifact."""

    group: str
    artifact: str
    version: str
    classifier: str | None
    size: int
    sha256: str

    @property
    def relative_path(self) -> Path:
        """The path in the official distribution."""
        name = f"{self.artifact}.jar"
        return Path(name) if self.artifact == "languagetool-server" else Path("libs", name)

    def is_intact(self, file: Path) -> bool:
        """Return whether `file` exists and has this jar's hash."""
        try:
            with file.open("rb") as opened:
                return hashlib.file_digest(opened, "sha256").hexdigest() == self.sha256
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Lock:
    """The jars of a LanguageTool version; `digest` changes whenever one of them does."""

    version: str
    jars: tuple[Jar, ...]
    digest: str

    @property
    def size(self) -> int:
        """The total size of the jars in bytes."""
        return sum(jar.size for jar in self.jars)


@cache
def read_lock() -> Lock:
    """Return the lock that is part of editkit."""
    entries = json.loads(files(__package__).joinpath("languagetool-en.lock.json").read_bytes())
    jars = tuple(
        Jar(
            entry["group"],
            entry["artifact"],
            entry["version"],
            entry["classifier"],
            entry["size"],
            entry["sha256"],
        )
        for entry in entries
    )
    version = next(jar.version for jar in jars if jar.artifact == "languagetool-server")
    hashes = "".join(sorted(jar.sha256 for jar in jars))
    return Lock(version, jars, hashlib.sha256(hashes.encode()).hexdigest())
