import pytest

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text.context import Alone, Stretch, Unsettled
from editkit.text.segmenter import segment


def stretch(text: str, wanted: str) -> Stretch:
    at = text.index(wanted)
    return Stretch(segment(Document.plain(text, lang="en-US")), Span(at, at + len(wanted)))


@pytest.mark.parametrize(
    "text",
    [
        "see http://a.org/TERM now", "a@TERM.org", "TERM@a.org", "TERM.txt is", "www.TERM.com",
        "@TERM", "#TERM", "a\\TERM", "/usr/TERM/bin", "pages/TERM/one", "(TERM.org)",
    ],
)  # fmt: skip
def test_addresses(text: str) -> None:
    assert stretch(text, "TERM").in_address


@pytest.mark.parametrize(
    "text",
    [
        "TERM",
        "a TERM.",
        "“TERM”.",
        "TERM/other",
        "TERM.The next",
        "and/or TERM",
        "TERM’s",
        "TERM...",
    ],
)
def test_no_addresses(text: str) -> None:
    assert not stretch(text, "TERM").in_address


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("", True),
        ("It ended. ", True),
        ("It ended.” ", True),
        ("It ended. “", True),
        ("Note: ", True),
        ("It ended, ", False),
        ("We met Dr. ", False),
        ("At 5 p.m. by ", False),
    ],
)
def test_where_sentences_begin(before: str, *, begins: bool) -> None:
    assert stretch(f"{before}Word is here.", "Word").begins_sentence == begins


def test_a_line_is_the_whole_of_it() -> None:
    assert stretch("one\ntwo words\nthree", "words").line == "two words"


def test_of_a_very_long_line_the_part_around_is_read() -> None:
    assert len(stretch(f"{'a ' * 5_000}words{' b' * 5_000}", "words").line) < 2_000


@pytest.mark.parametrize(
    "question", ["line", "line_before", "begins_sentence", "next_word", "in_address"]
)
def test_who_is_alone_says_nothing_of_a_place(question: str) -> None:
    with pytest.raises(Unsettled):
        getattr(Alone("TERM"), question)


@pytest.mark.parametrize(
    ("text", "word"), [("TERM one two", "one"), ("TERM, one", ""), ("TERM  one", ""), ("TERM", "")]
)
def test_the_next_word_is_behind_one_space(text: str, word: str) -> None:
    assert stretch(text, "TERM").next_word == word
