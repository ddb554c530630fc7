"""Prose of Markdown, and edits of it that neither create nor break markup."""

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Edit
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from editkit.fixing.apply import apply_fixes
from editkit.formats import format_named, format_of
from editkit.formats.markdown.format import Markdown
from tests.formats.markdown.sources import MARKDOWN, OBJECT, parsed
from tests.rows import each_row


def blocks(raw: str) -> list[tuple[str, str]]:
    document = parsed(raw)
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


@each_row(
    ("raw", "expected"),
    [
        ("# One *two*\n", [("heading", "One two")]),
        ("## One ##  \n", [("heading", "One")]),
        ("# Press #1\n", [("heading", "Press #1")]),
        ("One\ntwo\n===\n", [("heading", "One\ntwo")]),
        ("One #\n---", [("heading", "One #")]),
        ("- one\n  two\n- [x] three\n", [("item", "one\ntwo"), ("item", "three")]),
        ("1. one\n\n   two\n", [("item", "one"), ("item", "two")]),
        ("> one\n> two\nthree\n", [("paragraph", "one\ntwo\nthree")]),
        ("> - one\n>   two\n> > three\n", [("item", "one\ntwo"), ("paragraph", "three")]),
        (
            "| one | two |\n|:--|--:|\n| *a* \\| b | |\n",
            [("cell", "one"), ("cell", "two"), ("cell", "a | b")],
        ),
        ("one  \ntwo\\\nthree<br>four\n", [("paragraph", "one\ntwo\nthree\nfour")]),
        ("   one\n     two\n", [("paragraph", "one\ntwo")]),
        (
            "one\n\n    code\n\n```py\ncode\n```\n\ntwo",
            [("paragraph", "one"), ("paragraph", "two")],
        ),
        ("<div>\nx\n</div>\n\none\n", [("paragraph", "x"), ("paragraph", "one")]),
        ("one\n\n***\n\ntwo\n", [("paragraph", "one"), ("paragraph", "two")]),
        ("![](a.png)\n\none\n", [("paragraph", "one")]),
        ("", []),
    ],
)
def test_blocks(raw: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(raw) == expected
    assert blocks(raw.replace("\n", "\r\n")) == expected
    assert blocks(raw.replace("\n", "\r")) == expected


@each_row(
    ("raw", "prose"),
    [
        ("a **b** _c_ ~~d~~ ***e***", "a b c d e"),
        ("a `b *c*` d", f"a {OBJECT} d"),
        ("[a *b*](http://x.y/z 'title') ![c](d.png)", "a b c"),
        ("[a][r] [r][] [r] ![b][r]\n\n[r]: http://x.y 'title'", "a r r b"),
        ("[sic] [a][b] ![c]", "[sic] [a][b] ![c]"),
        ("<http://x.y> <a@b.c>", f"{OBJECT} {OBJECT}"),
        ("see http://x.y/a_b*c*d. Or (www.x.y/(z))!", f"see {OBJECT}. Or ({OBJECT})!"),
        ("**http://x.y** [http://x.y](z) info@x.com.", f"{OBJECT} {OBJECT} {OBJECT}."),
        ("*see http://x.y/a*b", f"see {OBJECT}b"),
        ("到http://x.y，汽车", f"到{OBJECT}，汽车"),
        ("R&amp;D &copy; &#65; &nosuch; \\* \\a", "R&D © A &nosuch; * \\a"),
        ("a <b>c</b> <code>d *e*</code> f", f"a c {OBJECT} f"),
        ("a <!-- b --> c ![](d) e", "a c e"),
        ("$5 and $6, but $x^2$", f"$5 and $6, but {OBJECT}"),
        ("HK$7 *or* US$1, A$ or A$", "HK$7 or US$1, A$ or A$"),
        ("a[^1] b.\n\n[^1]: c\n[^n]: d [^1]", "a b.\n\nc\n\nd "),
        ("[^1] a", "[^1] a"),
        ("a ![B-1 c.PNG](d) ![b_c](d) ![b/c](d) e", "a e"),
        ("![a b](c.png) ![Fig. 1](d) ![and/or one](e)", "a b Fig. 1 and/or one"),
        ("a *b", "a *b"),
        ("αs **H1** 汽车", "αs H1 汽车"),
        ("---\na: b\n---\nc", "c"),
        ("+++\na = 1\n+++\n\nc", "c"),
        ("---\n\na\n\n---\n\nb", "a\n\nb"),
        ("a\n\n---\nb: c\n---\n", "a\n\nb: c"),
    ],
)
def test_prose(raw: str, prose: str) -> None:
    assert parsed(raw).text == prose


def test_a_block_with_many_unclosed_marks_is_plain_text() -> None:
    raw = "*a **b " * 600 + "`c`"

    assert parsed(f"{raw}\n\n*d*").text == f"{raw}\n\nd"


def test_many_closed_marks_are_parsed() -> None:
    assert parsed("*a* **b** (_c._) " * 600).text.startswith("a b (c.) a b")


def test_an_object_has_its_whole_source() -> None:
    raw = "Run `make all` now."
    document = parsed(raw)

    place = document.source_map.locate(Span(4, 5))

    assert place.of(raw) == "`make all`"


def test_a_format_is_found_by_the_file_name() -> None:
    assert isinstance(format_of("a/b.MD"), Markdown)
    assert [format_of(name).name for name in ("a.txt", "a", "a.TEXT", "x.md/a")] == ["plain"] * 4
    assert format_named("markdown").name == "markdown"


ALPHABET = st.text(
    st.sampled_from("ab 1.-+*_`[](){}<>!#&;:|~\\$/=\n\r\t@^αx汽🚗\u2028\x85\x0b"), max_size=60
)


LINES = st.lists(
    st.sampled_from(
        [
            "# Head *line*",
            "One **bold words** and `code` here",
            "a [link text](http://x.y 't') more words",
            "> quoted _line_ of words",
            "- item one two",
            "  going on",
            "1. first thing",
            "| cell one | cell *two* |",
            "|---|---|",
            "R&amp;D \\* and http://x.y/z ok",
            "[^1]: note words",
            "[ref]: http://x.y",
            "see [ref] or ![picture text](a.png)",
            "```",
            "    indented words",
            "<div>",
            "hard break  ",
            "===",
            "---",
            "$x$ <b>tag</b> text",
            "",
            "",
        ]
    ),
    max_size=14,
)


BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


SOURCES = st.one_of(ALPHABET, st.builds(lambda lines, end: end.join(lines), LINES, BREAKS))


@given(SOURCES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_without_an_edit_the_bytes_stay(raw: str, encoding: str) -> None:
    data = raw.encode(encoding)

    package = MARKDOWN.parse(data, uri="a.md", lang="en")

    assert apply_fixes(package, MARKDOWN, [[]]) == data


@given(SOURCES)
def test_line_ends_do_not_change_the_prose(raw: str) -> None:
    unix = raw.replace("\r\n", "\n").replace("\r", "\n")

    document, windows = parsed(unix), parsed(unix.replace("\n", "\r\n"))

    assert (document.text, document.blocks) == (windows.text, windows.blocks)


@given(SOURCES, st.data())
def test_replacing_a_word_keeps_the_structure(raw: str, data: st.DataObject) -> None:
    document = parsed(raw)
    words = [at for at, char in enumerate(document.text) if char.isalnum()]
    if not words:
        return
    start = data.draw(st.sampled_from(words))
    end = data.draw(st.integers(start, min(start + 12, len(document.text))))
    new = data.draw(
        st.one_of(
            st.sampled_from(
                ["word", "two words", "R&D", "*x*", "[a](b)", "- x", "1. x", "#", "|"]
            ),
            st.text("aB -*_.#`[]()<>&;|\\:/\n", max_size=8),
        )
    )

    splices = MARKDOWN.splices(document, [Edit(Span(start, end), new)])

    if splices is None:
        return
    made = parsed(apply_splices(raw, splices))
    assert made.text == document.text[:start] + new + document.text[end:]
    assert [block.kind for block in made.blocks] == [block.kind for block in document.blocks]
