"""Words of a list are right wherever an issue touches them, and nothing else is."""

import pytest

from editkit.core.span import Span
from editkit.text.allowed_words import RightWords

WORDS = RightWords(["zorbex", "Frobnia", "iTram", "al-Qrim", "New Zorp", "o'brax"])


def cover(text: str, blamed: str) -> bool:
    start = text.index(blamed)
    return WORDS.cover(text, Span(start, start + len(blamed)))


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("A zorbex.", "zorbex"),
        ("A Zorbex.", "Zorbex"),
        ("A ZORBEX.", "ZORBEX"),
        ("The zorbex’s end", "zorbex"),
        ("The zorbex's end", "zorbex's"),
        ("In Frobnia.", "Frobnia"),
        ("IN FROBNIA", "FROBNIA"),
        ("an iTram", "iTram"),
        ("an iTram", "Tram"),  # a part of it is blamed
        ("of al-Qrim.", "Qrim"),
        ("in New\nZorp.", "Zorp"),
        ("an O’Brax", "O’Brax"),
        ("The red zorbex", "red zorbex"),
    ],
)
def test_is_right(text: str, blamed: str) -> None:
    assert cover(text, blamed)


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("A zorbexes.", "zorbexes"),
        ("in frobnia", "frobnia"),
        ("an itram", "itram"),
        ("the qrim", "qrim"),
        ("of Al-Qrim.", "Qrim"),
        ("in Zorp.", "Zorp"),
        ("the vlurb zorbex", "vlurb zorbex"),
        ("the vlurb zorbex", "vlurb"),
        ("the red tram", "red"),
        ("zorbex, end", ", "),
    ],
)
def test_is_not_known(text: str, blamed: str) -> None:
    assert not cover(text, blamed)


def test_no_entries_cover_nothing() -> None:
    assert not RightWords(()).cover("zorbex", Span(0, 6))
