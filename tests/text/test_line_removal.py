"""Removal of whole lines: what is left when all, or some, of them are deleted."""

from itertools import pairwise

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.text.line_removal import removal_span
from tests.rows import each_row

_LINE = lazy_pattern(r"[^\n]*\S[^\n]*")


def without(text: str, *only: str) -> str:
    """Return `text` without the lines that start with “x”, or without those of them in `only`."""
    found = list(_LINE.finditer(text))
    lines = [Span(*each.span()) for each in found]
    removed = [each[0].startswith("x") for each in found]
    spans = [
        removal_span(text, lines, number, removed)
        for number, each in enumerate(found)
        if removed[number] and (not only or each[0] in only)
    ]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return text


@each_row(
    ("text", "left"),
    [
        ("A.\n\nx1\n\nx2\n\nx3", "A."),
        ("A.\n\nx1\nx2\n", "A.\n"),
        ("A.\n\nx1\n\nB.\n", "A.\n\nB.\n"),
        ("A.\nx1\nB.\n", "A.\nB.\n"),
        ("A.\n\nx1\nB.\n", "A.\n\nB.\n"),
        ("A.\nx1\n\nB.\n", "A.\n\nB.\n"),
        ("A.\n\nx1\nx2\n\nB.\n", "A.\n\nB.\n"),
        ("x1\n\nx2\n\nA.\n", "A.\n"),
        ("x1\nA.\n\nx2 \t\n", "A.\n"),
        ("x1\n  A.\n", "  A.\n"),
        ("x1\n", ""),
    ],
)
def test_no_blank_line_is_left(text: str, left: str) -> None:
    assert without(text) == left


def test_one_of_several_lines_can_be_removed() -> None:
    text = "x1\n\nA.\n\nx2\n\nx3\n"

    assert without(text, "x1") == "A.\n\nx2\n\nx3\n"
    assert without(text, "x2") == "x1\n\nA.\n\nx3\n"
    assert without(text, "x3") == "x1\n\nA.\n\nx2\n"
