"""Base class of file formats."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Protocol

from editkit.core.document import Document, Package
from editkit.core.fix import Edit, Splice, Tracked
from editkit.core.splices import apply_splices
from editkit.core.storage.encodings import encode


class Reading(Enum):
    """How people read a document: its source as it is, or its prose only."""

    SOURCE = "source"
    """Plain text, Markdown and the like. Offsets and the review page refer to the source."""
    PROSE = "prose"
    """HTML, XLIFF, Word and the like: mark-up is shown as one sign, and typed text is prose."""


@dataclass(frozen=True, slots=True)
class DirectiveSyntax:
    """How comments such as `editkit-disable` are written in the sources of a format.

    `html`: as HTML comments. `line_marks`: as lines that start with one of these, such as `#`.
    `in_text`: the format has no comments, so that a directive must be a line of its own, except
    that `editkit-disable-line` may follow other text. `code_spans`: backticks and fences are
    code, where nothing is a directive.
    """

    html: bool = True
    line_marks: tuple[str, ...] = ()
    in_text: bool = False
    code_spans: bool = False


NO_DIRECTIVES = DirectiveSyntax(html=False)


class AnchorLink(Protocol):
    """A link to an anchor: the address of the file, empty for the same one, and the anchor."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def anchor(self) -> str: ...  # noqa: D102


class HeadingAnchors(Protocol):
    """The anchors that the renderers of a format make of headings; a module can implement it."""

    def anchor_links(self, text: str, /) -> Iterable[AnchorLink]:
        """Return the links of a source that lead to an anchor in a file."""

    def heading_anchor(self, source: str, /) -> str:
        """Return the anchor of a heading."""

    def has_explicit_id(self, source: str, /) -> bool:
        """Return whether the source line of a heading names its anchor."""


class Format(ABC):
    """Parser of a file format; applies edits in place and never re-serializes.

    `reading` says how people read its documents, `patchable` whether a diff of a document's
    source can be applied to the file, `tracks` whether `pack` can write tracked changes,
    `gathered` whether folders are searched for its files (otherwise they have to be named or
    configured), and `directive_syntax` how its sources hold directives for editkit.
    """

    name: ClassVar[str]
    suffixes: ClassVar[frozenset[str]]
    reading: ClassVar[Reading] = Reading.SOURCE
    patchable: ClassVar[bool] = True
    tracks: ClassVar[bool] = False
    gathered: ClassVar[bool] = True
    directive_syntax: ClassVar[DirectiveSyntax] = DirectiveSyntax()

    @abstractmethod
    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the documents of a file; raise InputError if it cannot be read.

        Texts and sources do not depend on `lang`, the language that is checked.
        """

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

    def pack(
        self,
        package: Package,
        made: Sequence[Sequence[Splice]],
        tracked: Tracked | None = None,  # noqa: ARG002  (for formats with `tracks`)
    ) -> bytes:
        """Return the bytes of the file with the splices of each document made.

        The splices of a document do not overlap. With `tracked`, which only formats with
        `tracks` get, they become changes that a reader can accept or reject. Without splices
        and remarks, the bytes are those of the package.

        By default, the file is one text: documents share their source, or there is only one.
        """
        raws = {document.raw for document in package.documents}
        splices = sorted({(each.span, each.text) for splices in made for each in splices})
        if not splices:
            return package.data
        if len(raws) != 1:
            raise NotImplementedError(f"{self.name}: a file of several sources needs its own pack")
        raw = apply_splices(raws.pop(), (Splice(span, text) for span, text in splices))
        return encode(raw, encoding=package.encoding, bom=package.bom, uri=package.uri)

    def read_fragment(self, source: str) -> str:
        """Return how a replacement in the source reads: for HTML, `R&amp;D` as `R&D`."""
        return source

    def same_structure(self, before: str, after: str) -> bool:  # noqa: ARG002  (for formats with markup)
        """Return whether two sources of a document differ in text only.

        Corrections that change anything else, such as markup or code, are not made. A format
        with markup should ask another parser than the one that `parse` and `splices` use.
        """
        return True

    def anchors(self) -> HeadingAnchors | None:
        """Return the anchors of headings; None (the default) if headings have none."""
        return None
