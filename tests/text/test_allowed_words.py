"""Tests of the allow-list of spellings."""

import pytest

from editkit.core.span import Span
from editkit.languages.en.word_list import is_english
from editkit.text.allowed_words import AllowedWords
from tests.rows import each_row

WORDS = AllowedWords(["zorbex", "Frobnia", "iTram", "al-Qrim", "New Zorp", "o'brax"], is_english)


def is_allowed(text: str, flagged: str) -> bool:
    start = text.index(flagged)
    return WORDS.is_allowed(text, Span(start, start + len(flagged)))


@each_row(
    ("text", "flagged"),
    [
        ("A zorbex.", "zorbex"),
        ("A Zorbex.", "Zorbex"),
        ("A ZORBEX.", "ZORBEX"),
        ("The zorbex’s end", "zorbex"),
        ("The zorbex's end", "zorbex's"),
        ("In Frobnia.", "Frobnia"),
        ("IN FROBNIA", "FROBNIA"),
        ("an iTram", "iTram"),
        ("an iTram", "Tram"),  # a part of the word is flagged
        ("of al-Qrim.", "Qrim"),
        ("in New\nZorp.", "Zorp"),
        ("an O’Brax", "O’Brax"),
        ("The red zorbex", "red zorbex"),
    ],
)
def test_allowed(text: str, flagged: str) -> None:
    assert is_allowed(text, flagged)


@pytest.mark.parametrize(
    ("text", "flagged"),
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
def test_not_allowed(text: str, flagged: str) -> None:
    assert not is_allowed(text, flagged)


def test_an_empty_list_allows_nothing() -> None:
    assert not AllowedWords((), is_english).is_allowed("zorbex", Span(0, 6))
