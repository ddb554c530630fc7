import pytest

from editkit.core.span import Span
from editkit.text.around import begins_sentence, in_address


@pytest.mark.parametrize(
    "text",
    [
        "see http://a.org/TERM now", "a@TERM.org", "TERM@a.org", "TERM.txt is", "www.TERM.com",
        "@TERM", "#TERM", "a\\TERM", "/usr/TERM/bin", "pages/TERM/one", "(TERM.org)",
    ],
)  # fmt: skip
def test_addresses(text: str) -> None:
    at = text.index("TERM")

    assert in_address(text, Span(at, at + 4))


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
    at = text.index("TERM")

    assert not in_address(text, Span(at, at + 4))


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("", True),
        ("It ended. ", True),
        ("It ended.” ", True),
        ("one\n", True),
        ("one\n\n“", True),
        ("It ended, ", False),
        ("at 5 p.m ", False),
        ("x" * 40 + " ", False),
    ],
)
def test_where_sentences_begin(before: str, *, begins: bool) -> None:
    assert begins_sentence(before + "Word", len(before)) == begins
