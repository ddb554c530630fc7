"""HTML and XHTML: the text of elements, and the attributes that people read."""

from collections.abc import Sequence
from typing import ClassVar

from editkit.core.document import Document, Package
from editkit.core.fix import Edit, Splice
from editkit.core.format import Format, Reading
from editkit.core.source_map import SourceMap
from editkit.formats.decode import Decoded, decode
from editkit.formats.line_breaks import LineBreaks

_XHTML = (".xhtml", ".xht")


class Html(Format):
    """Pages and fragments of HTML, read with the tokenizer of WHATWG.

    Blocks are elements such as `p`, `li` and `td`; inline elements are mark-up within a sentence.
    Code, formulas, images and templates are one U+FFFC each.
    """

    name: ClassVar[str] = "html"
    suffixes: ClassVar[frozenset[str]] = frozenset({".html", ".htm", *_XHTML})
    reading: ClassVar[Reading] = Reading.PROSE

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the file as one document, in the encoding that it declares."""
        return self._parse(data, decode(data, uri=uri), uri, lang)

    def parse_as(self, data: bytes, *, uri: str, lang: str, encoding: str) -> Package:
        """Return the file, whose encoding is known, as one document."""
        return self._parse(data, decode(data, uri=uri, encoding=encoding), uri, lang)

    def _parse(self, data: bytes, decoded: Decoded, uri: str, lang: str) -> Package:
        from editkit.formats.html.reader import Reader  # noqa: PLC0415  (rarely needed)

        lines = LineBreaks.parse(decoded.raw)
        prose = Reader(lines).read(xhtml=uri.lower().endswith(_XHTML))
        document = Document(
            uri,
            lang,
            "".join(prose.text),
            decoded.raw,
            SourceMap(tuple(prose.chunks)),
            tuple(prose.blocks),
            other_languages=tuple(prose.other_languages(lang)),
        )
        return Package(uri, self.name, data, (document,), decoded.encoding, decoded.bom)

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        """Return the source edits; None if mark-up, code or a template would change."""
        from editkit.formats.html.splices import make_splices  # noqa: PLC0415  (rarely needed)

        return make_splices(document, edits)

    def read_fragment(self, source: str) -> str:
        """Return how a replacement in the source reads: `R&amp;D` as `R&D`."""
        import html  # noqa: PLC0415  (rarely needed)

        return html.unescape(source)

    def same_structure(self, before: str, after: str) -> bool:
        """Return whether two sources differ in prose only, by the standard library's parser."""
        from editkit.formats.html.structure import same_structure  # noqa: PLC0415  (rarely needed)

        return same_structure(before, after)
