"""Markdown: CommonMark with tables, footnotes, strike-through and front matter."""

from collections.abc import Sequence
from typing import ClassVar

from editkit.core.document import Document, Package
from editkit.core.fix import Edit, Splice
from editkit.core.format import Format
from editkit.core.source_map import SourceMap
from editkit.formats.decode import decode, encode
from editkit.formats.markdown.prose import read
from editkit.formats.markdown.splices import splices
from editkit.formats.markdown.tree import labels
from editkit.formats.newlines import Newlines


class Markdown(Format):
    r"""Markdown, read with tree-sitter.

    Prose is what a reader reads: paragraphs, headings, list items, table cells,
    link texts and image descriptions; blocks are parted by `\n\n`. Inline code,
    mathematics, URLs and e-mail addresses stand in it as one U+FFFC each, so
    that a sentence keeps its parts; entities and backslash escapes as what they
    mean. Code blocks, HTML, targets and titles of links, definitions, footnote
    marks and front matter are left out. `[text]` is a link where the file
    defines its label, else it is text.
    """

    name: ClassVar[str] = "markdown"
    suffixes: ClassVar[frozenset[str]] = frozenset({".md", ".markdown", ".mdown"})

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the file as one document."""
        decoded = decode(data, uri=uri)
        lines = Newlines.of(decoded.raw)
        prose = read(lines, labels(lines.text))
        document = Document(
            uri=uri,
            lang=lang,
            text=prose.text,
            raw=decoded.raw,
            source_map=SourceMap(prose.chunks),
            blocks=prose.blocks,
        )
        return Package(uri, self.name, data, (document,), decoded.encoding, decoded.bom)

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        """Return the source edits, or None where they would change what is markup.

        A character that would be read as markup is escaped with a backslash.
        """
        return splices(document, edits)

    def pack(self, package: Package, raws: Sequence[str]) -> bytes:
        """Return the bytes of the one document, in the encoding it was read from."""
        [raw] = raws
        return encode(raw, encoding=package.encoding, bom=package.bom, uri=package.uri)
