"""What stands unchanged is found where it stands now, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.reviewing.server.rebase import Moved

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
def test_what_still_stands_is_found_where_it_stands(
    old: str, new: str, words: str, at: int | None
) -> None:
    start = old.index(words)

    assert Moved(old, new).at(start, start + len(words)) == at


@given(WORDS, WORDS, WORDS, WORDS, st.data())
def test_the_same_words_stand_where_it_says(
    head: list[str], old: list[str], new: list[str], tail: list[str], data: st.DataObject
) -> None:
    before, after = ("".join([*head, *middle, *tail]) for middle in (old, new))
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))

    at = Moved(before, after).at(start, end)

    if at is not None:
        assert after[at : at + end - start] == before[start:end]


@given(WORDS)
def test_all_of_a_text_that_is_the_same_stands_where_it_stood(words: list[str]) -> None:
    text = "".join(words)

    assert [Moved(text, text).at(at, len(text)) for at in range(len(text))] == [*range(len(text))]
