"""Damaged and hostile Word documents: read or refused, and written as they were read."""

import os
import random
import time

import pytest

from editkit.core.errors import InputError
from editkit.core.fix import Edit, Splice, Tracked
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from editkit.formats.docx.format import Docx
from tests.formats.docx.word_files import (
    WORD,
    document,
    footnotes,
    header,
    member,
    names,
    p,
    r,
    word_file,
    zipped,
)

DOCX = Docx()
ROUNDS = int(os.environ.get("EDITKIT_FUZZ_ROUNDS", "300"))
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><w:txbxContent>{0}"
    "</w:txbxContent></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
BODY = (
    p("A ", r("big", "<w:b/>"), " boat &amp; more.", properties='<w:pStyle w:val="H1"/>')
    + p('<w:ins w:id="3" w:author="B">' + r("new words") + "</w:ins>", BOX.format(p("Box.")))
    + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "x", "<w:r><w:tab/></w:r>")
    + "<w:tbl><w:tr><w:tc>"
    + p("Cell.")
    + "</w:tc></w:tr></w:tbl>"
    + "<w:sdt><w:sdtPr><w:lock w:val='contentLocked'/></w:sdtPr><w:sdtContent>"
    + p("Locked.")
    + "</w:sdtContent></w:sdt>"
)
SAMPLE = word_file(BODY, {"header1.xml": header(p("H.")), "footnotes.xml": footnotes(p("N."))})
MEMBERS = {name: member(SAMPLE, name).encode() for name in names(SAMPLE)}
PIECES = [
    *(f"<{name}>".encode() for name in "w:p /w:p w:r /w:r w:t /w:t w:t/ w:ins /w:ins".split()),
    *(f"<{name}>".encode() for name in "w:txbxContent /mc:Choice w:sdt w:sdtContent".split()),
    *(b"<w:del/>", b"<w:fldChar/>", b"<![CDATA[x]]>", b"<!--x-->"),
    *(b"&amp;", b"&#0;", b"\xff", b"\0"),
]


def mutated(rng: random.Random) -> bytes:
    if rng.random() < 0.3:
        data = bytearray(SAMPLE)
        for _ in range(rng.randrange(1, 4)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        return bytes(data[: rng.choice([len(data), rng.randrange(len(data))])])
    members = dict(MEMBERS)
    name = rng.choice(["word/document.xml"] * 5 + sorted(members))
    content = members[name]
    for _ in range(rng.randrange(1, 3)):
        tags = [at for at in range(len(content)) if content[at : at + 1] in {b"<", b">"}]
        at = rng.choice(tags or [0])
        end = rng.choice([at, at, at, min(at + rng.randrange(60), len(content))])
        content = content[:at] + rng.choice([b"", *PIECES]) + content[end:]
    members[name] = content
    return zipped(members)


def test_any_document_is_read_or_refused_and_edits_are_what_is_read_again() -> None:
    rng = random.Random(11)  # noqa: S311
    read = 0
    for _ in range(ROUNDS):
        data = mutated(rng)
        try:
            package = DOCX.parse(data, uri="a.docx", lang="en")
        except InputError:
            continue
        read += 1
        made: list[tuple[Splice, ...]] = []
        for each in package.documents:
            at = rng.randrange(len(each.text) + 1)
            edit = Edit(Span(at, min(at + rng.randrange(6), len(each.text))), "new & old")
            made.append(DOCX.splices(each, [edit]) or ())
        for tracked in (None, Tracked.now()):
            try:
                packed = DOCX.pack(package, made, tracked)
            except InputError as error:
                assert "damaged" in error.message  # a member that has no text  # noqa: PT017
                continue
            again = DOCX.parse(packed, uri="a.docx", lang="en")
            pairs = zip(package.documents, made, strict=True)
            expected = [apply_splices(each.raw, splices) for each, splices in pairs]
            assert [each.raw for each in again.documents] == [each for each in expected if each]
    assert read > ROUNDS / 10


def test_entities_and_document_types_are_refused() -> None:
    xml = document(p("x")).replace("<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1)
    data = zipped({**MEMBERS, "word/document.xml": xml.encode()})

    with pytest.raises(InputError, match="has a document type, which is not read"):
        DOCX.parse(data, uri="a.docx", lang="en")


def test_other_encodings_are_kept() -> None:
    xml = document(p("Caf\u00e9 one.")).replace('encoding="UTF-8"', 'encoding="{}"')
    for codec in ("UTF-16", "windows-1252"):
        content = xml.format(codec).encode(codec)
        data = zipped({**MEMBERS, "word/document.xml": content})
        package = DOCX.parse(data, uri="a.docx", lang="en")
        first = package.documents[0]
        splices = DOCX.splices(first, [Edit(Span(5, 8), "t\u00e9n")]) or ()

        made = DOCX.pack(package, [splices, *[()] * (len(package.documents) - 1)])

        again = DOCX.parse(made, uri="a.docx", lang="en")
        assert again.documents[0].text == "Caf\u00e9 t\u00e9n."
        assert "Caf\u00e9 t\u00e9n.".encode(codec.lower().replace("utf-16", "utf-16-le")) in (
            _bytes(made)
        )


def _bytes(data: bytes) -> bytes:
    from editkit.formats.containers.archive import Archive  # noqa: PLC0415

    return Archive.parse(data, "a").read("word/document.xml")


def test_deep_nesting_is_read() -> None:
    depth = 100_000
    xml = document("<w:smartTag>" * depth + p("Deep.") + "</w:smartTag>" * depth)
    data = zipped({**MEMBERS, "word/document.xml": xml.encode()})

    assert DOCX.parse(data, uri="a.docx", lang="en").documents[0].text == "Deep."


def test_unknown_encodings_are_refused() -> None:
    xml = document(p("x")).replace('encoding="UTF-8"', 'encoding="punycode"')
    data = zipped({**MEMBERS, "word/document.xml": xml.encode()})

    with pytest.raises(InputError, match="in punycode, which is not read"):
        DOCX.parse(data, uri="a.docx", lang="en")


@pytest.mark.parametrize("body", ["<w:r xmlns:w='{}'/>", "<w:rPr xmlns:w='{}'><w:del/></w:rPr>"])
def test_a_part_of_a_document_is_read(body: str) -> None:
    xml = body.format(WORD)
    data = zipped({**MEMBERS, "word/document.xml": xml.encode()})

    assert DOCX.parse(data, uri="a.docx", lang="en").documents[0].text == ""


def test_long_words_and_tags_need_linear_time() -> None:
    body = p("a" * 200_000) + p(f"<w:r><w:t{' ' * 200_000}>A boat.</w:t></w:r>")
    package = DOCX.parse(word_file(body), uri="a.docx", lang="en")
    first = package.documents[0]
    at = first.text.index("boat")
    splices = DOCX.splices(first, [Edit(Span(at, at + 4), "ship")]) or ()
    started = time.process_time()

    DOCX.pack(package, [splices], Tracked.now())

    assert time.process_time() - started < 10


def test_nested_boxes_and_long_instructions_need_linear_time() -> None:
    begin, end = BOX.partition("<mc:Fallback>")[0].split("{0}")
    boxes = f"<w:p>{begin}" * 8_000 + p("In.") + f"{end}</mc:AlternateContent></w:r></w:p>" * 8_000
    word = "<w:r><w:instrText>HYPERLINK </w:instrText></w:r>"
    field = word * 20_000 + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("x") * 20_000
    body = f'{boxes}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{field}</w:p>'
    started = time.process_time()

    read = DOCX.parse(word_file(body), uri="a.docx", lang="en")

    assert [each.text for each in read.documents] == ["x" * 20_000, "In."]
    assert time.process_time() - started < 10
