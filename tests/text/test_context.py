import pytest

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text.context import ContextFree, MatchContext, NeedsContext
from editkit.text.segmenter import segment
from tests.rows import each_row


def context(text: str, found: str) -> MatchContext:
    at = text.index(found)
    return MatchContext(segment(Document.plain(text, lang="en-US")), Span(at, at + len(found)))


@each_row(
    "text",
    [
        "see http://a.org/TERM now", "a@TERM.org", "TERM@a.org", "TERM.txt is", "www.TERM.com",
        "@TERM", "#TERM", "a\\TERM", "/usr/TERM/bin", "pages/TERM/one", "(TERM.org)",
    ],
)  # fmt: skip
def test_addresses(text: str) -> None:
    assert context(text, "TERM").in_address


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
def test_not_addresses(text: str) -> None:
    assert not context(text, "TERM").in_address


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
def test_begins_sentence(before: str, *, begins: bool) -> None:
    assert context(f"{before}Word is here.", "Word").begins_sentence == begins


def test_line() -> None:
    assert context("one\ntwo words\nthree", "words").line == "two words"


def test_long_line_is_cut() -> None:
    assert len(context(f"{'a ' * 5_000}words{' b' * 5_000}", "words").line) < 2_000


@pytest.mark.parametrize(
    "attribute", ["line", "line_before", "begins_sentence", "next_word", "in_address"]
)
def test_context_free_raises_for_any_context(attribute: str) -> None:
    with pytest.raises(NeedsContext):
        getattr(ContextFree("TERM"), attribute)


@pytest.mark.parametrize(
    ("text", "word"), [("TERM one two", "one"), ("TERM, one", ""), ("TERM  one", ""), ("TERM", "")]
)
def test_next_word_follows_a_single_space(text: str, word: str) -> None:
    assert context(text, "TERM").next_word == word
