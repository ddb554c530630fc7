"""Correction of Word documents in place: the XML around the words stays as it is."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.errors import InputError
from editkit.core.fix import Edit, Splice
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from editkit.formats.docx.format import Docx
from tests.formats.docx.word_files import footnotes, header, member, names, p, r, word_file

DOCX = Docx()


def edited(data: bytes, *edits: tuple[str, str], part: int = 0) -> bytes:
    """Return a file in which words are replaced; the edits must be possible."""
    package = DOCX.parse(data, uri="a.docx", lang="en")
    made: list[list[Splice]] = [[] for _ in package.documents]
    document = package.documents[part]
    for old, new in edits:
        at = document.text.index(old)
        splices = DOCX.splices(document, [Edit(Span(at, at + len(old)), new)])
        assert splices is not None
        made[part] += splices
    return DOCX.pack(package, made)


def changed(xml: str, *edits: tuple[str, str]) -> str:
    """Return the paragraphs of a body after edits."""
    found = member(edited(word_file(xml), *edits))
    return found[found.index("<w:p>") : found.index("<w:sectPr/>")]


CHANGES = [
    (p("A big boat."), [("big", "small")], p("A small boat.")),
    (p("R &amp; D, x."), [("x", "a<b&c")], p("R &amp; D, a&lt;b&amp;c.")),
    (p("R &amp; D"), [("&", "and")], p("R and D")),
    (p("The the boat."), [("The the", "The")], p("The boat.")),
    (
        p(r("Bold", "<w:b/>"), " text."),
        [("Bold text", "Bolder text")],
        p(r("Bolder", "<w:b/>"), " text."),
    ),
    (p(r("Alp", "<w:b/>"), "as win."), [("Alpas", "Alpes")], p(r("Alp", "<w:b/>"), "es win.")),
    (p("ha", "rb", "our"), [("harbour", "port")], p("port", "", "")),
    (p(r("One two", space=False)), [(" two", "")], p(r("One", space=False))),
    (p(r("\n One two \n", space=False)), [("two", "two ")], p(r("One two "))),
    (p(r("One", space=False), " two"), [("One ", "")], p(r("", space=False), "two")),
]


@pytest.mark.parametrize(("before", "edits", "after"), CHANGES)
def test_only_the_words_change(before: str, edits: list[tuple[str, str]], after: str) -> None:
    assert changed(before, *edits) == after


def test_all_parts_are_written_and_other_members_keep_their_bytes() -> None:
    others = {"header1.xml": header(p("Head one.")), "footnotes.xml": footnotes(p("Note one."))}
    data = word_file(p("Body one."), others)

    made = edited(data, ("one", "two"), part=2)

    assert names(made) == names(data)
    assert "Note two." in member(made, "word/footnotes.xml")
    for name in ("word/document.xml", "word/header1.xml", "word/styles.xml"):
        at = data.index(name.encode()) - 30
        end = data.index(b"PK", at + 4)
        assert data[at:end] in made
    assert edited(data) is not made
    assert DOCX.pack(DOCX.parse(data, uri="a", lang="en"), [(), (), ()]) == data


def test_both_copies_of_a_text_box_change() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><w:txbxContent>{0}"
        "</w:txbxContent></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        "<w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    data = word_file(p("Text.", box.format(p("Old box."))))

    assert member(edited(data, ("Old", "New"), part=1)).count("New box.") == 2


REFUSED = [
    (p("a", "<w:r><w:br/></w:r>", "b"), "a\nb", "a b"),
    (p("a", "<w:r><w:tab/></w:r>", "b"), "a\tb", "a b"),
    (p("One.") + p("Two."), "One.\n\nTwo.", "One. Two."),
    (p("a ", "<w:r><w:sym/></w:r>", " b"), "a \ufffc b", "a b"),
    (p("a b"), "a b", "a\x01b"),
    (p("a b"), "a b", "a\nb"),
    (p("a b"), "a b", "a \ufffc b"),
]


def test_an_insertion_needs_text_next_to_it() -> None:
    xml = p("<w:r><w:sym/></w:r>") + p("<w:r><w:sym/></w:r>", "a", "<w:r><w:sym/></w:r>")
    [document] = DOCX.parse(word_file(xml), uri="a", lang="en").documents
    assert document.text == "\ufffc\n\n\ufffca\ufffc"

    made = [DOCX.splices(document, [Edit(Span(at, at), "x")]) is not None for at in range(7)]

    assert made == [False, False, False, False, True, True, False]


@pytest.mark.parametrize(("xml", "old", "new"), REFUSED)
def test_what_is_no_character_stays(xml: str, old: str, new: str) -> None:
    [document] = DOCX.parse(word_file(xml), uri="a", lang="en").documents
    at = document.text.index(old)

    assert DOCX.splices(document, [Edit(Span(at, at + len(old)), new)]) is None


def test_a_splice_of_an_object_is_refused() -> None:
    package = DOCX.parse(word_file(p("a ", "<w:r><w:sym/></w:r>")), uri="a.docx", lang="en")
    from editkit.core.span import RawSpan  # noqa: PLC0415

    with pytest.raises(InputError, match="more than the characters"):
        DOCX.pack(package, [[Splice(RawSpan(0, 3), "x")]])


TEXTS = st.lists(st.text(st.sampled_from("ab &<é中😀"), max_size=6), min_size=1, max_size=5)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_what_is_written_is_read(paragraphs: list[list[str]], rng: random.Random) -> None:
    runs = [
        [r(_escaped(text), rng.choice(["", "<w:b/>"]), space=rng.random() < 0.5) for text in each]
        for each in paragraphs
    ]
    data = word_file("".join(p(*each) for each in runs if each))
    package = DOCX.parse(data, uri="a", lang="en")
    [document] = package.documents
    splices: list[Splice] = []
    at = 0
    while at < len(document.text):
        end = min(at + rng.randrange(4), len(document.text))
        new = rng.choice(["", "x", " ", "&", "é "])
        found = DOCX.splices(document, [Edit(Span(at, end), new)])
        splices += found or ()
        at = end + 1 + rng.randrange(3)
    unique = sorted({(each.span, each.text) for each in splices})
    made = [Splice(span, text) for span, text in unique]

    packed = DOCX.pack(package, [made])

    [again] = DOCX.parse(packed, uri="a", lang="en").documents
    assert again.raw == apply_splices(document.raw, made)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
