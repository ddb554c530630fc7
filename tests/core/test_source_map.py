"""Tests of source maps, with a small HTML document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.document import Document
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span

RAW = "<p>Tom &amp; <b>Ann</b> ran <code>x</code></p><p>on</p>"
CHUNKS = (
    ("Tom ", "Tom ", True),
    ("&", "&amp;", False),
    (" ", " ", True),
    ("Ann", "Ann", True),
    (" ran ", " ran ", True),
    ("CODE", "<code>x</code>", False),
    ("\n\n", "", False),
    ("on", "on", True),
)
TEXT = "".join(text for text, _, _ in CHUNKS)


@pytest.fixture
def document() -> Document:
    chunks = []
    at = raw_at = 0
    for text, raw, verbatim in CHUNKS:
        raw_at = RAW.index(raw or "on", raw_at)
        located = RawSpan(raw_at, raw_at + len(raw))
        chunks.append(Chunk(Span(at, at + len(text)), located, verbatim))
        at, raw_at = at + len(text), raw_at + len(raw)
    return Document("a.html", "en", TEXT, RAW, SourceMap(tuple(chunks)))


def found(text: str) -> Span:
    return Span(TEXT.index(text), TEXT.index(text) + len(text))


@pytest.mark.parametrize(
    ("text", "source", "replaceable"),
    [
        ("Tom", "Tom", True),
        ("om", "om", True),
        ("&", "&amp;", True),
        ("m & ", "m &amp; ", True),
        ("Ann", "Ann", True),
        ("& Ann", "&amp; <b>Ann", False),
        ("Ann ", "Ann</b> ", False),
        ("ran CODE", "ran <code>x</code>", True),
        ("n CO", "n <code>x</code>", False),
        ("OD", "<code>x</code>", False),
        ("\n\n", "", False),
        ("\non", "on", False),
        ("\n\non", "on", False),
    ],
)
def test_span(document: Document, text: str, source: str, *, replaceable: bool) -> None:
    span = found(text)

    assert document.source_map.locate(span).of(RAW) == source
    assert document.source_map.is_replaceable(span) is replaceable


@pytest.mark.parametrize(
    ("at", "before", "after", "replaceable"),
    [
        (0, "<p>", "Tom", True),
        (2, "To", "m ", True),
        (4, "Tom ", "&amp;", True),
        (5, "&amp;", " <b>", True),
        (6, " ", "<b>", True),
        (9, "Ann", "</b>", True),
        (14, " ran ", "<code>", True),
        (18, "</code>", "</p>", True),
        (20, "<p>", "on", True),
        (22, "on", "</p>", True),
    ],
)
def test_insertion_follows_the_chunk_on_its_left(
    document: Document, at: int, before: str, after: str, *, replaceable: bool
) -> None:
    located = document.source_map.locate(Span(at, at))

    assert not located
    assert RAW[: located.start].endswith(before)
    assert RAW[located.end :].startswith(after)
    assert document.source_map.is_replaceable(Span(at, at)) is replaceable


@pytest.mark.parametrize("at", [15, 17, 19])
def test_opaque_chunk_accepts_no_insertion(document: Document, at: int) -> None:
    assert not document.source_map.is_replaceable(Span(at, at))


@pytest.mark.parametrize("span", [Span(21, 30), Span(22, 23), Span(40, 50), Span(40, 40)])
def test_span_after_the_prose_is_located_at_its_end(document: Document, span: Span) -> None:
    assert document.source_map.locate(span).end == RAW.index("</p>", -4)
    assert not document.source_map.is_replaceable(span)


def test_insertion_into_an_empty_document() -> None:
    empty = Document("a.txt", "en", "", "", SourceMap(()))

    assert empty.source_map.locate(Span(0, 0)) == RawSpan(0, 0)
    assert empty.source_map.is_replaceable(Span(0, 0))
    assert Document.plain("", lang="en").source_map.locate(Span(0, 0)) == RawSpan(0, 0)


@pytest.mark.parametrize(
    ("chunks", "message"),
    [
        ([Chunk(Span(1, 2), RawSpan(0, 1))], "does not start at 0"),
        ([Chunk(Span(0, 1), RawSpan(0, 1)), Chunk(Span(2, 3), RawSpan(1, 2))], "gap"),
        ([Chunk(Span(0, 1), RawSpan(1, 2)), Chunk(Span(1, 2), RawSpan(0, 1))], "backwards"),
        ([Chunk(Span(0, 1), RawSpan(0, 2))], "two lengths"),
    ],
)
def test_invalid_map_raises(chunks: list[Chunk], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        SourceMap(tuple(chunks))


PIECES = st.lists(
    st.tuples(
        st.text("abc", min_size=1, max_size=3),
        st.sampled_from(["", "<b>", "</b>"]),
        st.sampled_from(["verbatim", "entity", "supplied"]),
    ),
    min_size=1,
    max_size=6,
)


@given(PIECES, st.data())
def test_span_covers_the_source_of_all_its_characters(
    pieces: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    chunks: list[Chunk] = []
    origin: list[tuple[int, int]] = []
    raw = text = ""
    for words, markup, kind in pieces:
        raw += markup
        source = {"verbatim": words, "entity": f"&{words};", "supplied": ""}[kind]
        start = len(raw)
        raw += source
        located = RawSpan(start, len(raw))
        chunks.append(Chunk(Span(len(text), len(text) + len(words)), located, kind == "verbatim"))
        for at in range(len(words)):
            exact = (start + at, start + at + 1)
            origin.append(exact if kind == "verbatim" else (located.start, located.end))
        text += words
    document = Document("a.html", "en", text, raw, SourceMap(tuple(chunks)))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    located = document.source_map.locate(Span(start, end))

    assert (located.start, located.end) == (origin[start][0], origin[end - 1][1])
    under = document.source_map.chunks_at(Span(start, end))
    assert under == tuple(c for c in chunks if c.text.start < end and c.text.end > start)
