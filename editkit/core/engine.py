"""The contract between editkit and somebody else's checker."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from editkit.core.document import Document
from editkit.core.errors import EditkitError
from editkit.core.issue import Issue


class EngineError(EditkitError):
    """An engine cannot be had or has failed; `str()` is one sentence for the reader."""


class Engine(ABC):
    """A checker that is expensive to start and checks many documents."""

    name: ClassVar[str]

    @property
    @abstractmethod
    def version(self) -> str:
        """The version that is running."""

    @property
    def spent(self) -> bool:
        """Whether it will check nothing more; a run to come is to open another."""
        return False

    @abstractmethod
    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        """Yield the issues of each document, in the order of the documents.

        Reads a few documents ahead, so that the engine is kept busy; memory does
        not grow with their number. A document that the engine could not check
        yields the error, and the next one is tried.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of what the engine holds; a shared server lives on."""
