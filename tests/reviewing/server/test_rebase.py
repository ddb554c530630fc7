"""Mapping of positions from an old text to a new one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.reviewing.server.rebase import PositionMap

WORDS = st.lists(
    st.sampled_from(["the", "tram", "a", "left", " ", " ", "\n", ".", "😀"]), max_size=30
)


@pytest.mark.parametrize(
    ("old", "new", "words", "at"),
    [
        ("a b c", "a b c", "b", 2),
        ("a b c", "x\na b c", "b", 4),
        ("a b\nc d", "c d", "d", 2),
        ("one two three", "one 2 three", "three", 6),
        ("one two three", "one 2 three", "two", None),
        ("one two three", "one 2 three", "one two", None),
        ("a\nb\n", "a\nx\nb\n", "a\nb", None),
        ("", "x", "", None),
    ],
)
def test_unchanged_text_is_mapped_to_its_new_position(
    old: str, new: str, words: str, at: int | None
) -> None:
    start = old.index(words)

    assert PositionMap(old, new).map_start(start, start + len(words)) == at


@given(WORDS, WORDS, WORDS, WORDS, st.data())
def test_a_mapped_range_contains_the_same_text(
    head: list[str], old: list[str], new: list[str], tail: list[str], data: st.DataObject
) -> None:
    before, after = ("".join([*head, *middle, *tail]) for middle in (old, new))
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))

    at = PositionMap(before, after).map_start(start, end)

    if at is not None:
        assert after[at : at + end - start] == before[start:end]


@given(WORDS)
def test_equal_texts_map_to_the_same_positions(words: list[str]) -> None:
    text = "".join(words)

    assert [PositionMap(text, text).map_start(at, len(text)) for at in range(len(text))] == [
        *range(len(text))
    ]
