"""Edits that need no second reading, and that this is true of them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.span import Span
from editkit.formats.markdown.format import Markdown
from editkit.formats.markdown.prose import Prose, read
from editkit.formats.markdown.tree import labels
from editkit.formats.markdown.words import among_words
from editkit.formats.newlines import Newlines


def parsed(raw: str) -> Document:
    return Markdown().parse(raw.encode(), uri="a.md", lang="en").documents[0]


def allowed(document: Document, edit: Edit) -> bool:
    return among_words(document, edit, labels(document.raw))


@pytest.mark.parametrize(
    ("raw", "old", "new"),
    [
        ("one two three", "two", "2 and more"),
        ("| one | two |\n|---|---|\n| three four five | *six* |\n", "four ", ""),
        ("- one two, three", "two", "more"),
        ("**one** two three four", "three", "some other"),
        ("one off road car", " road", "-road"),
        ("| one | *two* |\n|---|---|\n| **three four** | 5 |\n", "four", "six"),
        ("- one", "one", "two"),
        ("## one *two* three ##", "two", "four"),
        ("one\ntwo\nthree", "two", "four"),
    ],
)
def test_words_are_put_for_words(raw: str, old: str, new: str) -> None:
    document = parsed(raw)
    at = document.text.index(old)

    assert allowed(document, Edit(Span(at, at + len(old)), new))


@pytest.mark.parametrize(
    ("raw", "old", "new"),
    [
        ("a 1. b", "a ", ""),
        ("- one", "one", "2"),
        ("- one", "one", ""),
        ("汽https://one.two", "汽", "one"),
        ("*one two*three", "two", "two "),
        ("one two", "two", "*two*"),
        ("one two *three*", "two ", ""),
        ("one *two", "one ", ""),
        ("one two \nthree", "two", ""),
        ("one two\nthree four", "three ", ""),
        ("one - two", "one ", ""),
        ("one\ntwo three", "e\nt", "e t"),
        ("one wxw.two", "x", "w"),
        ("one twohttp://three", "two", ""),
        ("one b*c two", "b*c", "three"),
        ("12 one two", "one ", ""),
        ("one #two three", "two", "2"),
        ("<a *one* two 3 four", "3 ", ""),
        ("the [one two three]\n\n[one two three]: x", "two", "2"),
        ("a &amp; b", "&", "and"),
    ],
)
def test_near_a_mark_the_source_is_read_again(raw: str, old: str, new: str) -> None:
    document = parsed(raw)
    at = document.text.index(old)

    assert not allowed(document, Edit(Span(at, at + len(old)), new))


TOKENS = (
    "a |b |the |1bar |w|ww|. |, |www|-|*|**|_|__|`|[|]|(|)|![|<a |<b>|>|'|\"|&|amp;|&amp;|;|$|~~|"
    "#|:|]: x|[^1]|@|\\|//|http://|\n|\n\n|1. |+|> |===|---|| |汽|汽https://one.two|one@two.com"
).split("|")
SOURCES = st.lists(st.sampled_from([*TOKENS, "|"]), max_size=8).map("".join)
NEW = st.sampled_from(["", "word", "two words", "w", "1", "-", "a-b", "'", " ", "汽", "é"])


def structure(raw: str) -> tuple[frozenset[str], Prose]:
    lines = Newlines.of(raw)
    defined = labels(lines.text)
    return defined, read(lines, defined)


@given(SOURCES, SOURCES, st.integers(0, 30), st.integers(0, 8), NEW)
def test_what_is_not_read_again_leaves_the_structure(
    before: str, behind: str, start: int, length: int, new: str
) -> None:
    raw = f"{before}one two three four{behind}"
    document = parsed(raw)
    span = Span(start, start + length)
    assume(span.end <= len(document.text))
    edit = Edit(span, new)
    if not allowed(document, edit):
        return

    place = document.source_map.locate(span)
    labelled, prose = structure(raw[: place.start] + new + raw[place.end :])

    defined, old = structure(raw)
    assert (labelled, prose.elements) == (defined, old.elements)
    assert prose.text == old.text[: span.start] + new + old.text[span.end :]
    assert [block.kind for block in prose.blocks] == [block.kind for block in old.blocks]
