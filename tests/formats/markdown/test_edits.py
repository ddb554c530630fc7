"""Edits of Markdown: within the markup, escaped, or refused."""

from editkit.core.fix import Edit
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from tests.formats.markdown.sources import MARKDOWN, OBJECT, parsed
from tests.rows import each_row


def edited(raw: str, old: str, new: str) -> str | None:
    document = parsed(raw)
    at = document.text.index(old)
    splices = MARKDOWN.splices(document, [Edit(Span(at, at + len(old)), new)])
    return None if splices is None else apply_splices(raw, splices)


@each_row(
    ("raw", "old", "new", "fixed"),
    [
        ("**ABX** αs HI", "ABX αs HI", "ABX αS HI", "**ABX** αS HI"),
        ("**Abx** αs HI", "Abx αs HI", "ABX αS HI", "**ABX** αS HI"),
        ("**R** & D", "R & D", "R&D", "**R**&D"),
        ("*foo*bar", "foobar", "foo bar", "*foo* bar"),
        ("[the end](x)", "the end", "the end.", "[the end.](x)"),
        ("use `make`", OBJECT, f"{OBJECT}.", "use `make`."),
        ("a &amp; b", "a & b", "a and b", "a and b"),
        ("a&nbsp;b", "a\xa0b", "a b", "a b"),
        ("> one\n> two", "one\ntwo", "one two", "> one two"),
        ("> one\n> two", "one\ntwo", "won x\ntoo", "> won x\n> too"),
        ("> one\n> two", "two", "and two", "> one\n> and two"),
        (
            "- one\n\n  ```\n  x\n\n  y\n  ```\n\n  two",
            "two",
            "2",
            "- one\n\n  ```\n  x\n\n  y\n  ```\n\n  2",
        ),
        ("```\nx\n\ny\n```\none\n", "one", "1", "```\nx\n\ny\n```\n1\n"),
        ("one two\r\n", "one two", "one\ntwo", "one\r\ntwo\r\n"),
        ("*one* one two", "one one", "one", "*one* two"),
        ("one, two", "one,", "one", "one two"),
        ("a  b", "a  b", "a b", "a b"),
    ],
)
def test_edits_are_made_inside_the_markup(raw: str, old: str, new: str, fixed: str) -> None:
    assert edited(raw, old, new) == fixed


@each_row(
    ("raw", "old", "new", "fixed"),
    [
        ("a b", "b", "*b*", r"a \*b\*"),
        ("a b", "b", "_b_", r"a \_b\_"),
        ("a b", "b", "`b`", r"a \`b\`"),
        ("a b", "b", "<b>", r"a \<b>"),
        ("a b", "b", "[b](c)", r"a \[b\](c)"),
        ("a b", "b", "&amp;", r"a \&amp;"),
        ("a b", "b", r"\*", r"a \\\*"),
        ("a b", "b", "R&D", "a R&D"),
        ("a b", "b", "5 * 3 < 20", "a 5 * 3 < 20"),
        ("one", "one", "- one", r"\- one"),
        ("one", "one", "1. one", r"1\. one"),
        ("one", "one", "# one", r"\# one"),
        ("one", "one", "> one", r"\> one"),
        ("one", "one", "***", r"\*\*\*"),
        ("one\ntwo", "two", "===", "one\n\\=\\=\\="),
        ("one\ntwo", "two", "---", "one\n\\-\\-\\-"),
        ("|a|b|\n|-|-|\n|c|d|\n", "c", "c|e", "|a|b|\n|-|-|\n|c\\|e|d|\n"),
    ],
)
def test_words_that_look_like_markup_are_escaped(raw: str, old: str, new: str, fixed: str) -> None:
    assert edited(raw, old, new) == fixed


@each_row(
    ("raw", "old", "new"),
    [
        ("*electric* vehicle", "electric vehicle", "EV"),
        ("the *the* cat", "the the", "the"),
        ("a `b` c", f"a {OBJECT} c", "a d c"),
        ("a c", "c", f"{OBJECT} c"),
        ("see [one]\n\n[one]: http://x.y", "one", "two"),
        ("one\n[two]: three", "\ntwo", "\nwas two"),
        ("one\n\ntwo", "one\n\ntwo", "one two"),
        ("- one\n- two", "two", ""),
        ("one", "one", "one "),
        ("a- b", "a", ""),
        ("x\n\na # b", "a ", ""),
    ],
)
def test_edits_that_change_markup_are_refused(raw: str, old: str, new: str) -> None:
    assert edited(raw, old, new) is None


def test_an_edit_without_effect_has_no_splice() -> None:
    assert MARKDOWN.splices(parsed("a **b** c"), [Edit(Span(0, 5), "a b c")]) == ()


def test_edits_of_a_fix_are_all_made_or_none() -> None:
    document = parsed("one *two* three")
    good, bad = Edit(Span(0, 3), "1"), Edit(Span(4, 13), "2.3")

    assert MARKDOWN.splices(document, [bad, good]) is None
    made = MARKDOWN.splices(document, [Edit(Span(8, 13), "3"), good])
    assert made is not None
    assert apply_splices(document.raw, made) == "1 *two* 3"
