"""Edits of a page change its text only, whatever its form."""

import random
import re
import time
from itertools import pairwise

import pytest

from editkit.core.fix import Edit
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from editkit.formats.html.format import Html
from editkit.formats.html.structure import same_structure, structure
from editkit.formats.html_parts import Data
from tests.formats.html.pages import any_page, read


def changed(source: str, before: str, after: str) -> str | None:
    document = read(source)
    start = document.text.index(before)
    splices = Html().splices(document, [Edit(Span(start, start + len(before)), after)])
    return None if splices is None else apply_splices(document.raw, splices)


@pytest.mark.parametrize(
    ("source", "before", "after", "expected"),
    [
        ("<p>left at\n  at noon", "at at", "at", "<p>left at noon"),
        ("<p>a team", "team", "R&D <x> team", "<p>a R&amp;D &lt;x&gt; team"),
        ("<p>R&amp;D team", "R&D", "Q&A", "<p>Q&amp;A team"),
        ("<p>the <b>big</b> quay", "big quay", "small quay", "<p>the <b>small</b> quay"),
        ("<p>the the<b> quay</b>", "the the", "the", "<p>the<b> quay</b>"),
        ("<img alt='a b'>", "b", 'it\'s "b"', "<img alt='a it&#39;s \"b\"'>"),
        ('<img alt="a b">', "b", 'it\'s "b"', '<img alt="a it\'s &quot;b&quot;">'),
        ("<img alt='&shy;a b'>", "b", 'it\'s "b"', "<img alt='&shy;a it&#39;s &quot;b&quot;'>"),
        ("<p>One<p>Two", "Two", "A Two", "<p>One<p>A Two"),
        ("<p>One</p>\r\n<p>Two", "One", "One.", "<p>One.</p>\r\n<p>Two"),
    ],
)
def test_text_is_changed_and_escaped(source: str, before: str, after: str, expected: str) -> None:
    assert changed(source, before, after) == expected


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [
        ("<p>a <code>x</code> b", "\ufffc", "y"),
        ("<p>a<br>b", "a\nb", "a b"),
        ("<p>a b", "a b", "a\nb"),
        ("<p>a < b", "< b", "<b"),
        ("<p>a & lt; b", "& lt;", "&lt;"),
        ("<p>a &copy b", "© b", "©b"),
        ("<p>a b", "a b", "a\0b"),
        ("<p>One<p>Two", "One\n\nTwo", "One Two"),
        ("<p>a b", "b", "{{ b"),
    ],
)
def test_what_would_change_more_than_text_is_refused(source: str, before: str, after: str) -> None:
    assert changed(source, before, after) is None


def test_an_insertion_at_the_start_of_a_block_stays_in_it() -> None:
    document = read("<p>One</p><p>Two</p>")
    at = document.text.index("Two")

    splices = Html().splices(document, [Edit(Span(at, at), "A ")])

    assert splices
    assert apply_splices(document.raw, splices) == "<p>One</p><p>A Two</p>"


@pytest.mark.parametrize("first", range(0, 500, 50))
def test_pages_of_any_form(first: int) -> None:
    for seed in range(first, first + 50):
        check_page(seed, any_page(seed, broken=seed % 2 == 0))


def check_page(seed: int, source: str) -> None:
    chance = random.Random(seed)  # noqa: S311  (the same edits each time)
    data = source.encode()
    form = Html()
    package = form.parse(data, uri="a.html", lang="en")
    [document] = package.documents
    assert form.pack(package, [()]) == data
    assert form.same_structure(source, source)
    for a, b in pairwise(document.blocks):
        assert document.text[a.span.end : b.span.start] == "\n\n"
    words = [found.span() for found in re.finditer(r"\w+", document.text)]
    for start, end in chance.sample(words, min(3, len(words))):
        typed = chance.choice(("quay", "R&D", "<b>", 'it\'s "so"'))
        splices = form.splices(document, [Edit(Span(start, end), typed)])
        if splices is None:
            continue
        [after] = form.parse(form.pack(package, [splices]), uri="a.html", lang="en").documents
        expected = document.text[:start] + typed + document.text[end:]
        assert after.text.split() == expected.split()
        if seed % 2:
            assert tags(document.raw) == tags(after.raw)


def tags(source: str) -> list[object]:
    """Return the tags and comments of a page by another parser; prose attributes are blank."""
    return [each for each in structure(source) if not isinstance(each, Data)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a</p>", "<p>a"),
        ("<p id=a>a", "<p id=b>a"),
        ("<code>a</code>", "<code>b</code>"),
        ("<p>a", "<p>a<!-- b -->"),
        ("<p>a < b>", "<p>a <b>"),
        ("<meta name=keywords content=a>", "<meta name=keywords content=b>"),
        ("<script>a</script>", "<script>b</script>"),
    ],
)
def test_another_structure(before: str, after: str) -> None:
    assert not same_structure(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a &amp; b", "<p>c"),
        ("<img alt='a'>", "<img alt='b'>"),
        ("<meta name=description content=a>", "<meta name=description content=b>"),
        ("<meta charset=utf-8><p>a", "<meta charset=utf-8><p>b"),
    ],
)
def test_the_same_structure(before: str, after: str) -> None:
    assert same_structure(before, after)


@pytest.mark.parametrize(
    "piece",
    (
        "< & <p <!-- <b> </b> <div> <![CDATA[ <script> {{ {% <% <?php &amp; <svg> x·· "
        "<a·b=\" <p·title='"
    ).split(),
)
def test_hostile_pages_need_linear_time(piece: str) -> None:
    source = piece.replace("·", " ") * (200_000 // len(piece))
    started = time.process_time()

    document = read(source)
    assert same_structure(document.raw, document.raw)

    assert time.process_time() - started < 10
