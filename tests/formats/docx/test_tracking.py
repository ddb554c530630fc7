"""Tracked changes and comments in Word documents."""

import re
from datetime import UTC, datetime

import pytest
from lxml import etree

from editkit.core.fix import Edit, Remark, Splice, Tracked
from editkit.core.span import RawSpan, Span
from editkit.core.splices import apply_splices
from editkit.formats.docx.format import Docx
from tests.formats.docx.word_files import (
    HEAD,
    PACKAGE,
    WORD,
    footnotes,
    header,
    member,
    names,
    p,
    r,
    without_changes,
    word_file,
    zipped,
)

DOCX = Docx()
ANN = Tracked('Ann "A" & Co', datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
ATTRIBUTES = 'w:author="Ann &quot;A&quot; &amp; Co" w:date="2026-01-02T03:04:05Z"'


def tracked(data: bytes, old: str, new: str, *remarks: tuple[str, str], part: int = 0) -> bytes:
    package = DOCX.parse(data, uri="a.docx", lang="en")
    made: list[tuple[Splice, ...]] = [() for _ in package.documents]
    notes: list[tuple[Remark, ...]] = [() for _ in package.documents]
    document = package.documents[part]
    if old:
        at = document.text.index(old)
        made[part] = DOCX.splices(document, [Edit(Span(at, at + len(old)), new)]) or ()
        assert made[part]
    notes[part] = tuple(
        Remark(RawSpan(at, at + len(words)), text)
        for words, text in remarks
        if (at := document.raw.index(words)) >= 0
    )
    author = Tracked(ANN.author, ANN.date, tuple(notes))
    packed = DOCX.pack(package, made, author)
    again = DOCX.parse(packed, uri="a.docx", lang="en").documents[part]
    assert again.raw == apply_splices(document.raw, made[part])
    return packed


def test_a_change_is_local() -> None:
    made = member(tracked(word_file(p(r("A big boat.", "<w:b/>"))), "big", "small"))

    assert (
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">A </w:t></w:r>'
        f'<w:del w:id="1" {ATTRIBUTES}><w:r><w:rPr><w:b/></w:rPr>'
        '<w:delText xml:space="preserve">big</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {ATTRIBUTES}><w:r><w:rPr><w:b/></w:rPr>'
        '<w:t xml:space="preserve">small</w:t></w:r></w:ins>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> boat.</w:t></w:r></w:p>'
    ) in made


CASES = [
    (p("A big boat."), "big", "small"),
    (p("A big boat."), "big ", ""),
    (p("A boat."), "A ", "A big "),
    (p("ha", r("rb", "<w:i/>"), "our town"), "harbour", "port"),
    (p(r(" blanks ", space=False), "end"), "blanks", "no blanks"),
    (p('<w:hyperlink w:anchor="z">' + r("a link") + "</w:hyperlink>"), "link", "page"),
    (p("R &amp; D now"), "now", "<then>"),
]


@pytest.mark.parametrize(("xml", "old", "new"), CASES)
def test_accepted_changes_are_corrections_and_rejected_ones_the_original(
    xml: str, old: str, new: str
) -> None:
    data = word_file(xml)
    [document] = DOCX.parse(data, uri="a", lang="en").documents

    made = member(tracked(data, old, new))

    accepted = without_changes(made, accept=True)
    assert [each for each in accepted if each] == [document.text.replace(old, new, 1)]
    assert without_changes(made, accept=False) == [
        each.replace(" blanks ", "blanks") for each in without_changes(member(data), accept=True)
    ]


OTHERS = '<w:ins w:id="7" w:author="Bob" w:date="2020-01-01T00:00:00Z">'


def test_a_change_within_an_insertion_of_another_author() -> None:
    data = word_file(p("Old ", f"{OTHERS}{r('the new big part')}</w:ins>", "."))

    made = member(tracked(data, "big", "small"))

    assert without_changes(made, accept=True, author=ANN.author)[0] == "Old the new small part."
    assert without_changes(made, accept=False, author=ANN.author)[0] == "Old the new big part."
    assert without_changes(made, accept=False)[0] == "Old ."
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', made)
    assert len(ids) == len(set(ids)) == 4


def test_earlier_changes_of_formats_are_not_repeated() -> None:
    old = '<w:b/><w:rPrChange w:id="3" w:author="Bob"><w:rPr><w:i/></w:rPr></w:rPrChange>'

    made = member(tracked(word_file(p(r("A big boat.", old))), "big", "small"))

    assert made.count("rPrChange") == 2
    assert made.count("<w:rPr><w:b/></w:rPr>") == 3


def test_remarks_are_comments() -> None:
    remarks = (("boat", "Which “boat”? <x>"), ("A big", "Really?"))
    data = word_file(p("A big boat.", " It left."))

    made = tracked(data, "big", "small", *remarks)

    xml = member(made)
    start, end = (f'<w:commentRange{each} w:id="1"/>' for each in ("Start", "End"))
    assert xml.index(start) < xml.index(">boat") < xml.index(end)
    assert '<w:r><w:commentReference w:id="1"/></w:r>' in xml
    comments = member(made, "word/comments.xml")
    assert f'<w:comment w:id="1" {ATTRIBUTES} w:initials="A"><w:p><w:r>' in comments
    assert "Which “boat”? &lt;x&gt;</w:t>" in comments
    assert names(made) == [*names(data), "word/comments.xml"]
    assert 'Target="/word/comments.xml"' in member(made, "word/_rels/document.xml.rels")
    assert 'PartName="/word/comments.xml"' in member(made, "[Content_Types].xml")


def test_a_remark_within_a_change_is_about_the_whole_change() -> None:
    made = member(tracked(word_file(p("A big boat.")), "big", "small", ("ig", "Which?")))

    marked = made[made.index("<w:commentRangeStart") : made.index("<w:commentRangeEnd")]
    assert ">big</w:delText>" in marked


def test_remarks_are_added_to_earlier_comments() -> None:
    earlier = f'{HEAD}<w:comments xmlns:w="{WORD}"><w:comment w:id="4"/></w:comments>'
    data = word_file(p("A boat."), {"comments.xml": earlier})

    made = tracked(data, "", "", ("boat", "Which?"))

    assert names(made) == names(data)
    assert re.findall(r'<w:comment w:id="(\d)"', member(made, "word/comments.xml")) == ["4", "5"]


@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("word/comments.xml", f'{HEAD}<w:comments xmlns:w="{WORD}"/>'),
        (
            "word/_rels/document.xml.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"/>',
        ),
    ],
)
def test_remarks_are_added_to_a_root_without_content(name: str, root: str) -> None:
    data = word_file(p("A boat."), {"comments.xml": root} if "comments" in name else None)
    members = {each: member(data, each).encode() for each in names(data)}

    made = tracked(zipped({**members, name: root.encode()}), "", "", ("boat", "Which?"))

    etree.fromstring(member(made, name).encode())
    assert "Which?" in member(made, "word/comments.xml")
    assert re.search(r"</(w:comments|Relationships)>$", member(made, name))


def test_remarks_on_other_stories_are_at_the_start_of_the_body() -> None:
    others = {"header1.xml": header(p("Head one.")), "footnotes.xml": footnotes(p("Note one."))}

    made = tracked(word_file(p("Body."), others), "", "", ("one", "Which?"), part=2)

    assert "Footnotes, “one”: Which?" in member(made, "word/comments.xml")
    assert "commentRangeStart" in member(made)
    assert "comment" not in member(made, "word/footnotes.xml")
