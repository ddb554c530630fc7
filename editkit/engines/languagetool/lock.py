"""The jars of LanguageTool that editkit brings: which they are, and their hashes."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Jar:
    """One Maven artifact, pinned."""

    group: str
    artifact: str
    version: str
    classifier: str | None
    size: int
    sha256: str

    @property
    def place(self) -> Path:
        """Where the official distribution has it, below its own folder."""
        name = f"{self.artifact}.jar"
        return Path(name) if self.artifact == "languagetool-server" else Path("libs", name)

    def intact(self, file: Path) -> bool:
        """Whether `file` is there and is this very jar."""
        try:
            with file.open("rb") as opened:
                return hashlib.file_digest(opened, "sha256").hexdigest() == self.sha256
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Lock:
    """A LanguageTool, jar by jar; `digest` changes whenever one of them does."""

    version: str
    jars: tuple[Jar, ...]
    digest: str

    @property
    def size(self) -> int:
        """The bytes of all jars."""
        return sum(jar.size for jar in self.jars)


@cache
def read_lock() -> Lock:
    """Return the lock that editkit comes with."""
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
