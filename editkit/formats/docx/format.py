"""Word documents: body, tables, headers, footers, notes and text boxes."""

from collections.abc import Sequence
from typing import ClassVar

from editkit.core.document import Document, Package
from editkit.core.errors import InputError
from editkit.core.fix import Edit, Splice, Tracked
from editkit.core.format import NO_DIRECTIVES, DirectiveSyntax, Format, Reading
from editkit.formats.containers.xml import is_xml_text
from editkit.formats.narrow import narrow_edit

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIXED = frozenset("\n\t\u2028\ufffc\u00ad\u2011")


class Docx(Format):
    """Word documents of Word 2007 and later.

    Earlier tracked changes are read as accepted. Field results other than links, placeholders,
    bound and locked content controls and equations are one U+FFFC each, or no prose.
    """

    name: ClassVar[str] = "docx"
    suffixes: ClassVar[frozenset[str]] = frozenset({".docx", ".docm"})
    reading: ClassVar[Reading] = Reading.PROSE
    patchable: ClassVar[bool] = False
    tracks: ClassVar[bool] = True
    directive_syntax: ClassVar[DirectiveSyntax] = NO_DIRECTIVES

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        """Return each story of the file as a document."""
        from editkit.formats.docx.document import document_of, read_word_file  # noqa: PLC0415  (rarely needed)

        _check_signature(data, uri)
        stories = read_word_file(data, uri).stories
        documents = tuple(document_of(story, uri, lang) for story in stories)
        return Package(uri, self.name, data, documents)

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        """Return the edits of the reading text; None if one is about more than characters."""
        found: list[Splice] = []
        for edit in edits:
            pieces = narrow_edit(document, edit)
            if pieces is None:
                return None
            for piece in pieces:
                if not _is_text(document, piece):
                    return None
                found.append(Splice(document.source_map.locate(piece.span), piece.text))
        return tuple(sorted(found, key=lambda each: each.span))

    def read_fragment(self, source: str) -> str:
        """Return a replacement with line breaks as the prose has them."""
        return source.replace("\u2028", "\n")

    def pack(
        self,
        package: Package,
        made: Sequence[Sequence[Splice]],
        tracked: Tracked | None = None,
    ) -> bytes:
        """Return the file with the splices made; members without any keep their bytes."""
        from editkit.formats.docx.writer import write_word_file  # noqa: PLC0415  (rarely needed)

        has_remarks = tracked is not None and any(tracked.remarks)
        if not any(made) and not has_remarks:
            return package.data
        return write_word_file(package.data, package.uri, made, tracked)


def _is_text(document: Document, edit: Edit) -> bool:
    """Return whether an edit is about characters only, and there is text that it belongs to."""
    if _FIXED & {*edit.span.of(document.text), *edit.text} or not is_xml_text(edit.text):
        return False
    if edit.span:
        return True
    at = edit.span.start
    return not _FIXED.issuperset(document.text[max(at - 1, 0) : at + 1])


def _check_signature(data: bytes, uri: str) -> None:
    if data.startswith(_OLE):
        raise InputError(
            "This is an old Word document (.doc) or one with a password; save it as .docx "
            "without a password.",
            uri=uri,
        )
    if not data.startswith(_ZIP):
        raise InputError("This is not a Word document, in spite of its name.", uri=uri)
