"""Tests of the word-level diff."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.text.diff import Change, word_diff

WORDS = st.lists(st.sampled_from(["a", "tram", "trams", " ", "\n", ".", "“", "北京", "é"]))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the the port", "the port", [("-", "the "), ("", "the port")]),
        ("R & D", "R&D", [("", "R"), ("-", " "), ("", "&"), ("-", " "), ("", "D")]),
        ("tram is", "trams are", [("-", "tram is"), ("+", "trams are")]),
        ("same", "same", [("", "same")]),
        ("", "new", [("+", "new")]),
        ("old", "", [("-", "old")]),
        ("", "", []),
    ],
)
def test_operations_contain_whole_words(
    before: str, after: str, expected: list[tuple[str, str]]
) -> None:
    signs = {Change.KEPT: "", Change.DELETED: "-", Change.INSERTED: "+"}

    assert [(signs[change], text) for change, text in word_diff(before, after)] == expected


@given(WORDS.map("".join), WORDS.map("".join))
def test_both_texts_can_be_reconstructed(before: str, after: str) -> None:
    found = word_diff(before, after)

    assert "".join(text for change, text in found if change is not Change.INSERTED) == before
    assert "".join(text for change, text in found if change is not Change.DELETED) == after
