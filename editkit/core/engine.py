"""Base class of engines: external checkers such as LanguageTool."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from editkit.core.document import Document
from editkit.core.errors import EditkitError
from editkit.core.issue import Issue


class EngineError(EditkitError):
    """An engine is unavailable or has failed; `str()` is one sentence for the user."""


EngineOutput = tuple[Issue, ...] | EngineError
"""The issues of one document, or the reason why the engine could not check it."""


class Engine(ABC):
    """An external checker that is expensive to start and checks many documents."""

    name: ClassVar[str]
    needs_verification: ClassVar[bool] = False
    """Whether editkit's own checks verify each fix before it is proposed.

    Set it for an engine that rewrites text freely, such as a language model.
    """

    @property
    @abstractmethod
    def version(self) -> str:
        """The version of the running engine."""

    @property
    def exhausted(self) -> bool:
        """Whether the engine has stopped for good; the next run opens a new one."""
        return False

    @abstractmethod
    def run(self, documents: Iterable[Document]) -> Iterator[EngineOutput]:
        """Yield the issues of each document, in the order of the documents.

        Prefetches a few documents to keep the engine busy; memory use does not grow with
        their number. If the engine cannot check a document, yields the error and continues
        with the next document.
        """

    @abstractmethod
    def close(self) -> None:
        """Release the engine's resources; a shared server keeps running."""
