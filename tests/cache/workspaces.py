"""Workspace of articles with a cache, and an engine that counts what it reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.glossary import Glossary
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, EngineState, FileResult, Notice
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session

TEXT = "The the ferry left at at noon.\n"


class Counting(Engine):
    """Flags the first word of each document and records the documents it has read."""

    name: ClassVar[str] = "harper"
    version = "1"

    def __init__(self) -> None:
        self.read: list[str] = []
        self.failing: set[str] = set()

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        for document in documents:
            self.read.append(document.uri)
            if document.uri in self.failing:
                yield EngineError("It is ill.")
            else:
                span = Span(0, min(3, len(document.text)))
                yield (Issue("harper/All", span, "Hm.", Family.STYLE, "", engine="harper"),)

    def close(self) -> None:
        pass


@dataclass
class Workspace:
    """A folder of articles with a cache; records which files were linted."""

    folder: Path
    settings: Settings
    engine: Counting = field(default_factory=Counting)
    opened: int = 0
    checked: list[str] = field(default_factory=list)
    reports: tuple[EngineReport, ...] = (EngineReport("harper", "1", EngineState.RAN),)
    notices: tuple[Notice, ...] = ()

    def article(self, name: str, text: str = TEXT) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run(
        self, *names: str, settings: Settings | None = None, glossary: Glossary | None = None
    ) -> list[FileResult]:
        self.engine.read.clear()
        self.checked.clear()
        self.opened = 0
        cache = ResultCache(self.folder / "cache")
        files = [
            (settings or self.settings, SourceFile(str(self.folder / name))) for name in names
        ]
        with Session(cache=cache) as session:
            return list(session.run(files, glossary))

    def entries(self) -> list[Path]:
        return sorted((self.folder / "cache").iterdir())

    @property
    def linted_names(self) -> list[str]:
        assert [Path(uri).name for uri in self.engine.read] == self.checked
        return list(self.checked)
