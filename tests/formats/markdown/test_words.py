"""Edits of plain words, which need no verification."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.span import Span
from editkit.formats.line_breaks import LineBreaks
from editkit.formats.markdown.format import Markdown
from editkit.formats.markdown.links import defined_labels
from editkit.formats.markdown.prose import Prose, read_prose
from editkit.formats.markdown.words import is_plain_word_edit
from tests.rows import each_row


def parsed(raw: str) -> Document:
    return Markdown().parse(raw.encode(), uri="a.md", lang="en").documents[0]


def is_plain(document: Document, edit: Edit) -> bool:
    return is_plain_word_edit(document, edit, defined_labels(document.raw))


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
def test_plain_word_edits(raw: str, old: str, new: str) -> None:
    document = parsed(raw)
    at = document.text.index(old)

    assert is_plain(document, Edit(Span(at, at + len(old)), new))


@each_row(
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
def test_edits_near_markup_are_not_plain(raw: str, old: str, new: str) -> None:
    document = parsed(raw)
    at = document.text.index(old)

    assert not is_plain(document, Edit(Span(at, at + len(old)), new))


TOKENS = (
    "a |b |the |1bar |w|ww|. |, |www|-|*|**|_|__|`|[|]|(|)|![|<a |<b>|>|'|\"|&|amp;|&amp;|;|$|~~|"
    "#|:|]: x|[^1]|@|\\|//|http://|\n|\n\n|1. |+|> |===|---|| |汽|汽https://one.two|one@two.com"
).split("|")
SOURCES = st.lists(st.sampled_from([*TOKENS, "|"]), max_size=8).map("".join)
NEW = st.sampled_from(["", "word", "two words", "w", "1", "-", "a-b", "'", " ", "汽", "é"])


def structure(raw: str) -> tuple[frozenset[str], Prose]:
    lines = LineBreaks.parse(raw)
    defined = defined_labels(lines.text)
    return defined, read_prose(lines, defined)


@given(SOURCES, SOURCES, st.integers(0, 30), st.integers(0, 8), NEW)
def test_plain_word_edits_keep_the_structure(
    before: str, after: str, start: int, length: int, new: str
) -> None:
    raw = f"{before}one two three four{after}"
    document = parsed(raw)
    span = Span(start, start + length)
    assume(span.end <= len(document.text))
    edit = Edit(span, new)
    if not is_plain(document, edit):
        return

    source = document.source_map.locate(span)
    new_labels, prose = structure(raw[: source.start] + new + raw[source.end :])

    defined, old = structure(raw)
    assert (new_labels, prose.elements) == (defined, old.elements)
    assert prose.text == old.text[: span.start] + new + old.text[span.end :]
    assert [block.kind for block in prose.blocks] == [block.kind for block in old.blocks]


@pytest.mark.parametrize(
    ("unit", "old", "new"),
    [
        ("the Port Motor and ", "Port", "Harb0ur"),
        ("||||||||||||||||||||||||||||||||||||||||", "|", "I"),
        ("they paid $ 5 or US$6 for it and ", "$ 5", "$5"),
    ],
)
def test_a_long_block_is_not_parsed_for_each_edit(
    monkeypatch: pytest.MonkeyPatch, unit: str, old: str, new: str
) -> None:
    text = unit * 100
    [document] = Markdown().parse(text.encode(), uri="a.md", lang="en").documents
    monkeypatch.setattr("editkit.formats.markdown.splices.read_prose", None)  # a call would fail
    at = document.text.index(old, len(text) // 2)

    assert Markdown().splices(document, [Edit(Span(at, at + len(old)), new)])


def test_an_edit_next_to_markup_is_parsed_in_a_long_block() -> None:
    """Only parsing shows that the mark needs a backslash."""
    text = "a word and \\* more " * 80
    [document] = Markdown().parse(text.encode(), uri="a.md", lang="en").documents
    at = document.text.index(" more", len(text) // 2)

    splices = Markdown().splices(document, [Edit(Span(at, at + 5), "[*x*](y)")])

    assert splices
    assert splices[0].text == r"\[\*x\*\](y)"


@pytest.mark.parametrize("unit", ["a **word** ", "x " * 2000])
def test_a_very_long_block_is_not_parsed_for_any_edit(
    monkeypatch: pytest.MonkeyPatch, unit: str
) -> None:
    [document] = Markdown().parse((unit * 150).encode(), uri="a.md", lang="en").documents
    monkeypatch.setattr("editkit.formats.markdown.splices.read_prose", None)  # a call would fail
    at = len(document.text) // 2

    assert Markdown().splices(document, [Edit(Span(at, at + 1), "*")])
