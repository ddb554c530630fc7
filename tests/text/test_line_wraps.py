"""Tests of line wraps in replaced texts."""

import pytest

from editkit.core.fix import Edit
from editkit.core.span import Span
from editkit.text.line_wraps import keep_line_wraps

CASES = [
    ("equal words after it", "power exchange\nstation", "battery swap station",
     "A battery swap\nstation, here."),
    ("equal words before it", "swap\npoint one", "swap station", "A swap\nstation, here."),
    ("no equal words", "power\nexchange place", "battery swap station",
     "A battery\nswap station, here."),
    ("a joined word", "data\ncenter", "datacenter", "A\ndatacenter, here."),
    ("two wraps", "one\ntwo\nthree", "four five six", "A four\nfive\nsix, here."),
    ("spaces around it", "swap  \n  hub", "swap station", "A swap  \n  station, here."),
    ("a hyphen before it", "co-\noperation", "cooperation", "A\ncooperation, here."),
    ("an added comma", "Suhe\nwhich is", "Suhe, which is", "A Suhe,\nwhich is, here."),
    ("a fix of the wrap itself", "word\n, so", "word, so", "A word, so, here."),
    ("a fix with a wrap", "one\ntwo", "three\nfour", "A three\nfour, here."),
    ("paragraphs", "one\n\ntwo", "three four", "A three four, here."),
]  # fmt: skip
"""What the row is about, the found words, the new ones, and the text with the new ones."""


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("found", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_wraps_stay_between_the_same_words(found: str, new: str, expected: str) -> None:
    text = f"A {found}, here."

    edits = keep_line_wraps(text, [Edit(Span(2, 2 + len(found)), new)])

    assert applied(text, edits) == expected


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("A data\ncenter rose.", "data\ncenter", "A datacenter\nrose."),
        ("of the\nthe cat", "\nthe", "of the\ncat"),
        ("of the the\ncat", "the\n", "of the\ncat"),
    ],
)
def test_a_wrap_moves_to_the_next_space(text: str, found: str, expected: str) -> None:
    new = "datacenter" if "data" in found else ""
    start = text.index(found)

    edits = keep_line_wraps(text, [Edit(Span(start, start + len(found)), new)])

    assert applied(text, edits) == expected
