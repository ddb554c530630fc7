"""Prose of HTML blocks in Markdown."""

import pytest

import editkit
from editkit.core.fix import Edit
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.span import Span
from editkit.formats import format_named
from editkit.formats.line_breaks import LineBreaks
from editkit.formats.markdown import splices
from editkit.formats.markdown.prose import Prose, read_prose
from tests.rows import each_row

GLOSSARY = Glossary((Concept("1", (Term("ferry"), Term("boat", status=TermStatus.DEPRECATED))),))
OBJECT = "\ufffc"


def blocks(raw: str) -> list[tuple[str, str]]:
    [document] = format_named("markdown").parse(raw.encode(), uri="a.md", lang="en").documents
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


@each_row(
    ("raw", "expected"),
    [
        ("<details>\n<summary>One</summary>\n\nTwo.\n</details>", ["One", "Two."]),
        ('<p align="center">One <b>two</b>.</p>', ["One two."]),
        ("<table><tr><td>One</td><th>two</th></tr></table>", ["One", "two"]),
        ("<ul>\n<li>one\n<li>two <a href='x'>three</a>\n</ul>", ["one", "two three"]),
        ("<div>\none<br>two &amp; three &nosuch;\n</div>", ["one\ntwo & three &nosuch;"]),
        ("> <div>\n>   one\n> two\n> </div>", ["one\ntwo"]),
        ("- <div>\n  one\n  </div>", ["one"]),
        ("<script>\none\n</script>\n<style>two</style>\n<pre>three\n\nfour</pre>", []),
        ("<!-- one -->\n<?two?>\n<!three>\n<img alt='four'\n title=\"five > six\">", []),
        ("<div><pre>one\n\ntwo\n\nthree</pre></div>\n<p>four</p>\n\nfive", ["four", "five"]),
        ("<div><PRE><code>one\n\ntwo</code></pre></div>\n\nthree", ["three"]),
        ("<div><pre>one\n\ntwo\n\n# three", ["two", "three"]),
        ("<div>a <pre>one</pre>\n\ntwo\n\n</pre>", ["a", "two"]),
        ("<!-- one --> two", ["two"]),
        (
            "<div>\n<code>one</code> `two` {{ three }} [four](five)\n</div>",
            [f"{OBJECT} " * 3 + "four"],
        ),
        ("<div>\n```\none\n```\n</div>", []),
        ("<div {{ one }}>\ntwo\n</div>", ["two"]),
        ("<div>\n<Chart a={b > c}>\none\n</Chart>", ["one"]),
        ("<p>one <svg><text>two</text></svg></p>", ["one"]),
        ('<p>one\n<div class="two', ["one"]),
        ("<div>\n<b>one</b>\n<sup>\n  <a>\n    two</a>\n</sup>\n</div>", ["one\ntwo"]),
        ("<td>one<br/>\n<i>\ntwo</i><br>\n<ul><li>three", ["one\ntwo", "three"]),
        ("<b>one</b>\n<sup>\n  <i>two</i>\n</sup>\nthree", ["one\ntwo\nthree"]),
    ],
)
def test_text_of_elements_is_prose(raw: str, expected: list[str]) -> None:
    assert [text.strip() for _, text in blocks(raw) if text.strip(OBJECT)] == expected
    assert [t.strip() for _, t in blocks(raw.replace("\n", "\r\n")) if t.strip(OBJECT)] == expected


def test_lines_of_tags_are_no_blank_lines() -> None:
    raw = "<td>one<br/>\n<ul>\n<li>two\n<b>\n</b></li>\n</ul>\n"

    [document] = format_named("markdown").parse(raw.encode(), uri="a.md", lang="en").documents

    assert document.text == "one\n\ntwo"


def test_kinds_of_blocks() -> None:
    raw = "<div>\n<h2>One</h2>\n<ul><li>Two</li></ul>\n<td>Three</td>\n<p>Four\n</div>"

    assert blocks(raw) == [
        ("heading", "One"),
        ("item", "Two"),
        ("cell", "Three"),
        ("paragraph", "Four"),
    ]


def test_only_text_is_corrected() -> None:
    template = (
        '<div class="boat" title="a boat">\n<!-- boat -->\n<h4>A {0}</h4>\n<p>The <b>{0}</b>, '
        "`boat` &amp; <code>boat</code> [a {0}](boat)</p>\n<script>boat</script>\n</div>\n"
    )

    fixed = editkit.fix(template.format("boat"), glossary=GLOSSARY, format="markdown")

    assert fixed == template.format("ferry")


@pytest.mark.parametrize("new", ["<b>", "&amp;", "a\n\nb", "`x`"])
def test_an_edit_cannot_add_markup(new: str) -> None:
    markdown = format_named("markdown")
    [document] = markdown.parse(b"<p>one two</p>", uri="a.md", lang="en").documents

    assert markdown.splices(document, [Edit(Span(4, 7), new)]) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [('"b"', '"c"'), ("<i>", "<b>"), ("-- c", "-- d"), ("`d`", "`e`"), ("code>f", "code>g")],
)
def test_the_second_parser_sees_markup_in_html(old: str, new: str) -> None:
    raw = '<p a="b"><i>x</i><!-- c -->`d` y <code>f</code></p>\n'

    assert not format_named("markdown").same_structure(raw, raw.replace(old, new))
    assert format_named("markdown").same_structure(raw, raw.replace(" y ", " z "))


def test_only_the_element_of_an_edit_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsing the whole table for each cell would need quadratic time."""
    markdown = format_named("markdown")
    raw = "<table>\n" + "<tr><td>one & two</td></tr>\n" * 60 + "</table>\n"
    [document] = markdown.parse(raw.encode(), uri="a.md", lang="en").documents
    sizes: list[int] = []

    def counted(lines: LineBreaks, defined: frozenset[str], **options: bool) -> Prose:
        sizes.append(len(lines.text))
        return read_prose(lines, defined, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(splices, "read_prose", counted)

    assert markdown.splices(document, [Edit(Span(3, 9), "two")])
    assert sizes
    assert max(sizes) < 40
