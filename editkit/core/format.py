"""The contract between editkit and a file format."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from editkit.core.document import Document, Package
from editkit.core.fix import Edit, Splice


class Format(ABC):
    """Reads files into documents and makes edits in place, never re-serialising."""

    name: ClassVar[str]
    suffixes: ClassVar[frozenset[str]]

    @abstractmethod
    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the documents of a file; raise InputError where it cannot be read."""

    @abstractmethod
    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        """Return the source edits that make `edits`, in order of position.

        Each edit is narrowed to what differs and cut at the boundaries of
        markup. None where that cannot be done without harming markup or without
        making new markup; the edits belong to one fix, made whole or not at all.
        """

    @abstractmethod
    def pack(self, package: Package, raws: Sequence[str]) -> bytes:
        """Return the file with the sources of its documents replaced by `raws`.

        The same sources give the same bytes.
        """
