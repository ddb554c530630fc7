"""Tests of the positions in which a noun is a verb."""

import pytest

from editkit.languages.base import VerbUse
from editkit.languages.en.noun_positions import determiner_length, is_noun_position, verb_use

CASES = {
    VerbUse.CERTAIN: [
        ("parks", "She", "there."),
        ("park", "We", "."),
        ("park", "They can", "it."),
        ("park", "She'll", "."),
        ("plant", "It has to", "the trees."),
        ("park", "", "it there."),
    ],
    VerbUse.POSSIBLE: [
        ("park", "They went to", "gates."),
        ("parks", "Can", "close?"),
        ("parks", "The firm", "the cars."),
        ("plants", "It", "trees."),
    ],
    VerbUse.UNLIKELY: [
        ("parks", "The", "close."),
        ("parks", "In May", "close."),
        ("park", "Suhe's", "the old one, closed."),
        ("factory", "They can", "."),
        ("parks", "due to", "and gardens."),
        ("park", "the old", "closed."),
    ],
}


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [(*row, use) for use, rows in CASES.items() for row in rows],
)
def test_verb_use(text: str, before: str, after: str, expected: VerbUse) -> None:
    space = "" if after.startswith(".") else " "

    assert verb_use(text, f"{before} " if before else "", space + after) is expected


@pytest.mark.parametrize(
    ("before", "expected"), [("in the ", 4), ("Its ", 4), ("in ", 0), ("the old ", 0), ("", 0)]
)
def test_determiner_length(before: str, expected: int) -> None:
    assert determiner_length(before) == expected


@pytest.mark.parametrize(
    ("before", "after", "is_plural", "expected"),
    [
        ("The", "takes long.", False, True),
        ("This", "trade.", True, False),
        ("This", "is long.", False, True),
        ("These", "the user.", False, False),
        ("These", "are long.", True, True),
        ("Wait.", "is easy.", False, True),
        ("", "is easy.", False, True),
        ("Suhe's", ".", False, True),
        ("after", ".", False, True),
        ("to", "it.", False, False),
    ],
)
def test_noun_position(before: str, after: str, is_plural: bool, expected: bool) -> None:  # noqa: FBT001
    found = is_noun_position(f"{before} ".lstrip(), f" {after}", is_plural=is_plural)

    assert found is expected
