"""Reading of Word documents: what is prose, in which order, with which blocks."""

import pytest

from editkit.core.document import BlockKind, Document, Package
from editkit.core.errors import InputError
from editkit.formats.docx.format import Docx
from tests.formats.docx.word_files import (
    STRICT,
    footnotes,
    header,
    member,
    names,
    p,
    r,
    word_file,
    zipped,
)

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
INSTRUCTION = "<w:r><w:instrText>{}</w:instrText></w:r>"


def field(instruction: str, result: str) -> str:
    pieces = (FIELD.format("begin"), INSTRUCTION.format(instruction), FIELD.format("separate"))
    return "".join((*pieces, r(result), FIELD.format("end")))


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def parsed(data: bytes, lang: str = "en-US") -> Package:
    return Docx().parse(data, uri="a.docx", lang=lang)


def body(xml: str, lang: str = "en-US") -> Document:
    return parsed(word_file(xml), lang).documents[0]


LINES = [
    (p("One ", r("two", "<w:b/>"), " three."), "One two three."),
    (p(r(" cut ", space=False), "."), "cut."),
    (p("a &amp; b &lt; &#x4e2d;"), "a & b < 中"),
    (p("a", "<w:r><w:tab/></w:r>", "b", "<w:r><w:br/></w:r>", "c"), "a\tb\nc"),
    (p("a", "<w:r><w:noBreakHyphen/></w:r>", "b"), "a\u2011b"),
    (
        p("kept", '<w:del w:id="1" w:author="B"><w:r><w:delText>gone</w:delText></w:r></w:del>'),
        "kept",
    ),
    (p('<w:ins w:id="1" w:author="B">' + r("new") + "</w:ins>", " old"), "new old"),
    (p('<w:moveFrom w:id="1"><w:r><w:t>x</w:t></w:r></w:moveFrom>', "y"), "y"),
    (p('<w:hyperlink w:anchor="z">' + r("link") + "</w:hyperlink>", " text"), "link text"),
    (p("see ", field(' HYPERLINK "x" ', "the page"), "."), "see the page."),
    (p("page ", field(" PAGE ", "12"), "."), "page \ufffc."),
    (
        p("page ", '<w:fldSimple w:instr=" PAGE ">' + r("12") + "</w:fldSimple>", "."),
        "page \ufffc.",
    ),
    (p("a ", control("<w:showingPlcHdr/>", r("Click here")), "."), "a \ufffc."),
    (p("a ", control('<w:showingPlcHdr w:val="0"/>', r("typed")), "."), "a typed."),
    (p("a ", control('<w:dataBinding w:xpath="x"/>', r("bound")), "."), "a \ufffc."),
    (p("a ", control('<w:lock w:val="sdtContentLocked"/>', r("locked")), "."), "a \ufffc."),
    (p("a ", control('<w:lock w:val="sdtLocked"/>', r("open")), "."), "a open."),
    (p("a ", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "."), "a \ufffc."),
    (p("a ", "<w:r><w:drawing><wp:inline/></w:drawing></w:r>", "."), "a \ufffc."),
    (p("a", "<w:r><w:drawing><wp:anchor/></w:drawing></w:r>", "."), "a."),
    (p("a", r("hidden", "<w:vanish/>"), "."), "a."),
    (p("a", '<w:r><w:footnoteReference w:id="1"/></w:r>', "."), "a."),
    (p("a", "<w:proofErr/>", '<w:bookmarkStart w:id="1" w:name="n"/>', "b"), "ab"),
    (p('<w:smartTag w:element="x">' + r("tag") + "</w:smartTag>"), "tag"),
    (p(r("عربي", "<w:rtl/>")), "عربي"),
    (p("a", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("b"), "ab"),
    (p("One.") + p() + p("Two."), "One.\n\nTwo."),
]


@pytest.mark.parametrize(("xml", "text"), LINES)
def test_text(xml: str, text: str) -> None:
    assert body(xml).text == text


def test_a_paragraph_is_a_line_of_the_source() -> None:
    document = body(p("One.", "<w:r><w:br/></w:r>", "More.") + p() + p("Two."))

    assert document.raw.split("\n") == ["One.\u2028More.", "", "Two.", ""]
    assert [block.span.of(document.text) for block in document.blocks] == ["One.\nMore.", "Two."]


def test_kinds_of_blocks() -> None:
    table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
    nested = table.format(p("Inner."), p("Next."))
    xml = (
        p("Title", properties='<w:pStyle w:val="H1"/>')
        + p("Item", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + table.format(p("Cell.") + nested, p("Last."))
        + p("After.")
    )

    document = body(xml)

    kinds = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert kinds == [
        (BlockKind.HEADING, "Title"),
        (BlockKind.ITEM, "Item"),
        (BlockKind.CELL, "Cell."),
        (BlockKind.CELL, "Inner."),
        (BlockKind.CELL, "Next."),
        (BlockKind.CELL, "Last."),
        (BlockKind.PARAGRAPH, "After."),
    ]


def test_fields_may_span_paragraphs() -> None:
    xml = (
        p("Contents ", FIELD.format("begin"), INSTRUCTION.format("TOC"), FIELD.format("separate"))
        + p("1. Old entry")
        + p("2. Old entry", FIELD.format("end"), " after")
    )

    assert body(xml).text == "Contents \ufffc\n\n after"


def test_headers_notes_and_text_boxes_are_parts() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wps:txbx>"
        "<w:txbxContent>{0}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{1}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    others = {
        "header2.xml": header(p("Second head.")),
        "header1.xml": header(p("Head.")),
        "footer1.xml": header(p("")),
        "footnotes.xml": footnotes(p("A note."), p("Another.")),
    }
    xml = p("Before.", box.format(p("Boxed."), p("Boxed."))) + p(
        "x", box.format(p("New."), p("Old."))
    )

    documents = parsed(word_file(xml, others)).documents

    assert [(each.part, each.text) for each in documents] == [
        ("Body", "Before.\n\nx"),
        ("Body text box 1", "Boxed."),
        ("Body text box 2", "New."),
        ("Body text box 3", "Old."),
        ("Header 1", "Head."),
        ("Header 2", "Second head."),
        ("Footnotes", "A note.\n\nAnother."),
    ]
    assert [block.label for block in documents[-1].blocks] == ["note 1", "note 2"]


def test_strict_documents_and_other_prefixes() -> None:
    assert parsed(word_file(p("Strict."), namespace=STRICT)).documents[0].text == "Strict."
    data = word_file(p("Other."))
    members = {name: member(data, name) for name in names(data)}
    xml = members["word/document.xml"].replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=")
    members["word/document.xml"] = xml
    other = zipped({name: content.encode() for name, content in members.items()})
    assert parsed(other).documents[0].text == "Other."


def test_paragraphs_in_another_language_are_marked() -> None:
    french = r("Il est est parti.", '<w:lang w:val="fr-FR"/>')
    mixed = p(r("Un mot", '<w:lang w:val="fr-FR"/>'), " of French.")

    document = body(p(french) + mixed + p(r("Br.", '<w:lang w:val="en-GB"/>')))

    assert [(each.lang, each.span.of(document.text)) for each in document.other_languages] == [
        ("fr-FR", "Il est est parti.")
    ]
    assert body(p(french), lang="fr").other_languages == ()
    assert body(p(french), lang="und").other_languages == ()


BAD = [
    (bytes.fromhex("d0cf11e0a1b11ae1") + b"x", "This is an old Word document"),
    (b"%PDF-1.7", "This is not a Word document, in spite of its name."),
    (b"PK\x03\x04", "This file is not complete"),
    (zipped({"a.txt": b"x"}), "This ZIP archive is not a Word document."),
    (word_file("<w:p>"), "Its part word/document.xml is not well-formed XML: mismatched tag."),
]


@pytest.mark.parametrize(("data", "message"), BAD, ids=range(len(BAD)))
def test_other_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refused:
        parsed(data)
    assert refused.value.message.startswith(message)
