"""Tests of the open forms of hyphenated terms: compound, verb, or noun phrase."""

from editkit.languages.base import UNKNOWN, OpenForm
from editkit.languages.en.compounds.hyphenated_terms import open_form
from tests.rows import each_row

COMPOUND = [
    ("follow-up", "A", "came."),
    ("follow-up", "The", "was short."),
    ("follow-up", "The bank’s", "was short."),
    ("follow-up", "It had a short", "."),
    ("follow-ups", "Two", "came."),
    ("long-term", "", "plans pay."),
    ("long-term", "It is a", "plan."),
    ("third-party", "sold to", "vendors."),
    ("state-owned", "", "firms grew."),
    ("decision-maker", "He is a", "."),
    ("face-to-face", "It had", "talks."),
    ("e-commerce", "It does", "well."),
]
PHRASE = [
    ("follow-up", "We", "on it."),
    ("follow-up", "They can", "soon."),
    ("follow-up", "", "on it."),
    ("set-up", "to", "plants."),
    ("set-up", "The firm", "a plant."),
    ("long-term", "In the", ", it pays."),
    ("long-term", "It pays in the", "."),
    ("third-party", "A", "sold it."),
    ("state-owned", "The firm is", "."),
    ("state-of-the-art", "It is the", "."),
    ("face-to-face", "They met", "."),
    ("cease-fire", "They", "today."),
]
UNSURE = [
    ("follow-up", "Firms offer", "support."),
    ("set-up", "The", "a plant needs."),
    ("third-party", "The", "plans to sue."),
    ("energy-saving", "It is about", "."),
]


@each_row(
    ("term", "before", "after", "expected"),
    [
        (*row, use)
        for use, rows in (
            (OpenForm.COMPOUND, COMPOUND),
            (OpenForm.PHRASE, PHRASE),
            (OpenForm.UNSURE, UNSURE),
        )
        for row in rows
    ],
)
def test_open_form(term: str, before: str, after: str, expected: OpenForm) -> None:
    space = "" if after[:1] in {".", ","} else " "

    assert open_form(term, f"{before} " if before else "", space + after) is expected


def test_an_unknown_language_is_unsure() -> None:
    assert UNKNOWN.open_form("follow-up", "A ", " came.") is OpenForm.UNSURE
