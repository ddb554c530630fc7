"""What is read in a page, and what is left alone."""

import pytest

from editkit.core.document import BlockKind
from editkit.core.errors import InputError
from editkit.formats.html.format import Html
from tests.formats.html.pages import blocks, read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>The <b>ferry</b>\r\n   left.</p>", ["The ferry left."]),
        ("<p>One<p>Two<div>Three<br> four</div>five", ["One", "Two", "Three\nfour", "five"]),
        ("<p>foo <i> bar </i> baz", ["foo bar baz"]),
        ("<p>R&amp;D &lt;b&gt; AT&T &#x4E2D;&bogus;", ["R&D <b> AT&T 中&bogus;"]),
        ("<p>a&nbsp; &nbsp;b<p>&nbsp;", ["a b"]),
        ("<p>fer&shy;ry&#8203; li<wbr>ne", ["ferry line"]),
        ("<p>Call <code>f(x)</code> or <kbd>q</kbd>.", ["Call \ufffc or \ufffc."]),
        ("<pre>the the</pre><script>the the</script>a<style>the the</style>", ["a"]),
        ("<svg><text>the</text></svg><math><mi>x</mi></math><noscript>no</noscript>", []),
        ("<template><p>the</p></template><textarea>the</textarea>x", ["\ufffcx"]),
        ("a <span translate=no>Do <b>do</b></span> b<p translate='no'>c</p>", ["a \ufffc b"]),
        ("<p>Hi {{ user.name > 1 }}, <?= $a->b ?>!", ["Hi \ufffc, \ufffc!"]),
        ("<a>Home</a><a>About</a> <a>Us</a>", ["Home", "About", "Us"]),
        ("<a>Home</a>, <a>About</a>", ["Home, About"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<p contenteditable=false>Yes</p>", ["Yes"]),
        ("a<!-- the --> b", ["a b"]),
        ("a <b", ["a"]),
    ],
)
def test_blocks(source: str, expected: list[str]) -> None:
    assert blocks(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<title>On quays</title>", [("page title", "On quays")]),
        (
            '<meta name=description content="Of &quot;quays&quot;">',
            [("description", 'Of "quays"')],
        ),
        ('<meta name=keywords content="a" title="b">', []),
        ("<p><img src=a alt='A quay'>", [("alt", "A quay")]),
        ("<p><img alt='A quay'> Text", [("alt", "A quay"), (None, "Text")]),
        ("<p>Text <img alt='A quay'></p>", [(None, "Text"), ("alt", "A quay")]),
        ("<p>Text <img alt='A quay'> more", [(None, "Text \ufffc more")]),
        (
            "<input placeholder='Name' title='Your\n name'>",
            [("placeholder", "Name"), ("title", "Your name")],
        ),
        ("<button aria-label='Close it'>×</button>", [("aria-label", "Close it"), (None, "×")]),
        ("<svg aria-label='A quay'><path/></svg>x", [("aria-label", "A quay"), (None, "\ufffcx")]),
        ("<p title=quay alt=''>x", [(None, "x")]),
        ("<p translate=no title='A quay'>x", []),
    ],
)
def test_attributes(source: str, expected: list[tuple[str | None, str]]) -> None:
    document = read(source)
    found = [(block.label, block.span.of(document.text)) for block in document.blocks]

    assert found == expected


def test_kinds() -> None:
    document = read("<h2>a</h2><p>b<ul><li>c</ul><table><tr><td>d</table><div>e</div>")

    kinds = [block.kind for block in document.blocks]
    assert kinds == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.CELL,
        BlockKind.PARAGRAPH,
    ]


def test_other_languages() -> None:
    document = read(
        '<html lang="en-GB"><p>He said <i lang=fr>il <b>est</b></i>.<p lang=zh>中文<p>It.'
    )

    others = [(each.lang, each.span.of(document.text)) for each in document.other_languages]
    assert others == [("fr", "il est"), ("zh", "中文")]


def test_xhtml_has_empty_elements() -> None:
    source = "<html><script src='a'/><p>One <code/>two</p></html>"

    assert blocks(source) == []
    assert blocks(source, uri="a.xhtml") == ["One \ufffctwo"]
    assert blocks(f'<?xml version="1.0"?>{source}') == ["One \ufffctwo"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset=gb2312><p>中文</p>".encode("gbk"), "gbk"),
        ('<?xml version="1.0" encoding="windows-1252"?><p>é</p>'.encode("cp1252"), "cp1252"),
        ("<p>é</p>".encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + "<p>é</p>".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_declared_encodings(data: bytes, encoding: str) -> None:
    package = Html().parse(data, uri="a.html", lang="en")

    assert package.encoding == encoding
    assert package.documents[0].text in {"中文", "é"}
    assert Html().pack(package, [()]) == data


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"<p>quay</p>\0", b"PK\x03\x04", b"<p>\xff\xff\xff"]
)
def test_what_is_no_text_is_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match=r"this is|binary file|is not valid"):
        Html().parse(data, uri="a.html", lang="en")
