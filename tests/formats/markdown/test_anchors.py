"""Anchors of headings."""

import pytest

from editkit.formats.markdown.anchors import anchor_links, has_explicit_id, heading_anchor


@pytest.mark.parametrize(
    ("source", "anchor"),
    [
        ("The end", "the-end"),
        ("What *is* **it**? (2.0)", "what-is-it-20"),
        ("A  b – c", "a--b--c"),
        ("`foo_bar` and _baz_", "foo_bar-and-baz"),
        ("[A link](x#y) ![z](w)", "a-link-z"),
        ("Über 汽车", "über-汽车"),
        ("A <b>c</b> {.d}", "a-c"),
    ],
)
def test_anchor(source: str, anchor: str) -> None:
    assert heading_anchor(source) == anchor


def test_links() -> None:
    text = "[a](b.md#c%20d) [e](http://x.y/z#f) # g [h](#i-2)"

    assert list(anchor_links(text)) == [("b.md", "c d"), ("", "i-2"), ("", "i")]


@pytest.mark.parametrize("source", ["A {#b}", "A {.x #b} #", 'A</h2 id="b">'])
def test_explicit_ids(source: str) -> None:
    assert has_explicit_id(source)
    assert not has_explicit_id("A {b} #1")
