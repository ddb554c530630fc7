"""Comparison of two Markdown sources by a second parser."""

import subprocess
import sys

import pytest

from editkit.formats import format_named
from tests.rows import each_row

MARKDOWN = format_named("markdown")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a *b* c", "x *yy* z, w"),
        ("a\nb", "a b"),
        ("a &amp; b", "a and b"),
        ("---\na: b\n---\nc", "---\na: b\n---\nd"),
        ("a[^1]\n\n[^1]: Harb0ur", "a[^1]\n\n[^1]: Harbour"),
        ("a\r\nb", "a\r\nc"),
        (r"5 \* a  _b_", r"6 \* b _c_"),
    ],
)
def test_text_may_differ(before: str, after: str) -> None:
    assert MARKDOWN.same_structure(before, after)


@each_row(
    ("before", "after"),
    [
        ("5 *\u00a0x* 6", "5 *x* 6"),
        ("a\\\nb", "a b"),
        ("a  \nb", "a b"),
        ("`a  b`", "`a b`"),
        ("```\na  b\n```", "```\na b\n```"),
        ("    a  b", "    a b"),
        ("```a\n```", "```b\n```"),
        ("[a](b)", "[a](c)"),
        ("[a](b 'c')", "[a](b 'd')"),
        ("a <b c='d  e'>", "a <b c='d e'>"),
        ("<!-- a  b -->", "<!-- a b -->"),
        ("|b\n--", "Ib\n--"),
        ("| a |\n|---|\n| b |", "| a |\n|:--|\n| b |"),
        ("1 . a", "1. a"),
        ("0*\x91*0*", "0*‘*0*"),
        ("---\na: b\n---\nc", "---\na: x\n---\nc"),
    ],
)
def test_anything_else_may_not(before: str, after: str) -> None:
    assert not MARKDOWN.same_structure(before, after)


def test_plain_text_has_no_structure() -> None:
    assert format_named("plain").same_structure("* a", "a")


@pytest.mark.live
@pytest.mark.parametrize(("text", "loaded"), [("the the", "True"), ("A clean text.", "False")])
def test_the_second_parser_is_loaded_only_for_corrections(text: str, loaded: str) -> None:
    script = (
        "import editkit, sys; "
        f"editkit.fix({text!r}, format='markdown'); print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.decode().strip() == loaded
