"""Base class of file formats."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from editkit.core.document import Document, Package
from editkit.core.fix import Edit, Splice


class Format(ABC):
    """Parser of a file format; applies edits in place and never re-serializes."""

    name: ClassVar[str]
    suffixes: ClassVar[frozenset[str]]

    @abstractmethod
    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the documents of a file; raise InputError if it cannot be read."""

    def parse_as(self, data: bytes, *, uri: str, lang: str, encoding: str) -> Package:  # noqa: ARG002  (for formats of text)
        """Return the documents of a file whose text is in an encoding that the user has named.

        By default, the same as `parse`: files of many formats have their own encoding.
        """
        return self.parse(data, uri=uri, lang=lang)

    @abstractmethod
    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        """Return the source edits equivalent to `edits`, in order of position.

        Each edit is narrowed to the part that differs and split at the boundaries of
        markup. Returns None if that would break markup or create new markup: the edits
        belong to one fix, which is applied as a whole or not at all.
        """

    @abstractmethod
    def pack(self, package: Package, raws: Sequence[str]) -> bytes:
        """Return the bytes of the file with the sources of its documents replaced by `raws`.

        Unchanged sources give unchanged bytes.
        """

    def same_structure(self, before: str, after: str) -> bool:  # noqa: ARG002  (for formats with markup)
        """Return whether two sources of a document differ in text only.

        Corrections that change anything else, such as markup or code, are not made. A format
        with markup should ask another parser than the one that `parse` and `splices` use.
        """
        return True
