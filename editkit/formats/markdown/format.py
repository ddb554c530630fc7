"""Markdown format: CommonMark with tables, footnotes, strikethrough, and front matter."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from editkit.core.document import Document, Package
from editkit.core.fix import Edit, Splice
from editkit.core.format import DirectiveSyntax, Format, HeadingAnchors
from editkit.core.source_map import SourceMap
from editkit.formats.decode import Decoded, decode
from editkit.formats.line_breaks import LineBreaks
from editkit.formats.markdown.dialect import COMMON, Dialect
from editkit.formats.markdown.links import defined_labels
from editkit.formats.markdown.prose import read_prose
from editkit.formats.markdown.splices import make_splices


class Markdown(Format):
    r"""Markdown, parsed with tree-sitter.

    Prose is the visible text: paragraphs, headings, list items, table cells, link texts, and image
    descriptions, with `\n\n` between blocks. Inline code, math, URLs, and e-mail addresses are one
    U+FFFC each, so that sentences stay complete. Entities and backslash escapes are decoded. Code
    blocks, HTML tags, link targets and titles, definitions, footnote marks, and front matter are
    not prose. `[text]` is a link only if the file defines its label.
    """

    name: ClassVar[str] = "markdown"
    suffixes: ClassVar[frozenset[str]] = frozenset({".md", ".markdown", ".mdown", ".qmd", ".rmd"})
    directive_syntax: ClassVar[DirectiveSyntax] = DirectiveSyntax(code_spans=True)
    dialect: ClassVar[Dialect] = COMMON

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return the file as one document."""
        return self._parse(data, decode(data, uri=uri), uri, lang)

    def parse_as(self, data: bytes, *, uri: str, lang: str, encoding: str) -> Package:
        """Return the file, whose encoding is known, as one document."""
        return self._parse(data, decode(data, uri=uri, encoding=encoding), uri, lang)

    def _parse(self, data: bytes, decoded: Decoded, uri: str, lang: str) -> Package:
        lines = LineBreaks.parse(decoded.raw)
        prose = read_prose(lines, defined_labels(lines.text), dialect=self.dialect)
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
        """Return the source edits; None if they would change the markup.

        Characters that would be read as markup are escaped with a backslash.
        """
        return make_splices(document, edits, self.dialect)

    def same_structure(self, before: str, after: str) -> bool:
        """Return whether two sources differ in text only, by another parser than `parse` uses."""
        from editkit.formats.markdown.structure import same_structure  # noqa: PLC0415  (rarely needed)

        return same_structure(before, after, self.dialect)

    def anchors(self) -> HeadingAnchors:
        """Return the anchors that GitHub makes of headings."""
        from editkit.formats.markdown import anchors  # noqa: PLC0415  (rarely needed)

        return anchors


class Mdx(Markdown):
    """MDX: Markdown with imports, exports, JSX and expressions in braces.

    Expressions are one U+FFFC each; comments in braces, imports, exports, and the attributes of
    JSX are not prose.
    """

    name: ClassVar[str] = "mdx"
    suffixes: ClassVar[frozenset[str]] = frozenset({".mdx"})
    dialect: ClassVar[Dialect] = Dialect(mdx=True)


def with_front_matter(base: type[Markdown], keys: Sequence[str]) -> Markdown:
    """Return a format that reads the values of some keys in front matter as prose.

    Its name has the keys after plus signs: `markdown+title+summary`.
    """
    dialect = replace(base.dialect, front_matter=frozenset(keys))
    name = "+".join((base.name, *keys))
    made: Markdown = type(base.__name__, (base,), {"name": name, "dialect": dialect})()
    return made
